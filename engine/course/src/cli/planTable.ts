import { regionLabel } from '@graywise/dicom';
import { doseWords, fixedCyclesWords, type CyclePlan, type RegionPrediction } from '@graywise/physics';
import { table } from './table.js';
import { withUncertainty } from './withUncertainty.js';

const megabecquerels = (activity: number): string => `${(activity / 1e6).toFixed(0)} MBq`;
/** One decimal below 10 %, where limits are kept or passed; the scenarios resolve nothing below 0.1 %. */
function percent(share: number | null | undefined): string {
  if (share === null || share === undefined) return '';
  if (share < 0.001) return '< 0.1 %';
  if (share > 0.999) return '> 99.9 %';
  return `${(share * 100).toFixed(share < 0.0995 ? 1 : 0)} %`;
}
const mark = (confirmed: boolean | undefined): string => (confirmed === false ? ' [suggested]' : '');
const twoDigits = (value: number): string => (value >= 99.5 ? value.toFixed(0) : value.toPrecision(2));

/** A plan as tables a person can read. */
export function planTable(plan: CyclePlan): string {
  const { levels, chosen, infeasibility } = plan;
  return [
    `Cycle ${String(plan.request.cycle)}: suggested activity ${megabecquerels(plan.activity)} (decided by: ${regionLabel(plan.binding, '')}; level ${plan.level})`,
    plan.reason,
    ...(infeasibility ? [infeasibility.sentence] : []),
    ...(plan.unrounded ? [`Before rounding: ${megabecquerels(plan.unrounded.activity)}.`] : []),
    ...(plan.jointRisk === null || plan.jointRisk === undefined
      ? []
      : [`Any limit is passed with a probability of ${percent(plan.jointRisk)}.`]),
    ...(plan.fixedActivityCycles ?? []).map(fixedCyclesWords),
    ...(levels ? [levels.plan.reason, ...(levels.verification ? [levels.verification.reason] : [])] : []),
    '',
    predictionTable(plan.predictions),
    boundTable(plan),
    alternativeTable(plan),
    ...(chosen ? [choiceWords(plan)] : []),
    notes(plan),
    '',
    'A suggestion for review by a medical physics expert; the practitioner prescribes.',
    '',
  ].join('\n');
}

function predictionTable(predictions: readonly RegionPrediction[]): string {
  const range = (interval: readonly [number, number] | undefined): string =>
    interval ? `${twoDigits(interval[0])} to ${twoDigits(interval[1])}` : '';
  const rows = predictions.map(prediction => [
    regionLabel(prediction.name, ''),
    withUncertainty(prediction.absorbedDose, 1),
    range(prediction.rangeOfCycle?.interval50),
    range(prediction.rangeOfCycle?.interval95),
    withUncertainty(prediction.cumulative, 1),
    range(prediction.rangeOfCourse?.interval95),
    prediction.limit ? doseWords(prediction.limit) : '',
    percent(prediction.probabilityOverLimit),
    prediction.target ? doseWords(prediction.target) : '',
    percent(prediction.probabilityReachesTarget),
  ]);
  const columns = ['region', 'this cycle (Gy)', '50 %', '95 %', 'whole course (Gy)', '95 %', 'limit', 'P over', 'target', 'P reached'];
  return table(columns, rows);
}

function boundTable({ bounds = [] }: CyclePlan): string {
  if (bounds.length === 0) return '';
  const rows = bounds.map(({ kind, text, byMedian, atProbability, probability }) => [
    text,
    kind,
    megabecquerels(byMedian),
    megabecquerels(atProbability),
    percent(probability),
  ]);
  return table(['what bounds the activity', 'kind', 'by median', 'as asked', 'P'], rows);
}

/** Cumulative doses of the regions with a limit or a target, with their 95 % ranges, side by side. What a centre must confirm is marked. */
function alternativeTable({ alternatives, predictions, request }: CyclePlan): string {
  if (alternatives.length === 0) return '';
  const named = predictions
    .filter(({ name, limit, target }) => limit !== null || target !== null || name.startsWith('lesion'))
    .map(({ name }) => name);
  const cell = (prediction: RegionPrediction | undefined): string => {
    if (!prediction) return '';
    const interval = prediction.rangeOfCourse?.interval95;
    const range = interval ? ` (${twoDigits(interval[0])} to ${twoDigits(interval[1])})` : '';
    const chance = percent(prediction.probabilityOverLimit ?? prediction.probabilityReachesTarget);
    return `${prediction.cumulative.value.toPrecision(3)}${range}${chance === '' ? '' : `, ${chance}`}`;
  };
  const rows = alternatives.map(({ title, activity, confirmed, cycles, jointRisk, predictions: doses }) => [
    title,
    `${megabecquerels(activity)}${mark(confirmed)}`,
    cycles === undefined ? '' : `${String(cycles)}${mark(request.cyclesSource?.confirmed)}`,
    percent(jointRisk),
    ...named.map(name => cell(doses.find(prediction => prediction.name === name))),
  ]);
  return table(
    ['alternative', 'activity', 'cycles', 'any limit passed', ...named.map(name => `${regionLabel(name, '')} (Gy, 95 %, P)`)],
    rows,
  );
}

function choiceWords({ chosen }: CyclePlan): string {
  if (!chosen) return '';
  const why = chosen.reason === '' ? '' : ` because: ${chosen.reason}`;
  const override = chosen.override ? ` Risk taken by ${chosen.override.who} for ${chosen.override.limits.join(', ')}.` : '';
  return `Chosen: ${chosen.title}, ${megabecquerels(chosen.activity)}${why}.${override} ${chosen.level.reason}\n`;
}

function notes({ protocolFindings = [], assumptions, warnings }: CyclePlan): string {
  return [
    ...protocolFindings.map(({ text }) => `? ${text}`),
    ...assumptions.map(({ text }) => `- ${text}`),
    ...warnings.map(({ code, message }) => `! ${message} [${code}]`),
  ].join('\n');
}
