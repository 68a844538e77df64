import { currentCycle, fieldOfInstant, useCourse } from '@graywise/extension-core';
import { useState } from 'react';
import { administrationOfFields, type AdministrationFields } from './administrationOfFields.js';
import { FormFault } from './FormFault.js';
import { NumberField, TextField, TimeField } from './fields.js';

/** What a physicist knows of the administration, kept in the archive. */
export function AdministrationForm() {
  const { state, course } = useCourse();
  const [fields, setFields] = useState<AdministrationFields>(() => initialFields(state));
  const [fault, setFault] = useState<unknown>(null);
  if (!state.overview) return null;
  const { facts } = state.overview;
  const set = (change: Partial<AdministrationFields>): void => setFields({ ...fields, ...change });
  const save = (): void => {
    try {
      const administration = administrationOfFields(state.cycle, fields);
      setFault(null);
      void course.actions.storeFacts({
        ...facts,
        administrations: [...facts.administrations.filter(one => one.cycle !== state.cycle), administration],
      });
    } catch (found) {
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
      <TextField
        title="Radiopharmaceutical"
        value={fields.radiopharmaceutical}
        dataCy="gw-radiopharmaceutical"
        onChange={radiopharmaceutical => set({ radiopharmaceutical })}
      />
      <div className="gw-pair">
        <NumberField
          title="Activity before, MBq"
          value={fields.preActivity}
          dataCy="gw-pre-activity"
          onChange={preActivity => set({ preActivity })}
        />
        <TimeField title="Measured at" value={fields.preAt} dataCy="gw-pre-at" onChange={preAt => set({ preAt })} />
        <NumberField
          title="Residual, MBq"
          value={fields.residualActivity}
          dataCy="gw-residual-activity"
          onChange={residualActivity => set({ residualActivity })}
        />
        <TimeField title="Measured at" value={fields.residualAt} dataCy="gw-residual-at" onChange={residualAt => set({ residualAt })} />
        <TimeField title="Administration from" value={fields.start} dataCy="gw-start" onChange={start => set({ start })} />
        <TimeField title="to" value={fields.end} dataCy="gw-end" onChange={end => set({ end })} />
      </div>
      <FormFault fault={fault} />
      <button type="submit" className="gw-button" disabled={state.running !== null} data-cy="gw-store-administration">
        Store these facts
      </button>
    </form>
  );
}

function initialFields(state: Parameters<typeof currentCycle>[0]): AdministrationFields {
  const stated = state.overview?.facts.administrations.find(one => one.cycle === state.cycle);
  const cycle = currentCycle(state);
  const start = stated?.start ?? cycle?.administrationStart ?? null;
  return {
    radiopharmaceutical: stated?.radiopharmaceutical ?? cycle?.radiopharmaceutical ?? '',
    preActivity: stated ? String(stated.preAssay.activity / 1e6) : String(cycle?.administeredMegabecquerel ?? ''),
    preAt: stated ? fieldOfInstant(stated.preAssay.at) : start ? fieldOfInstant(start) : '',
    residualActivity: stated?.residual ? String(stated.residual.activity / 1e6) : '',
    residualAt: stated?.residual ? fieldOfInstant(stated.residual.at) : '',
    start: start ? fieldOfInstant(start) : '',
    end: stated?.end ? fieldOfInstant(stated.end) : '',
    offsetMinutes: start?.offsetMinutes ?? -new Date().getTimezoneOffset(),
  };
}
