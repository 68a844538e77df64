import { parseMeasurements } from '@graywise/dicom';
import { RefusalNote, useCourse } from '@graywise/extension-core';
import { GraywiseError, type Facts, type MeasurementRow } from '@graywise/physics';
import { FactsFileInput } from './FactsFileInput.js';
import { FactsForm } from './FactsForm.js';
import { measurementSeries, withMeasurements, withoutSeries } from './measurementSeries.js';
import { StoredFacts } from './StoredFacts.js';
import { useReadFiles } from './useReadFiles.js';

/** Planar views, probe and whole-body counts and blood samples from tables (docs/measurements.md). What a file holds is shown before it is stored. */
export function MeasurementsForm() {
  const { state } = useCourse();
  const { read, fault, choose } = useReadFiles(rowsOf);
  const { overview } = state;
  if (!overview) return null;
  const rows = read.flat();
  const factsWith = (stored: Facts): Facts => {
    if (rows.length === 0) throw new GraywiseError('GW_MEASUREMENTS_INVALID', { expected: 'a table', where: 'the form', found: 'none' });
    return withMeasurements(stored, rows);
  };
  return (
    <FactsForm factsWith={factsWith} dataCy="gw-store-measurements">
      <StoredFacts
        none="No measurement is stored yet."
        entries={measurementSeries(overview.facts.measurements ?? []).map(series => ({
          words: series.words,
          without: facts => withoutSeries(facts, series),
        }))}
      />
      <FactsFileInput label="Tables of measurements, CSV" accept=".csv,text/csv" dataCy="gw-measurement-files" onChoose={choose} />
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
