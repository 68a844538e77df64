import { addMeasurements, parseMeasurements } from '@graywise/dicom';
import { RefusalNote, useCourse } from '@graywise/extension-core';
import { GraywiseError, type Facts, type MeasurementRow } from '@graywise/physics';
import { useState } from 'react';
import { FactsForm } from './FactsForm.js';
import { measurementSeries } from './measurementSeries.js';

/** Planar views, probe and whole-body counts and blood samples from tables (docs/measurements.md). What a file holds is shown before it is stored. */
export function MeasurementsForm() {
  const { state } = useCourse();
  const [rows, setRows] = useState<readonly MeasurementRow[]>([]);
  const [fault, setFault] = useState<GraywiseError | null>(null);
  const read = async (files: readonly File[]): Promise<void> => {
    setRows([]);
    setFault(null);
    try {
      const tables = await Promise.all(files.map(async file => parseMeasurements(await file.text(), file.name)));
      setRows(tables.flat());
    } catch (found) {
      if (!(found instanceof GraywiseError)) throw found;
      setFault(found);
    }
  };
  const factsWith = (stored: Facts): Facts => {
    if (rows.length === 0) throw new GraywiseError('GW_MEASUREMENTS_INVALID', { expected: 'a table', where: 'the form', found: 'none' });
    return addMeasurements(stored, rows);
  };
  return (
    <FactsForm factsWith={factsWith} dataCy="gw-store-measurements">
      <Series title="Stored" rows={state.overview?.facts.measurements ?? []} none="No measurement is stored yet." />
      <label className="gw-field">
        Tables of measurements, CSV
        <input
          className="gw-input"
          type="file"
          accept=".csv,text/csv"
          multiple
          data-cy="gw-measurement-files"
          onChange={event => void read([...(event.target.files ?? [])])}
        />
      </label>
      {fault && <RefusalNote refusal={fault} />}
      {rows.length > 0 && <Series title="In these files" rows={rows} none="" />}
    </FactsForm>
  );
}

function Series({ title, rows, none }: { readonly title: string; readonly rows: readonly MeasurementRow[]; readonly none: string }) {
  if (rows.length === 0) return <p className="gw-quiet">{none}</p>;
  return (
    <>
      <p className="gw-quiet">{title}:</p>
      <ul className="gw-list" data-cy="gw-measurement-series">
        {measurementSeries(rows).map(words => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </>
  );
}
