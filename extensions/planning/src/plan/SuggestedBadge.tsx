/** Marks a value that the centre must confirm; what it comes from is said on hover where it does not stand beside. */
export function SuggestedBadge({ source = '' }: { readonly source?: string | undefined }) {
  return (
    <span className="gw-badge gw-badge-amber" title={`Suggested: the centre must confirm it.${source === '' ? '' : ` ${source}`}`}>
      suggested
    </span>
  );
}
