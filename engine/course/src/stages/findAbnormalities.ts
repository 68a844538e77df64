import {
  becquerel,
  calibrationShares,
  findAbnormalities as findIn,
  makeEstimate,
  voxelVolume,
  type Becquerel,
  type DetectorRegion,
  type DetectorScan,
  type Estimate,
  type Finding,
} from '@graywise/physics';
import type { DosedCycle } from '../model/cycle.js';

/** What looks abnormal in a cycle: the detectors on the scans as they were carried to the reference scan, and on the fields of view as they were acquired. */
export function findAbnormalities(dosed: DosedCycle): Finding[] {
  const regions = dosed.doses.filter(({ parts }) => parts.length === 0);
  return findIn({
    cycle: dosed.cycle,
    radiopharmaceutical: dosed.radiopharmaceutical,
    nuclide: dosed.nuclide,
    administered: dosed.administered,
    geometry: dosed.doseGrid,
    scans: dosed.scans.flatMap((_scan, index): DetectorScan[] => scanOf(dosed, index)),
    regions: regions.map((region): DetectorRegion => ({
      name: region.name,
      label: region.mask.label,
      mask: region.mask.mask,
      curve: region.curve,
      model: region.fit.model,
      effectiveHalfLife: region.effectiveHalfLife,
      absorbedDose: region.absorbedDose,
    })),
    density: dosed.referenceCt ? dosed.density : null,
    calibration: dosed.calibration?.factor ?? null,
    ...(dosed.facts.priors && { sitePriors: dosed.facts.priors }),
  });
}

function scanOf(dosed: DosedCycle, index: number): DetectorScan[] {
  const scan = dosed.scans[index];
  const concentration = dosed.carried[index];
  if (!scan || !concentration) return [];
  return [
    {
      timePoint: scan.timePoint,
      afterAdministration: scan.afterAdministration,
      concentration,
      becquerelPerCount: dosed.becquerelPerCount[index] ?? null,
      inView: activityInView(dosed, index),
    },
  ];
}

/** Everything that a scan sees on its own grid. */
function activityInView({ concentrations, calibration }: DosedCycle, index: number): Estimate<Becquerel> {
  const found = concentrations[index];
  let sum = 0;
  for (const value of found?.data ?? []) sum += value;
  const activity = Math.max(0, sum * (found ? voxelVolume(found.geometry) : 0));
  return makeEstimate(becquerel(activity), calibrationShares(calibration?.factor ?? null, activity));
}
