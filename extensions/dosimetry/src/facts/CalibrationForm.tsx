import { useCourse } from '@graywise/extension-core';
import type { CalibrationFacts, Facts } from '@graywise/physics';
import { useState } from 'react';
import { calibrationOfFields, type CalibrationFields } from './calibrationOfFields.js';
import { FactsForm } from './FactsForm.js';
import { NumberField, TimeField } from './fields.js';
import { SeriesPicker } from './SeriesPicker.js';

const EMPTY: CalibrationFields = {
  kind: 'cylinder',
  series: '',
  activity: '',
  at: '',
  volume: '',
  percentUncertainty: '3',
  offsetMinutes: -new Date().getTimezoneOffset(),
};

/** The source that was used to calibrate the camera, and the acquisition of it in the archive. */
export function CalibrationForm() {
  const { state } = useCourse();
  const [fields, setFields] = useState(EMPTY);
  const set = (change: Partial<CalibrationFields>): void => setFields({ ...fields, ...change });
  const factsWith = (stored: Facts): Facts => {
    const calibration = calibrationOfFields(fields);
    return { ...stored, calibrations: [...stored.calibrations.filter(one => one.series !== calibration.series), calibration] };
  };
  return (
    <FactsForm factsWith={factsWith} dataCy="gw-store-calibration">
      <KnownCalibrations calibrations={state.overview?.facts.calibrations ?? []} />
      <SeriesPicker value={fields.series} onChange={series => set({ series })} />
      <div className="gw-pair">
        <NumberField
          title="Activity, MBq"
          value={fields.activity}
          dataCy="gw-calibration-activity"
          onChange={activity => set({ activity })}
        />
        <TimeField title="Measured at" value={fields.at} dataCy="gw-calibration-at" onChange={at => set({ at })} />
        <NumberField title="Filled volume, mL" value={fields.volume} dataCy="gw-calibration-volume" onChange={volume => set({ volume })} />
        <NumberField
          title="Uncertainty, %"
          value={fields.percentUncertainty}
          dataCy="gw-calibration-uncertainty"
          onChange={percentUncertainty => set({ percentUncertainty })}
        />
      </div>
    </FactsForm>
  );
}

function KnownCalibrations({ calibrations }: { readonly calibrations: readonly CalibrationFacts[] }) {
  if (calibrations.length === 0) return <p className="gw-quiet">No calibration source is stated yet.</p>;
  return (
    <ul className="gw-list">
      {calibrations.map(calibration => (
        <li key={calibration.series}>
          {calibration.kind}, {(calibration.activity / 1e6).toFixed(1)} MBq, series <code>{calibration.series}</code>
        </li>
      ))}
    </ul>
  );
}
