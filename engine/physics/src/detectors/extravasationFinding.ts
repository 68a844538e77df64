import { log } from '../numerics/log.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import type { Estimate } from '../quantities/estimate.js';
import { hours, kilogram, second, type Kilogram, type Second } from '../quantities/quantity.js';
import type { CurvePoint } from '../record/cycleVerification.js';
import type { Finding, WorksheetRow } from '../record/finding.js';
import { outlineUncertainty } from '../segmentation/outlineUncertainty.js';
import { activityAt } from '../time-activity/activityAt.js';
import { voxelVolume } from '../volume/voxelVolume.js';
import type { DetectorInput } from './detectorInput.js';
import type { DetectorThresholds } from './detectorThresholds.js';
import { extraScanTimes } from './extraScanTimes.js';
import type { HotPlace } from './hotPlaces.js';
import { injectionSiteDose } from './injectionSiteDose.js';
import { placeCurve, type PlaceCurve } from './placeCurve.js';
import { worksheetRow } from './worksheetRow.js';

/** Local effective half-life of the published case (EJNMMI Phys 2021, s40658-021-00378-3), used where one scan says nothing of it. */
const PUBLISHED_HALF_LIFE = hours(2.3);

/**
 * Activity at an injection site (rule V7): a hot place at the edge of the body. The worksheet holds its volume by isocontour, its activity at each scan, its
 * half-lives, its time-integrated activity and the dose of the electrons that stay, D = E A~ / m.
 */
export function extravasationFinding(input: DetectorInput, place: HotPlace, thresholds: DetectorThresholds): Finding {
  const { cluster, scan, share, mask } = place;
  const curve = placeCurve(input, mask, 'injection site');
  const mass = massOf(input, place, thresholds.isocontour);
  const halfLife = firstHalfLife(curve.points);
  const side = cluster.centroidLps[0] < 0 ? 'right' : 'left';
  const impossible = isImpossible(input, curve)
    ? ' The curve implies more activity at the injection than was given: look at its first points.'
    : '';
  return {
    kind: 'extravasation',
    region: null,
    placeLps: cluster.centroidLps,
    message: `${(100 * share).toFixed(1)} % of the administered activity lies at the ${side} edge of the body at ${hoursOf(scan.afterAdministration)} h: an extravasated injection, or contamination of skin or clothes.${impossible}`,
    worksheet: worksheetOf(input, curve, mass, halfLife),
    advice: [
      'Look at the place on the images and at the arm; ask how the injection went.',
      'What stayed there did not reach lesions and organs: their doses per activity are those of less than was given.',
      'Skin and tissue dose: for review by a medical physics expert; note share and dose in the record of the administration.',
    ],
    extraScans: extraScanTimes({
      lastScan: input.scans.at(-1)?.afterAdministration ?? second(0),
      halfLife: halfLife?.last ?? PUBLISHED_HALF_LIFE,
      soon: halfLife?.last ?? PUBLISHED_HALF_LIFE,
    }),
  };
}

const hoursOf = (time: Second): string => (time / 3600).toFixed(0);

interface LocalHalfLives {
  /** Between the first two scans that show activity, and between the last two. */
  readonly first: Second;
  readonly last: Second;
}

function firstHalfLife(points: readonly CurvePoint[]): LocalHalfLives | null {
  const between = points.slice(1).flatMap((point, index): Second[] => {
    const earlier = points[index];
    const fall = earlier && point.activity.value > 0 ? log(earlier.activity.value / point.activity.value) : 0;
    return earlier && fall > 0 ? [second(((point.afterAdministration - earlier.afterAdministration) * Math.LN2) / fall)] : [];
  });
  const [first, last] = [between[0], between.at(-1)];
  return first !== undefined && last !== undefined ? { first, last } : null;
}

/** Volume above the isocontour on the scan that shows the place first, and its mass by the density there (1 g/mL without a CT). */
function massOf(
  { geometry, density }: DetectorInput,
  { cluster, scan }: HotPlace,
  isocontour: number,
): { volumeMl: Estimate; mass: Estimate<Kilogram> } {
  const inside = cluster.voxels.filter(voxel => (scan.concentration.data[voxel] ?? 0) >= isocontour * cluster.maximumBqPerMl);
  const volumeMl = inside.length * voxelVolume(geometry);
  const relative = outlineUncertainty(volumeMl, geometry, null);
  const meanDensity = density ? inside.reduce((sum, voxel) => sum + (density.data[voxel] ?? 0), 0) / inside.length : 1;
  const spread = (value: number) => [{ source: 'volume', key: 'volume:injection site', standardUncertainty: value * relative }] as const;
  const kilograms = (volumeMl * meanDensity) / 1000;
  return { volumeMl: makeEstimate(volumeMl, spread(volumeMl)), mass: makeEstimate(kilogram(kilograms), spread(kilograms)) };
}

/** The fitted curve at time zero against what was given. */
function isImpossible({ administered }: DetectorInput, { fitted }: PlaceCurve): boolean {
  return fitted !== null && activityAt(fitted.fit, 0) > administered.value + 2 * administered.standardUncertainty;
}

function worksheetOf(
  { nuclide }: DetectorInput,
  { points, fitted }: PlaceCurve,
  { volumeMl, mass }: ReturnType<typeof massOf>,
  halfLife: LocalHalfLives | null,
): WorksheetRow[] {
  return [
    worksheetRow('Volume by isocontour', volumeMl, 'mL'),
    worksheetRow('Mass', mass, 'g'),
    ...points.map(({ afterAdministration, activity }) => worksheetRow(`Activity at ${hoursOf(afterAdministration)} h`, activity, 'MBq')),
    ...(halfLife ? [worksheetRow('Half-life between the first two scans', halfLife.first, 'h')] : []),
    ...(fitted
      ? [
          worksheetRow('Effective half-life of the last phase', fitted.effectiveHalfLife, 'h'),
          worksheetRow('Time-integrated activity', fitted.timeIntegratedActivity, 'MBq h'),
          worksheetRow('Local absorbed dose', injectionSiteDose(nuclide.electronEnergyPerDecay, fitted.timeIntegratedActivity, mass), 'Gy'),
        ]
      : []),
  ];
}
