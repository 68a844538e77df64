interface Stated {
  readonly source: string;
  readonly confirmed?: boolean;
}

/** Where a limit or target comes from; marked where the centre must confirm it. */
export function SourceMark({ stated }: { readonly stated: Stated }) {
  if (stated.confirmed !== false) return <small className="gw-source">{stated.source}</small>;
  return (
    <small className="gw-source" title="Suggested: the centre must confirm it.">
      <span className="gw-badge gw-badge-amber">suggested</span> {stated.source}
    </small>
  );
}
