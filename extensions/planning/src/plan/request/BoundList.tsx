import type { ReactNode } from 'react';

interface BoundListProps<B> {
  readonly title: string;
  readonly bounds: readonly B[];
  readonly onChange: (bounds: readonly B[]) => void;
  /** A row of the list; it changes its bound, or takes it away with null. */
  readonly row: (bound: B, onChange: (changed: B | null) => void) => ReactNode;
}

/** Limits or targets, a row each; nothing where there are none. */
export function BoundList<B extends { readonly region: string }>({ title, bounds, onChange, row }: BoundListProps<B>) {
  if (bounds.length === 0) return null;
  return (
    <fieldset className="gw-fieldset">
      <legend>{title}</legend>
      {bounds.map((bound, index) => (
        <div key={`${bound.region} ${String(index)}`} className="gw-limit-row">
          {row(bound, changed => onChange(bounds.flatMap((one, at) => (at !== index ? [one] : changed ? [changed] : []))))}
        </div>
      ))}
    </fieldset>
  );
}
