import type { CurvePoint } from '@graywise/physics';
import type { MeasuredRegion } from '../model/cycle.js';

/** Which points of the curves are no scans, in words. */
export function measuredPointWords(
  curves: readonly { readonly mask: MeasuredRegion['mask']; readonly curve: readonly CurvePoint[] }[],
): string[] {
  return curves.flatMap(({ mask, curve }) => {
    const points = curve.filter(({ measuredBy }) => measuredBy !== undefined);
    const times = points.map(({ afterAdministration }) => (afterAdministration / 3600).toFixed(1)).join(', ');
    const kinds = [...new Set(points.map(({ measuredBy }) => measuredBy))].join(' and ');
    return points.length === 0 ? [] : [`${mask.label}: the points at ${times} h are ${kinds} counts, scaled to the scans.`];
  });
}
