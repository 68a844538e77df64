import type { GammaCriteria } from '@graywise/physics';

/** The criteria that are usual. */
const USUAL: readonly { readonly percent: number; readonly mm: number }[] = [
  { percent: 3, mm: 3 },
  { percent: 2, mm: 2 },
];

/** When two doses count as the same at a point: within so many % of dose, or so many mm away. */
export function CriteriaFields({
  criteria,
  onChange,
}: {
  readonly criteria: GammaCriteria;
  readonly onChange: (criteria: GammaCriteria) => void;
}) {
  const field = (title: string, key: 'doseDifferencePercent' | 'distanceMm' | 'lowestDosePercent', dataCy: string) => (
    <label className="gw-field">
      {title}
      <input
        className="gw-input"
        type="number"
        required
        min={0.1}
        step="any"
        value={criteria[key]}
        data-cy={dataCy}
        onChange={event => onChange({ ...criteria, [key]: Number(event.target.value) })}
      />
    </label>
  );
  return (
    <fieldset className="gw-fieldset">
      <legend className="gw-row">
        <span>Gamma index: the doses agree within</span>
        <span className="gw-choice" role="group" aria-label="Usual criteria">
          {USUAL.map(({ percent, mm }) => (
            <button
              key={percent}
              type="button"
              className="gw-button"
              aria-pressed={criteria.doseDifferencePercent === percent && criteria.distanceMm === mm}
              data-cy={`gw-criteria-${String(percent)}-${String(mm)}`}
              onClick={() => onChange({ ...criteria, doseDifferencePercent: percent, distanceMm: mm })}
            >
              {percent} %/{mm} mm
            </button>
          ))}
        </span>
      </legend>
      <div className="gw-pair">
        {field('Dose difference, %', 'doseDifferencePercent', 'gw-criteria-percent')}
        {field('or distance, mm', 'distanceMm', 'gw-criteria-mm')}
        <label className="gw-field">
          % of
          <select
            className="gw-input"
            value={criteria.normalisation}
            data-cy="gw-criteria-of"
            onChange={event => onChange({ ...criteria, normalisation: event.target.value as GammaCriteria['normalisation'] })}
          >
            <option value="maximum">the largest dose (global)</option>
            <option value="local">the dose at the point (local)</option>
          </select>
        </label>
        {field('Leave out below, % of largest', 'lowestDosePercent', 'gw-criteria-lowest')}
      </div>
    </fieldset>
  );
}
