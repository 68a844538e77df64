import { useCourse } from '@graywise/extension-core';
import { GraywiseError } from '@graywise/physics';
import { useState } from 'react';
import { administrationOfFields, type AdministrationFields } from './administrationOfFields.js';
import { fieldsOfAdministration } from './fieldsOfAdministration.js';
import { FormFault } from './FormFault.js';
import { NumberField, TextField, TimeField } from './fields.js';

/** What a physicist knows of the administration, kept in the archive. */
export function AdministrationForm() {
  const { state, course } = useCourse();
  const [fields, setFields] = useState<AdministrationFields>(() => fieldsOfAdministration(state));
  const [fault, setFault] = useState<GraywiseError | null>(null);
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
