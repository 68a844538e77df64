import type { MeasuredRegionResult } from '@graywise/physics';
import { formatEstimate } from '../format/formatEstimate.js';
import { formatMeasuredIntegral } from '../format/formatMeasuredIntegral.js';
import { formatPercent } from '../format/formatPercent.js';
import { measurementTitle } from '../format/measurementTitle.js';
import type { Explanation } from './explanation.js';
import { shiftNotes } from './shiftNotes.js';

/** The dose of a region without voxels: its equation with the publication, the curve that it rests on, and what was assumed. Null where no dose follows. */
export function explainMeasured(region: MeasuredRegionResult): Explanation | null {
  const { label, kind, absorbedDose, alphaDose, method, model, curve, effectiveHalfLife, extrapolatedFraction, confirmed } = region;
  if (!absorbedDose) return null;
  const measurements = curve.length === 0 ? '' : `, ${String(curve.length)} measurement${curve.length === 1 ? '' : 's'}`;
  return {
    title: `Absorbed dose to ${label}`,
    value: `${formatEstimate(absorbedDose)} Gy`,
    estimate: absorbedDose,
    equation: method,
    source: `By ${measurementTitle(kind)}${measurements}, from the facts of this patient. Curve: ${model}.`,
    inputs: [
      { name: 'Time-integrated activity Ã', value: formatMeasuredIntegral(region) },
      { name: 'Effective half-life', value: `${formatEstimate(effectiveHalfLife, 1 / 3600)} h` },
      { name: 'Of Ã, after the last measurement', value: formatPercent(extrapolatedFraction) },
      ...(alphaDose ? [{ name: 'Of the dose, by alpha particles', value: `${formatEstimate(alphaDose)} Gy` }] : []),
    ],
    notes: [
      ...region.assumptions,
      ...(confirmed ? [] : ['A number in it is suggested; the centre must confirm it.']),
      ...shiftNotes(absorbedDose),
      ...region.warnings.map(({ message }) => message),
    ],
    objects: [],
  };
}
