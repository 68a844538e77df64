import { log } from '../numerics/log.js';
import { choosePrior } from '../priors/choosePrior.js';
import { predictiveEstimate } from '../priors/predictiveEstimate.js';
import { divideEstimates } from '../quantities/divideEstimates.js';
import { interval95 } from '../quantities/interval95.js';
import { hours, second } from '../quantities/quantity.js';
import { relativeUncertainty } from '../quantities/relativeUncertainty.js';
import { studentTQuantile } from '../quantities/studentTQuantile.js';
import type { Finding, WorksheetRow } from '../record/finding.js';
import type { DetectorInput, DetectorRegion } from './detectorInput.js';
import type { DetectorThresholds } from './detectorThresholds.js';
import { extraScanTimes } from './extraScanTimes.js';
import { hotPelvis, type HotPelvis } from './hotPelvis.js';
import { worksheetRow } from './worksheetRow.js';

/** What speaks against one kidney. */
interface Suspicion {
  readonly kidney: DetectorRegion;
  readonly reason: string;
}

/**
 * A kidney that may be obstructed (rule V11): dose or activity far from the other's, a half-life above the population's 97.5 %, activity that rises between
 * scans, a renal pelvis hotter than its kidney. One finding for both, on the kidney that most speaks against; null when nothing does.
 */
export function kidneyFinding(input: DetectorInput, thresholds: DetectorThresholds): Finding | null {
  const kidneys = input.regions.filter(({ name }) => /^kidney(s|-left|-right)$/.test(name));
  const pelves = kidneys.flatMap(kidney => hotPelvis(input, kidney, thresholds) ?? []);
  const suspicions = [
    ...asymmetry(kidneys, thresholds),
    ...kidneys.flatMap(kidney => [...slowClearance(input, kidney), ...rising(kidney, thresholds)]),
    ...pelves.map(({ kidney, cluster }): Suspicion => ({
      kidney,
      reason: `beside the ${nameOf(kidney)} lie ${cluster.volumeMl.toFixed(0)} mL hotter than itself, such as a full renal pelvis`,
    })),
  ];
  const suspect = mostSuspected(suspicions);
  if (!suspect) return null;
  const lastScan = input.scans.at(-1)?.afterAdministration ?? second(0);
  return {
    kind: 'kidney obstruction',
    region: suspect.name,
    placeLps: pelves.find(({ kidney }) => kidney === suspect)?.cluster.centroidLps ?? null,
    message: `${suspect.label}: ${suspicions.map(({ reason }) => reason).join('; ')}. Urine may be held back.`,
    worksheet: worksheetOf(input, kidneys, pelves),
    advice: [
      'Look at both kidneys and their pelves on the images; a wide pelvis on the CT speaks for an obstruction.',
      'Tell the physician; ask urology. Hold the next cycle until a medical physics expert has reviewed the doses of the kidneys.',
    ],
    extraScans: extraScanTimes({ lastScan, halfLife: suspect.effectiveHalfLife.value, soon: hours(24), atLeast: hours(120) }),
  };
}

const nameOf = ({ name }: DetectorRegion): string => name.replace(/^kidney-(\w+)$/, '$1 kidney');

function asymmetry(kidneys: readonly DetectorRegion[], { kidneyRatio }: DetectorThresholds): Suspicion[] {
  const left = kidneys.find(({ name }) => name === 'kidney-left');
  const right = kidneys.find(({ name }) => name === 'kidney-right');
  if (!left || !right) return [];
  const last = (region: DetectorRegion): number => region.curve.at(-1)?.activity.value ?? NaN;
  const ratios = [
    ['dose', left.absorbedDose.value / right.absorbedDose.value],
    ['late activity', last(left) / last(right)],
  ] as const;
  return ratios
    .filter(([, ratio]) => ratio > kidneyRatio || ratio < 1 / kidneyRatio)
    .map(([what, ratio]) => ({
      kidney: ratio > 1 ? left : right,
      reason: `its ${what} is ${Math.max(ratio, 1 / ratio).toFixed(1)} times that of the ${nameOf(ratio > 1 ? right : left)}`,
    }));
}

/** Curves of one scan whose half-life other patients or a person gave. */
const NOT_OF_THE_PATIENT: readonly DetectorRegion['model'][] = [
  'stated half-life',
  'population half-life',
  'Hänscheid 2018',
  'mean of a cohort',
];

function slowClearance(input: DetectorInput, kidney: DetectorRegion): Suspicion[] {
  const limit = populationLimit(input, kidney);
  if (limit === null || NOT_OF_THE_PATIENT.includes(kidney.model)) return [];
  const { value } = kidney.effectiveHalfLife;
  const population = predictiveEstimate(limit.prior);
  const z = log(value / population.value) / Math.hypot(relativeUncertainty(population), relativeUncertainty(kidney.effectiveHalfLife));
  if (!(z > studentTQuantile(0.975, population.degreesOfFreedom))) return [];
  const suggested = limit.prior.confirmed ? '' : ', a suggested value';
  return [
    {
      kidney,
      reason: `its activity leaves with ${(value / 3600).toFixed(0)} h, more than in 97.5 % of patients (${(limit.seconds / 3600).toFixed(0)} h${suggested})`,
    },
  ];
}

function populationLimit({ radiopharmaceutical, sitePriors }: DetectorInput, { name }: DetectorRegion) {
  const prior = choosePrior({ radiopharmaceutical, region: name, quantity: 'effective half-life' }, sitePriors);
  return prior && { prior, seconds: interval95(predictiveEstimate(prior))[1] };
}

function rising(kidney: DetectorRegion, { kidneyRise, riseAfterHours }: DetectorThresholds): Suspicion[] {
  const points = kidney.curve.filter(({ afterAdministration }) => afterAdministration >= riseAfterHours * 3600);
  return points.slice(1).flatMap((point, index): Suspicion[] => {
    const earlier = points[index];
    if (!earlier || earlier.activity.value === 0) return [];
    const ratio = divideEstimates(point.activity, earlier.activity, value => value);
    // Beyond the rise that is allowed by more than two of its own uncertainties; what both points share cancels.
    if (ratio.value - 2 * ratio.standardUncertainty <= kidneyRise) return [];
    const times = `${(earlier.afterAdministration / 3600).toFixed(0)} h to ${(point.afterAdministration / 3600).toFixed(0)} h`;
    return [{ kidney, reason: `its activity rises from ${times}, ${ratio.value.toFixed(1)} times` }];
  });
}

/** The kidney with most against it, the first of equals. */
function mostSuspected(suspicions: readonly Suspicion[]): DetectorRegion | null {
  const counts = new Map<DetectorRegion, number>();
  for (const { kidney } of suspicions) counts.set(kidney, (counts.get(kidney) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first ? first[0] : null;
}

function worksheetOf(input: DetectorInput, kidneys: readonly DetectorRegion[], pelves: readonly HotPelvis[]): WorksheetRow[] {
  const rows = kidneys.flatMap(kidney => [
    worksheetRow(`${kidney.label}: absorbed dose`, kidney.absorbedDose, 'Gy'),
    worksheetRow(`${kidney.label}: effective half-life`, kidney.effectiveHalfLife, 'h'),
    ...kidney.curve.map(({ afterAdministration, activity }) =>
      worksheetRow(`${kidney.label}: activity at ${(afterAdministration / 3600).toFixed(0)} h`, activity, 'MBq'),
    ),
  ]);
  const [left, right] = ['kidney-left', 'kidney-right'].map(name => kidneys.find(kidney => kidney.name === name));
  const limit = kidneys[0] && populationLimit(input, kidneys[0]);
  return [
    ...rows,
    ...(left && right
      ? [
          worksheetRow(
            'Dose, left over right',
            divideEstimates(left.absorbedDose, right.absorbedDose, value => value),
            '1',
          ),
        ]
      : []),
    ...(limit ? [worksheetRow('Half-life of 97.5 % of patients', limit.seconds, 'h')] : []),
    ...pelves.flatMap(({ kidney, cluster, timePoint }) => [
      worksheetRow(`Beside the ${nameOf(kidney)}, scan ${String(timePoint)}: volume`, cluster.volumeMl, 'mL'),
      worksheetRow(`Beside the ${nameOf(kidney)}, scan ${String(timePoint)}: greatest concentration`, cluster.maximumBqPerMl, 'MBq/mL'),
    ]),
  ];
}
