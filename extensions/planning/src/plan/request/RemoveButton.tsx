interface RemoveButtonProps {
  readonly title: string;
  readonly onRemove: () => void;
}

export function RemoveButton({ title, onRemove }: RemoveButtonProps) {
  return (
    <button type="button" className="gw-link" aria-label={title} onClick={onRemove}>
      ✕
    </button>
  );
}
