import { second } from '../quantities/quantity.js';
import type { Finding } from '../record/finding.js';
import { activityOfMask } from './activityOfMask.js';
import type { DetectorInput } from './detectorInput.js';
import { extraScanTimes } from './extraScanTimes.js';
import type { HotPlace } from './hotPlaces.js';
import { placeCurve } from './placeCurve.js';
import { worksheetRow } from './worksheetRow.js';

/** More places than this are one finding together: something else is wrong then, such as regions that do not lie on their organs. */
const MOST_PLACES = 5;

/** Uptake that no region holds (rule V8), the largest first. */
export function unexpectedUptakeFindings(input: DetectorInput, places: readonly HotPlace[]): Finding[] {
  const sorted = places.toSorted((a, b) => b.cluster.activityBq - a.cluster.activityBq);
  return sorted.slice(0, MOST_PLACES).map((place, index) => {
    const more = index === MOST_PLACES - 1 ? sorted.length - MOST_PLACES : 0;
    return findingOf(input, place, more);
  });
}

function findingOf(input: DetectorInput, { scan, cluster, share, mask }: HotPlace, more: number): Finding {
  const name = `place at ${cluster.centroidLps.map(value => value.toFixed(0)).join(', ')} mm`;
  const { points, fitted } = placeCurve(input, mask, name);
  const others = more > 0 ? ` ${String(more)} smaller places are not listed: look whether the regions lie on their organs.` : '';
  return {
    kind: 'unexpected uptake',
    region: null,
    placeLps: cluster.centroidLps,
    message: `${cluster.volumeMl.toFixed(0)} mL outside of all regions hold ${(100 * share).toFixed(1)} % of the administered activity at ${(scan.afterAdministration / 3600).toFixed(0)} h. Bladder, bowel, stomach and gall bladder may do so; a lesion that is not drawn, too.${others}`,
    worksheet: [
      worksheetRow('Volume', cluster.volumeMl, 'mL'),
      worksheetRow('Greatest concentration', cluster.maximumBqPerMl, 'MBq/mL'),
      worksheetRow(`Activity on scan ${String(scan.timePoint)}`, activityOfMask(input, scan, mask, name), 'MBq'),
      ...points
        .filter(({ timePoint }) => timePoint !== scan.timePoint)
        .map(({ timePoint, activity }) => worksheetRow(`Activity on scan ${String(timePoint)}`, activity, 'MBq')),
      ...(fitted ? [worksheetRow('Effective half-life', fitted.effectiveHalfLife, 'h')] : []),
    ],
    advice: ['Say what it is; draw it as a region and verify again when its dose matters.'],
    extraScans: extraScanTimes({
      lastScan: input.scans.at(-1)?.afterAdministration ?? second(0),
      halfLife: fitted?.effectiveHalfLife.value ?? input.nuclide.halfLife,
      soon: second(24 * 3600),
    }),
  };
}
