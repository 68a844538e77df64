import { useCourse } from '@graywise/extension-core';
import type { Facts } from '@graywise/physics';
import { useState } from 'react';
import { FactsForm } from './FactsForm.js';
import { NumberField } from './fields.js';
import { resolutionOfFields } from './resolutionOfFields.js';
import { StoredFacts } from './StoredFacts.js';

/** The resolution of the emission images, as a physicist states it where no spheres were measured. */
export function ResolutionForm() {
  const { state } = useCourse();
  const [fields, setFields] = useState({ fwhm: '', uncertainty: '' });
  const { resolution } = state.overview?.facts ?? {};
  const stored = resolution ? [`${String(resolution.fwhmMm)} ± ${String(resolution.uncertaintyMm)} mm`] : [];
  return (
    <FactsForm factsWith={facts => ({ ...facts, resolution: resolutionOfFields(fields) })} dataCy="gw-store-resolution">
      <p className="gw-quiet">Used where no spheres were measured: partial volume is then corrected by it.</p>
      <StoredFacts
        none="No resolution is stated."
        entries={stored.map(words => ({ words, without: (facts: Facts): Facts => ({ ...facts, resolution: null }) }))}
      />
      <div className="gw-pair">
        <NumberField
          title="Full width at half maximum, mm"
          value={fields.fwhm}
          dataCy="gw-resolution-fwhm"
          onChange={fwhm => setFields({ ...fields, fwhm })}
        />
        <NumberField
          title="Standard uncertainty, mm"
          value={fields.uncertainty}
          dataCy="gw-resolution-uncertainty"
          onChange={uncertainty => setFields({ ...fields, uncertainty })}
        />
      </div>
    </FactsForm>
  );
}
