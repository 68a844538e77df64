import { useCourse, type SeriesSummary } from '@graywise/extension-core';
import { useState } from 'react';

/** Finds emission series in the archive by patient name, because calibrations are filed under the name of a phantom. */
export function SeriesPicker({ value, onChange }: { readonly value: string; readonly onChange: (seriesUid: string) => void }) {
  const { course } = useCourse();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly SeriesSummary[] | null>(null);
  const search = (): void => void course.findEmissionSeries(text).then(setFound, () => setFound([]));
  return (
    <div className="gw-stack">
      <label className="gw-field">
        Calibration acquisition: part of the patient name it is filed under
        <span className="gw-row">
          <input className="gw-input" value={text} data-cy="gw-series-search" onChange={event => setText(event.target.value)} />
          <button type="button" className="gw-button" data-cy="gw-series-find" onClick={search}>
            Find
          </button>
        </span>
      </label>
      {found && (
        <select
          className="gw-input"
          aria-label="Calibration acquisition"
          value={value}
          data-cy="gw-series"
          onChange={event => onChange(event.target.value)}
        >
          <option value="">{found.length === 0 ? 'Nothing found' : 'Choose…'}</option>
          {found.map(series => (
            <option key={series.seriesInstanceUid} value={series.seriesInstanceUid}>
              {series.patientName} {series.date} {series.modality} {series.description}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
