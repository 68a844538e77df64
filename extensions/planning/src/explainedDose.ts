import type { ExplainedQuantity } from '@graywise/extension-core';
import type { CourseRegion } from '@graywise/physics';

/** What the drawer explains of the dose of a region, drawn or measured without images. */
export function explainedDose({ name, measuredAs }: Pick<CourseRegion, 'name' | 'measuredAs'>): ExplainedQuantity {
  return measuredAs === null ? { region: name, quantity: 'absorbedDose' } : { region: measuredAs, quantity: 'measuredDose' };
}
