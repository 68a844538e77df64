import { useCourse } from '@graywise/extension-core';
import { gray, type PlanRequest } from '@graywise/physics';
import { labelOf } from '../labelOf.js';
import { verifiedCycles } from '../verifiedCycles.js';

/** Where the number in the field starts, Gy; a person changes it. */
const FIRST_TARGET_GY = 70;
const FIRST_LIMIT_GY = 20;

/** Adds a limit of an organ, or a target of a lesion, of the lesion of the least dose or of the mean of the lesions. */
export function AddRegion({ draft, onChange }: { readonly draft: PlanRequest; readonly onChange: (change: Partial<PlanRequest>) => void }) {
  const { state } = useCourse();
  const regions = verifiedCycles(state.overview).at(-1)?.regions ?? [];
  const names = regions.map(region => region.name);
  const together = names.some(name => name.startsWith('lesion')) ? ['worst-lesion', 'mean-lesion'] : [];
  const used = [...draft.limits, ...draft.targets].map(one => one.region);
  const free = [...names, ...together].filter(name => !used.includes(name));
  if (free.length === 0) return null;
  const add = (name: string): void => {
    if (name.includes('lesion'))
      onChange({ targets: [...draft.targets, { region: name, value: gray(FIRST_TARGET_GY), source: 'entered' }] });
    else
      onChange({ limits: [...draft.limits, { region: name, value: gray(FIRST_LIMIT_GY), quantity: 'absorbed dose', source: 'entered' }] });
  };
  return (
    <label className="gw-field">
      Add a limit or target
      <select className="gw-input" value="" data-cy="gw-add-limit" onChange={event => event.target.value !== '' && add(event.target.value)}>
        <option value="">Choose a region…</option>
        {free.map(name => (
          <option key={name} value={name}>
            {labelOf(name, regions)}
          </option>
        ))}
      </select>
    </label>
  );
}
