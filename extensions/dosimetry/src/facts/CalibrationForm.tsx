import { useCourse } from '@graywise/extension-core';
import type { CalibrationFacts, Facts } from '@graywise/physics';
import { useState } from 'react';
import { calibrationOfFields, type CalibrationFields } from './calibrationOfFields.js';
import { FactsForm } from './FactsForm.js';
import { LinesField, NumberField, TimeField } from './fields.js';
import { SeriesPicker } from './SeriesPicker.js';

const EMPTY: CalibrationFields = {
  kind: 'cylinder',
  series: '',
  activity: '',
  at: '',
  volume: '',
  spheres: '',
  percentUncertainty: '3',
  offsetMinutes: -new Date().getTimezoneOffset(),
};

const KINDS: Readonly<Record<CalibrationFacts['kind'], string>> = {
  cylinder: 'Cylinder, filled evenly',
  sphere: 'One sphere',
  point: 'Point source',
  spheres: 'Hot spheres, for the resolution',
};

/** The source that was used to calibrate the camera, or the spheres that its resolution is measured by, and the acquisition of it in the archive. */
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
      <KindSelect kind={fields.kind} onChange={kind => set({ kind })} />
      <div className="gw-pair">
        <NumberField
          title="Activity, MBq"
          value={fields.activity}
          dataCy="gw-calibration-activity"
          onChange={activity => set({ activity })}
        />
        <TimeField title="Measured at" value={fields.at} dataCy="gw-calibration-at" onChange={at => set({ at })} />
        {fields.kind === 'cylinder' && (
          <NumberField
            title="Filled volume, mL"
            value={fields.volume}
            dataCy="gw-calibration-volume"
            onChange={volume => set({ volume })}
          />
        )}
        <NumberField
          title="Uncertainty, %"
          value={fields.percentUncertainty}
          dataCy="gw-calibration-uncertainty"
          onChange={percentUncertainty => set({ percentUncertainty })}
        />
      </div>
      {fields.kind === 'spheres' && (
        <LinesField
          title="A line for each sphere: inner diameter, then x, y, z of its centre in the image (LPS), mm"
          example="37, 28.6, -49.5, 0"
          value={fields.spheres}
          dataCy="gw-calibration-spheres"
          onChange={spheres => set({ spheres })}
        />
      )}
    </FactsForm>
  );
}

function KindSelect({
  kind,
  onChange,
}: {
  readonly kind: CalibrationFacts['kind'];
  readonly onChange: (kind: CalibrationFacts['kind']) => void;
}) {
  return (
    <label className="gw-field">
      Source
      <select
        className="gw-input"
        value={kind}
        data-cy="gw-calibration-kind"
        onChange={event => onChange(event.target.value as CalibrationFacts['kind'])}
      >
        {Object.entries(KINDS).map(([value, title]) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function KnownCalibrations({ calibrations }: { readonly calibrations: readonly CalibrationFacts[] }) {
  if (calibrations.length === 0) return <p className="gw-quiet">No calibration source is stated yet.</p>;
  return (
    <ul className="gw-list">
      {calibrations.map(({ kind, activity, series, diametersMm }) => (
        <li key={series}>
          {kind === 'spheres' ? `${String(diametersMm.length)} spheres` : kind}, {(activity / 1e6).toFixed(1)} MBq, series{' '}
          <code>{series}</code>
        </li>
      ))}
    </ul>
  );
}
