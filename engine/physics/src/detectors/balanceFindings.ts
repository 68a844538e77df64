import { decayFactor } from '../nuclides/decayFactor.js';
import { divideEstimates } from '../quantities/divideEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { scaleEstimate } from '../quantities/scaleEstimate.js';
import type { Finding } from '../record/finding.js';
import type { DetectorInput, DetectorScan } from './detectorInput.js';
import type { DetectorThresholds } from './detectorThresholds.js';
import { earlyScanTimes } from './earlyScanTimes.js';
import { worksheetRow } from './worksheetRow.js';

/** A scan with the share of the administered activity, decay taken off, that it sees. */
interface Balance {
  readonly scan: DetectorScan;
  readonly share: Estimate;
}

/**
 * The activity in view against what was given and has decayed (rule V9). It can never be more; as nothing but decay and excretion happens, it never grows
 * when decay is taken off; and in the first hours a view of the trunk holds a good part of it.
 */
export function balanceFindings(input: DetectorInput, thresholds: DetectorThresholds): Finding[] {
  const balances = input.scans.map((scan): Balance => {
    const left = scaleEstimate(input.administered, decayFactor(input.nuclide.halfLife, scan.afterAdministration), value => value);
    return { scan, share: divideEstimates(scan.inView, left, value => value) };
  });
  const problem = tooMuch(balances) ?? growing(balances, thresholds) ?? tooLittle(balances, thresholds);
  if (problem === null) return [];
  return [
    {
      kind: 'activity balance',
      region: null,
      placeLps: null,
      message: problem.message,
      worksheet: balances.map(({ scan, share }) =>
        worksheetRow(`In view at ${hoursOf(scan)} h, of the administered activity less decay`, share, '%'),
      ),
      advice: [...problem.advice, NEXT_TIME],
      extraScans: earlyScanTimes(EXTRA_HOURS, input.nuclide.halfLife),
    },
  ];
}

interface Problem {
  readonly message: string;
  readonly advice: readonly string[];
}

const CHECK = [
  'Check the assay of the activity, its residual and their times.',
  'Check the calibration factor, its units, and the count rates (dead time).',
];

/** Before the first voiding, and within the day. Suggested; the centre must confirm. */
const EXTRA_HOURS = [1, 24];
const NEXT_TIME =
  'Next cycle, scan the whole body before the first voiding, when all that was given must be in view, and once more within the day: that checks assay and calibration.';

const hoursOf = ({ afterAdministration }: DetectorScan): string => (afterAdministration / 3600).toFixed(0);
const percent = (value: number): string => `${(100 * value).toFixed(0)} %`;

function tooMuch(balances: readonly Balance[]): Problem | null {
  const found = balances.find(({ share }) => share.value - 2 * share.standardUncertainty > 1);
  if (!found) return null;
  return {
    message: `At ${hoursOf(found.scan)} h the images hold ${percent(found.share.value)} of the administered activity: more than there is.`,
    advice: CHECK,
  };
}

function growing(balances: readonly Balance[], { balanceGrowth }: DetectorThresholds): Problem | null {
  for (const [index, { scan, share }] of balances.slice(1).entries()) {
    const earlier = balances[index];
    if (!earlier || earlier.share.value === 0 || share.value / earlier.share.value <= balanceGrowth) continue;
    return {
      message: `From ${hoursOf(earlier.scan)} h to ${hoursOf(scan)} h the activity in view grew from ${percent(earlier.share.value)} to ${percent(share.value)} of what decay leaves: nothing in the body makes activity.`,
      advice: [...CHECK, 'Check that both scans see the same part of the body.'],
    };
  }
  return null;
}

function tooLittle(balances: readonly Balance[], { balanceLeast, balanceUntilHours }: DetectorThresholds): Problem | null {
  const found = balances.find(
    ({ scan, share }) => scan.afterAdministration <= balanceUntilHours * 3600 && share.value + 2 * share.standardUncertainty < balanceLeast,
  );
  if (!found) return null;
  return {
    message: `At ${hoursOf(found.scan)} h the images hold only ${percent(found.share.value)} of the administered activity: some of it may have stayed at the injection, outside of the field of view.`,
    advice: ['Look at the arm of the injection, by a camera or a probe.', ...CHECK],
  };
}
