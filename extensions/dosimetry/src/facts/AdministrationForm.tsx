import { useCourse } from '@graywise/extension-core';
import type { Facts } from '@graywise/physics';
import { useState } from 'react';
import { administrationOfFields, type AdministrationFields } from './administrationOfFields.js';
import { FactsForm } from './FactsForm.js';
import { fieldsOfAdministration } from './fieldsOfAdministration.js';
import { NumberField, TextField, TimeField } from './fields.js';

/** What a physicist knows of the administration, kept in the archive. */
export function AdministrationForm() {
  const { state } = useCourse();
  const [fields, setFields] = useState<AdministrationFields>(() => fieldsOfAdministration(state));
  const set = (change: Partial<AdministrationFields>): void => setFields({ ...fields, ...change });
  const factsWith = (stored: Facts): Facts => {
    const others = stored.administrations.filter(one => one.cycle !== state.cycle);
    return { ...stored, administrations: [...others, administrationOfFields(state.cycle, fields)] };
  };
  return (
    <FactsForm factsWith={factsWith} dataCy="gw-store-administration">
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
    </FactsForm>
  );
}
