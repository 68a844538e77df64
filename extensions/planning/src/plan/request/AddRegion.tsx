import { useCourse } from '@graywise/extension-core';
import { gray, shippedProtocols, type DoseLimit, type DoseTarget, type PlanRequest } from '@graywise/physics';
import { labelOf } from '../labelOf.js';
import { quantityWords } from '../quantityWords.js';
import { regionsOfPopulation } from '../regionsOfPopulation.js';
import { lastRegions } from '../lastRegions.js';

/** Where the number in the field starts, Gy; a person changes it. */
const FIRST_TARGET_GY = 70;
const FIRST_LIMIT_GY = 20;
const LESIONS_TOGETHER = ['worst-lesion', 'mean-lesion'] as const;

interface AddRegionProps {
  readonly draft: PlanRequest;
  readonly onChange: (change: Partial<PlanRequest>) => void;
}

/** Something that can be added, by what people read. */
interface Addition {
  readonly title: string;
  readonly limit?: DoseLimit;
  readonly target?: DoseTarget;
}

/**
 * Adds a limit or a target: one that the protocol suggests without applying it, or one of a region with a number to fill in. Regions are those of the last
 * verified cycle; before the first cycle those of which the population lets predict a dose, and nothing else is offered.
 */
export function AddRegion({ draft, onChange }: AddRegionProps) {
  const { state } = useCourse();
  const regions = lastRegions(state.overview);
  const isFirst = draft.cycle === 1;
  const own = isFirst ? regionsOfPopulation(draft, state.overview?.facts.priors ?? []) : regions.map(({ name }) => name);
  const names = [...own, ...(own.some(name => name.startsWith('lesion')) ? LESIONS_TOGETHER : [])];
  const additions = [
    ...suggestedBy(draft, name => labelOf(name, regions)).filter(
      ({ limit, target }) => !isFirst || names.includes(limit?.region ?? target?.region ?? ''),
    ),
    ...freeRegions(draft, names).map(name => blankOf(name, labelOf(name, regions))),
  ];
  if (additions.length === 0) return null;
  const add = ({ limit, target }: Addition): void =>
    onChange({
      ...(limit && { limits: [...draft.limits, limit] }),
      ...(target && { targets: [...draft.targets, target] }),
    });
  return (
    <label className="gw-field">
      Add a limit or target
      <select
        className="gw-input"
        value=""
        data-cy="gw-add-limit"
        onChange={event => {
          const addition = additions[Number(event.target.value)];
          if (event.target.value !== '' && addition) add(addition);
        }}
      >
        <option value="">Choose…</option>
        {additions.map(({ title }, index) => (
          <option key={title} value={index}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What the protocol has without applying it by default, such as limits in BED. */
function suggestedBy({ protocol: id, limits, targets }: PlanRequest, label: (name: string) => string): readonly Addition[] {
  const protocol = shippedProtocols().find(one => one.id === id);
  if (!protocol) return [];
  const same = (a: DoseLimit | DoseTarget, b: DoseLimit | DoseTarget): boolean =>
    a.region === b.region && a.value === b.value && (a.quantity ?? 'absorbed dose') === (b.quantity ?? 'absorbed dose');
  const title = (
    kind: string,
    { region, value, quantity, note }: Pick<DoseLimit, 'region' | 'value'> & { quantity?: DoseLimit['quantity']; note: string },
  ) => `${label(region)}, ${kind} ${quantityWords(value, quantity)}${note === '' ? '' : `, ${note}`} (suggested)`;
  return [
    ...protocol.limits
      .filter(one => !limits.some(limit => same(limit, one)))
      .map(one => ({ title: title('limit', one), limit: limitOnly(one) })),
    ...protocol.targets
      .filter(one => !targets.some(target => same(target, one)))
      .map(one => ({ title: title('target', one), target: targetOnly(one) })),
  ];
}

function limitOnly({ region, value, quantity, per, source, confirmed }: DoseLimit & { readonly confirmed: boolean }): DoseLimit {
  return { region, value, quantity, source, confirmed, ...(per && { per }), populationAllowed: region === 'red-marrow' };
}

function targetOnly({ region, value, quantity, source, confirmed }: DoseTarget & { readonly confirmed: boolean }): DoseTarget {
  return { region, value, source, confirmed, ...(quantity && { quantity }) };
}

function freeRegions(draft: PlanRequest, names: readonly string[]): readonly string[] {
  const used = [...draft.limits, ...draft.targets].map(({ region }) => region);
  return names.filter(name => !used.includes(name));
}

function blankOf(name: string, label: string): Addition {
  if (name.includes('lesion'))
    return { title: `${label}, target`, target: { region: name, value: gray(FIRST_TARGET_GY), source: 'entered' } };
  return { title: `${label}, limit`, limit: { region: name, value: gray(FIRST_LIMIT_GY), quantity: 'absorbed dose', source: 'entered' } };
}
