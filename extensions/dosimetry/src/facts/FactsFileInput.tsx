/** A choice of files whose content is read at once. */
export function FactsFileInput({
  label,
  accept,
  dataCy,
  onChoose,
}: {
  readonly label: string;
  readonly accept: string;
  readonly dataCy: string;
  readonly onChoose: (files: readonly File[]) => void;
}) {
  return (
    <label className="gw-field">
      {label}
      <input
        className="gw-input"
        type="file"
        accept={accept}
        multiple
        data-cy={dataCy}
        // So that a file that was corrected may be chosen again.
        onClick={event => (event.currentTarget.value = '')}
        onChange={event => {
          onChoose([...(event.target.files ?? [])]);
        }}
      />
    </label>
  );
}
