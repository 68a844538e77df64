import type { Estimate, ObjectReference } from '@graywise/physics';

/** Where a number comes from, ready to be shown. */
export interface Explanation {
  readonly title: string;
  /** The value with its unit. */
  readonly value: string;
  /** Null for a figure that has no uncertainty of its own. */
  readonly estimate: Estimate | null;
  readonly equation: string;
  readonly source: string;
  readonly inputs: readonly { readonly name: string; readonly value: string }[];
  readonly notes: readonly string[];
  readonly objects: readonly { readonly what: string; readonly reference: ObjectReference }[];
}
