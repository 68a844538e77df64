interface ExplainableTextProps {
  readonly text: string;
  /** What the figure is, for screen readers. */
  readonly name: string;
  readonly onExplain: () => void;
}

/** A figure that a click asks where it comes from. */
export function ExplainableText({ text, name, onExplain }: ExplainableTextProps) {
  return (
    <button
      type="button"
      className="gw-number gw-explainable"
      title="Where does this come from?"
      aria-label={`${name} ${text}. Where does this come from?`.trim()}
      onClick={onExplain}
    >
      {text}
    </button>
  );
}
