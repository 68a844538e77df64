import {
  activityUnder,
  becquerel,
  exp,
  isUncorrectedShift,
  makeEstimate,
  type CurvePoint,
  type Draw,
  type Estimate,
  type RecoveryChange,
  type SampledDose,
  type SampledIntegral,
  type Second,
} from '@graywise/physics';
import type { DosedCycle, RegionDose } from '../model/cycle.js';
import { refitOf } from './refitOf.js';

/** The dose of a region as a function of its random variables: from the images' sums in the cells through recovery and fit to the dose. */
export function sampledDose(cycle: DosedCycle, region: RegionDose): SampledDose {
  const curves = region.parts.length > 0 ? cycle.doses.filter(({ name }) => region.parts.includes(name)) : [region];
  const known = new Set([...region.mass.contributions, ...region.timeIntegratedActivity.contributions].map(({ key }) => key));
  return {
    name: region.name,
    dose: region.absorbedDose,
    integrals: curves.map(curve => integralOf(cycle, curve)),
    mass: region.mass,
    factors: region.absorbedDose.contributions
      .filter(({ key }) => !known.has(key))
      .map(share => ({ ...share, standardUncertainty: share.standardUncertainty / region.absorbedDose.value })),
  };
}

function integralOf(cycle: DosedCycle, region: RegionDose): SampledIntegral {
  const refit = refitOf(cycle, region);
  const points = region.curve.map(point => pointUnder(cycle, region, point));
  const halfLife = halfLifeOf(region);
  const drawn = new Set(region.curve.flatMap(({ activity }) => activity.contributions.map(({ key }) => key)));
  for (const { key } of halfLife?.contributions ?? []) drawn.add(key);
  return {
    under: draw => {
      const moved = points.flatMap(point => point(draw) ?? []);
      if (moved.length < points.length) return null;
      const deviate = halfLife?.contributions.reduce(
        (sum, share) => sum + (share.standardUncertainty / halfLife.value) * draw(share.key),
        0,
      );
      const longer = exp(deviate ?? 0);
      return refit(moved, longer)?.timeIntegratedActivity.value ?? null;
    },
    // What is expected and not corrected is one number: that of the integral holds that of the points.
    added: region.timeIntegratedActivity.contributions.filter(share => isUncorrectedShift(share) || !drawn.has(share.key)),
  };
}

/**
 * The half-life from elsewhere that a curve rests on; null where there is none. That of a cohort decides nothing: what its members leave open is added by
 * its key.
 */
function halfLifeOf({ fit: { singleScan }, tail }: RegionDose): Estimate<Second> | null {
  if (singleScan) return singleScan.method === 'cohort' ? null : singleScan.halfLife;
  return tail?.rule === 'population half-life' ? tail.halfLife : null;
}

/** A point of the curve in a trial; null where the recovery has no solution. */
function pointUnder(cycle: DosedCycle, region: RegionDose, point: CurvePoint): (draw: Draw) => CurvePoint | null {
  const { activity } = point;
  const index = cycle.scans.findIndex(({ timePoint }) => timePoint === point.timePoint);
  const scan = cycle.recovery?.scans[index];
  const model = cycle.recovery?.model;
  const recovered = point.recovery !== undefined && scan && model ? activityUnder(model, scan.shown, region.mask.mask) : null;
  const handled = (source: string, key: string): boolean =>
    source === 'calibration' || (recovered !== null && (source === 'recovery' || (source === 'volume' && outlineOf(cycle, key) !== null)));
  const scaling = activity.contributions.filter(({ source }) => source === 'calibration');
  const adding = activity.contributions.filter(share => !isUncorrectedShift(share) && !handled(share.source, share.key));
  // What a registration loses on the average was put back into the point.
  const putBack = recovered ? activity.value - (recovered({ fwhmMm: 0, outlines: new Map() }) ?? activity.value) : 0;
  return draw => {
    const solved = recovered ? recovered(changeOf(cycle, draw)) : activity.value;
    if (solved === null) return null;
    const value = solved + putBack;
    const scale = scaling.reduce((product, share) => product * (1 + (share.standardUncertainty / activity.value) * draw(share.key)), 1);
    const moved = scale * (value + adding.reduce((sum, share) => sum + share.standardUncertainty * draw(share.key), 0));
    if (!(moved > 0)) return null;
    const contributions = activity.contributions.map(share => ({
      ...share,
      standardUncertainty: (share.standardUncertainty * moved) / activity.value,
    }));
    return { ...point, activity: makeEstimate(becquerel(moved), contributions) };
  };
}

function changeOf(cycle: DosedCycle, draw: Draw): RecoveryChange {
  const widths = cycle.resolution?.fwhm.contributions ?? [];
  const fwhmMm = widths.reduce((sum, share) => sum + share.standardUncertainty * draw(share.key), 0);
  const outlines = new Map<string, number>();
  for (const { name, volume, parts } of cycle.regions) {
    if (parts.length > 0) continue;
    const relative = volume.standardUncertainty / volume.value;
    outlines.set(name, exp(relative * draw(`volume:${String(cycle.cycle)}:${name}`)) - 1);
  }
  return { fwhmMm, outlines };
}

/** The region whose outline a key names; null for what else is called volume, such as the field of view. */
function outlineOf(cycle: DosedCycle, key: string): string | null {
  return cycle.regions.find(({ name, parts }) => parts.length === 0 && key === `volume:${String(cycle.cycle)}:${name}`)?.name ?? null;
}
