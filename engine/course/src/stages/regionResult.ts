import {
  biologicallyEffectiveDose,
  divideEstimates,
  equivalentDoseIn2GyFractions,
  grayPerBecquerel,
  makeEstimate,
  suggestedRadiobiology,
  warning,
  type RegionResult,
} from '@graywise/physics';
import type { DosedCycle, RegionDose } from '../model/cycle.js';

/** A region as it stands in the record: absorbed dose, dose per administered activity and, where radiobiology is known, BED and EQD2. */
export function regionResult(cycle: DosedCycle, region: RegionDose): RegionResult {
  const radiobiology = suggestedRadiobiology(region.name);
  const bed = radiobiology
    ? biologicallyEffectiveDose({
        dose: region.absorbedDose,
        terms: region.fit.terms,
        alphaBetaGy: radiobiology.alphaBetaGy,
        repairHalfTime: radiobiology.repairHalfTime,
      })
    : null;
  const suggested =
    radiobiology && !radiobiology.confirmed
      ? [
          warning('GW_SUGGESTED_VALUE', {
            where: `BED of ${region.mask.label}`,
            found: `alpha/beta ${String(radiobiology.alphaBetaGy)} Gy`,
            source: radiobiology.source,
          }),
        ]
      : [];
  return {
    name: region.name,
    label: region.mask.label,
    color: region.mask.color,
    volume: region.volume,
    mass: region.mass,
    ...recoveryOf(cycle, region),
    curve: region.curve,
    fit: region.fit,
    timeIntegratedActivity: region.timeIntegratedActivity,
    effectiveHalfLife: region.effectiveHalfLife,
    absorbedDose: region.absorbedDose,
    alphaDose: region.alphaDose,
    absorbedDosePerActivity: divideEstimates(region.absorbedDose, cycle.administered, grayPerBecquerel),
    bed,
    eqd2: bed && radiobiology ? equivalentDoseIn2GyFractions(bed, radiobiology.alphaBetaGy) : null,
    radiobiology,
    histogram: region.histogram,
    warnings: [...region.warnings, ...suggested],
  };
}

/** At the reference scan: measured over corrected, as uncertain as the resolution makes it. */
function recoveryOf(cycle: DosedCycle, region: RegionDose): Pick<RegionResult, 'recovery'> {
  const point = region.curve.find(({ timePoint }) => timePoint === cycle.referenceIndex + 1);
  if (point?.recovery === undefined || !(point.activity.value > 0)) return {};
  const { recovery, activity } = point;
  const shares = activity.contributions.filter(({ source }) => source === 'recovery');
  return {
    recovery: makeEstimate(
      recovery,
      shares.map(share => ({ ...share, standardUncertainty: (-recovery * share.standardUncertainty) / activity.value })),
    ),
  };
}
