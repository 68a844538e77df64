import { SuggestedBadge } from '../SuggestedBadge.js';

interface Stated {
  readonly source: string;
  readonly confirmed?: boolean;
}

/** Where a value of the request comes from; marked where the centre must confirm it. */
export function SourceMark({ stated }: { readonly stated: Stated }) {
  if (stated.confirmed !== false) return <small className="gw-source">{stated.source}</small>;
  return (
    <small className="gw-source">
      <SuggestedBadge /> {stated.source}
    </small>
  );
}
