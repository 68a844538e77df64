import { useCourse } from '@graywise/extension-core';
import { GraywiseError, type CalibrationFacts } from '@graywise/physics';
import { useState } from 'react';
import { calibrationOfFields, type CalibrationFields } from './calibrationOfFields.js';
import { NumberField, TimeField } from './fields.js';
import { FormFault } from './FormFault.js';
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
  const { state, course } = useCourse();
  const [fields, setFields] = useState(EMPTY);
  const [fault, setFault] = useState<GraywiseError | null>(null);
  if (!state.overview) return null;
  const { facts } = state.overview;
  const set = (change: Partial<CalibrationFields>): void => setFields({ ...fields, ...change });
  const save = (): void => {
    try {
      const calibration = calibrationOfFields(fields);
      setFault(null);
      void course.actions.storeFacts({
        ...facts,
        calibrations: [...facts.calibrations.filter(one => one.series !== calibration.series), calibration],
      });
    } catch (found) {
      if (!(found instanceof GraywiseError)) throw found;
      setFault(found);
    }
  };
  return (
    <form
      className="gw-form"
      onSubmit={event => {
        event.preventDefault();
        save();
      }}
    >
      <KnownCalibrations calibrations={facts.calibrations} />
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
      <FormFault fault={fault} />
      <button type="submit" className="gw-button" disabled={state.running !== null} data-cy="gw-store-calibration">
        Store these facts
      </button>
    </form>
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
