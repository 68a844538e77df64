import { RefusalNote } from '@graywise/extension-core';
import { GraywiseError } from '@graywise/physics';

/** What is wrong in a form, before anything is stored. */
export function FormFault({ fault }: { readonly fault: unknown }) {
  if (fault === null) return null;
  if (fault instanceof GraywiseError) return <RefusalNote refusal={fault} />;
  throw fault;
}
