import { warning, type MeasuredRegionResult, type MeasurementRow, type Warning } from '@graywise/physics';

/** What to beware of in a measured region: what its rows leave unsaid, what the centre has not confirmed. */
export function measuredWarnings(
  where: string,
  rows: readonly MeasurementRow[],
  found: Pick<MeasuredRegionResult, 'confirmed' | 'method'>,
): Warning[] {
  const unsaid = rows.filter(({ values }) => values['u_rel'] === undefined && values['u_rel_shared'] === undefined);
  return [
    ...(unsaid.length > 0 ? [warning('GW_MEASUREMENT_UNCERTAINTY', { where, found: `${String(unsaid.length)} of its measurements` })] : []),
    ...(found.confirmed ? [] : [warning('GW_SUGGESTED_VALUE', { where, found: 'its dose coefficient', source: found.method })]),
  ];
}
