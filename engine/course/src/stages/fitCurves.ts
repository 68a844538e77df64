import type { Assumption } from '@graywise/physics';
import type { CurvedCycle, RegionCurve, SegmentedCycle } from '../model/cycle.js';
import { regionCurve } from './regionCurve.js';
import { scansInUse, type ScansInUse } from './scansInUse.js';
import { refuseUndrawnRegions } from './refuseUndrawnRegions.js';
import { singleScanBasis } from './singleScanBasis.js';
import { report, type StageTools } from './stageTools.js';
import { measuredPointWords } from './measuredPointWords.js';
import { sumOfParts } from './sumOfParts.js';

/** regions -> Bq s. The activity of every region at every scan in use that sees it, fitted and integrated. */
export function fitCurves(segmented: SegmentedCycle, tools: StageTools): CurvedCycle {
  refuseUndrawnRegions(segmented);
  const scans = scansInUse(segmented, tools.answers);
  const fits = segmented.regions.map((region, index): RegionCurve => {
    report(tools, 'time-activity', index / segmented.regions.length, `Fitting ${region.mask.label}`);
    return regionCurve(segmented, region, scans, tools);
  });
  const curves = fits.map(region => sumOfParts(region, fits));
  return {
    ...segmented,
    assumptions: [
      ...segmented.assumptions,
      { step: 'time-activity', text: 'Effective decay is never slower than the decay of the nuclide.' },
      ...measuredPointWords(curves).map((text): Assumption => ({ step: 'time-activity', text })),
      ...choiceOfScans(scans),
      ...choiceOfTail(curves, tools),
      ...singleScans(segmented, curves, tools),
      ...withoutPrior(segmented, curves, tools),
    ],
    curves,
    scansInUse: scans.indices,
  };
}

function choiceOfScans({ choice }: ScansInUse): Assumption[] {
  if (!choice) return [];
  const named = `${choice.timePoints.length === 1 ? 'scan' : 'scans'} ${choice.timePoints.join(', ')}`;
  return [{ step: 'time-activity', text: `Curves are made of ${named} alone: ${choice.reason}.` }];
}

/** What decays after the last scan, where a person chose it and a curve follows it. */
function choiceOfTail(curves: readonly RegionCurve[], { answers }: StageTools): Assumption[] {
  const { tail } = curves.find(({ fit }) => !fit.singleScan) ?? { tail: null };
  const reason = answers.find(({ kind }) => kind === 'choose tail')?.reason;
  if (!tail || reason === undefined) return [];
  const followed = tail.rule === 'physical decay' ? 'physical decay' : 'the half-life of a population';
  return [{ step: 'time-activity', text: `After the last scan curves of drawn regions follow ${followed}, not the fit: ${reason}.` }];
}

/** Which half-life stood in for the scans that are not there, and who chose it. */
function singleScans(segmented: SegmentedCycle, curves: readonly RegionCurve[], { answers }: StageTools): Assumption[] {
  return curves.flatMap(({ name, mask, fit }): Assumption[] => {
    if (!fit.singleScan) return [];
    const reason = singleScanBasis(segmented, name, answers)?.reason ?? '';
    const chosen = reason === '' ? '' : ` Chosen by a person: ${reason}.`;
    return [{ step: 'time-activity', text: `${mask.label}: ${fit.reason}${chosen}` }];
  });
}

/** A half-life that a person chose for a region whose scans are many enough without it. */
function withoutPrior(segmented: SegmentedCycle, curves: readonly RegionCurve[], { answers }: StageTools): Assumption[] {
  if (!answers.some(({ kind }) => kind === 'state half-life')) return [];
  const decided = curves.filter(({ name, fit }) => !fit.singleScan && singleScanBasis(segmented, name, answers)?.reason);
  if (decided.length === 0) return [];
  const labels = decided.map(({ mask }) => mask.label).join(', ');
  return [{ step: 'time-activity', text: `${labels}: the scans decide the curve; the half-life chosen for single scans takes no part.` }];
}
