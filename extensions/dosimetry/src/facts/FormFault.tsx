import { RefusalNote } from '@graywise/extension-core';
import type { GraywiseError } from '@graywise/physics';

/** What is wrong in a form, before anything is stored. */
export function FormFault({ fault }: { readonly fault: GraywiseError | null }) {
  return fault && <RefusalNote refusal={fault} />;
}
