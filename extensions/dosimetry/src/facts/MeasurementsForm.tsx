import { parseMeasurements } from '@graywise/dicom';
import { RefusalNote, useCourse } from '@graywise/extension-core';
import { GraywiseError, type Facts, type MeasurementRow } from '@graywise/physics';
import { useRef, useState } from 'react';
import { FactsForm } from './FactsForm.js';
import { measurementSeries, withMeasurements, withoutSeries } from './measurementSeries.js';

/** Planar views, probe and whole-body counts and blood samples from tables (docs/measurements.md). What a file holds is shown before it is stored. */
export function MeasurementsForm() {
  const { state, course } = useCourse();
  const [rows, setRows] = useState<readonly MeasurementRow[]>([]);
  const [fault, setFault] = useState<GraywiseError | null>(null);
  const choices = useRef(0);
  const { overview } = state;
  if (!overview) return null;
  const read = async (files: readonly File[]): Promise<void> => {
    const choice = ++choices.current;
    setRows([]);
    setFault(null);
    const found = await Promise.all(files.map(rowsOf)).catch((refused: unknown) => refused);
    // Another choice was made meanwhile.
    if (choice !== choices.current) return;
    if (Array.isArray(found)) setRows(found.flat() as MeasurementRow[]);
    else if (found instanceof GraywiseError) setFault(found);
    else throw found;
  };
  const factsWith = (stored: Facts): Facts => {
    if (rows.length === 0) throw new GraywiseError('GW_MEASUREMENTS_INVALID', { expected: 'a table', where: 'the form', found: 'none' });
    return withMeasurements(stored, rows);
  };
  const stored = measurementSeries(overview.facts.measurements ?? []);
  return (
    <FactsForm factsWith={factsWith} dataCy="gw-store-measurements">
      <p className="gw-quiet">{stored.length === 0 ? 'No measurement is stored yet.' : 'Stored:'}</p>
      <ul className="gw-list">
        {stored.map(series => (
          <li key={series.words}>
            {series.words}{' '}
            <button
              type="button"
              className="gw-button"
              disabled={state.running !== null}
              onClick={() => void course.actions.storeFacts(withoutSeries(overview.facts, series))}
            >
              Remove
            </button>
          </li>
        ))}
      </ul>
      <label className="gw-field">
        Tables of measurements, CSV
        <input
          className="gw-input"
          type="file"
          accept=".csv,text/csv"
          multiple
          data-cy="gw-measurement-files"
          // So that a file that was corrected may be chosen again.
          onClick={event => (event.currentTarget.value = '')}
          onChange={event => void read([...(event.target.files ?? [])])}
        />
      </label>
      {fault && <RefusalNote refusal={fault} />}
      {rows.length > 0 && (
        <>
          <p className="gw-quiet">In these files:</p>
          <ul className="gw-list" data-cy="gw-measurement-series">
            {measurementSeries(rows).map(({ words }) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
    </FactsForm>
  );
}

async function rowsOf(file: File): Promise<MeasurementRow[]> {
  const text = await file.text().catch(() => {
    throw new GraywiseError('GW_MEASUREMENTS_INVALID', { expected: 'a readable file', where: file.name, found: 'none' });
  });
  return parseMeasurements(text, file.name);
}
