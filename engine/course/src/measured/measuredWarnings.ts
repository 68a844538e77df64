import { warning, type MeasuredRegionResult, type MeasurementRow, type Warning } from '@graywise/physics';

/** Above this share after the last measurement the tail deserves a look, as for scans. */
const LARGEST_EXTRAPOLATED = 0.2;

/** What to beware of in a measured region: its end, what its rows leave unsaid, what the centre has not confirmed. */
export function measuredWarnings(
  where: string,
  rows: readonly MeasurementRow[],
  found: Pick<MeasuredRegionResult, 'extrapolatedFraction' | 'confirmed' | 'method'>,
): Warning[] {
  const share = found.extrapolatedFraction;
  const unsaid = rows.filter(({ values }) => values['u_rel'] === undefined && values['u_rel_shared'] === undefined);
  return [
    ...(share > LARGEST_EXTRAPOLATED ? [warning('GW_EXTRAPOLATED', { where, found: (100 * share).toFixed(0) })] : []),
    ...(unsaid.length > 0 ? [warning('GW_MEASUREMENT_UNCERTAINTY', { where, found: `${String(unsaid.length)} of its measurements` })] : []),
    ...(found.confirmed ? [] : [warning('GW_SUGGESTED_VALUE', { where, found: 'its dose coefficient', source: found.method })]),
  ];
}
