import { becquerel, type ActivityCap, type PlanRequest } from '@graywise/physics';
import { NumberInput } from './NumberInput.js';

interface CapFieldsProps {
  readonly draft: PlanRequest;
  readonly onChange: (change: Partial<PlanRequest>) => void;
}

const BQ_PER_MBQ = 1e6;

/** What bounds the activity beside doses: licence, stock, a stated cap, whole steps of the vial; and what to compare with: an activity, or one per body mass. */
export function CapFields({ draft, onChange }: CapFieldsProps) {
  const capOf = (name: ActivityCap['name']): number => (draft.caps?.find(cap => cap.name === name)?.activity ?? 0) / BQ_PER_MBQ;
  const setCap = (name: ActivityCap['name'], megabecquerel: number): void => {
    const others = (draft.caps ?? []).filter(cap => cap.name !== name);
    const cap = { name, activity: becquerel(megabecquerel * BQ_PER_MBQ), source: 'entered' };
    onChange({ caps: megabecquerel > 0 ? [...others, cap] : others });
  };
  const stated = draft.caps?.length ?? 0;
  const fixed = draft.fixedActivity ?? 0;
  return (
    <details className="gw-details" open={stated > 0 || draft.activityCap !== null || fixed > 0}>
      <summary>Largest activity, stock, what to compare with</summary>
      <div className="gw-pair">
        <NumberInput
          title="Licence, MBq (0: none)"
          value={capOf('licence')}
          step={50}
          dataCy="gw-cap-licence"
          onChange={value => setCap('licence', value)}
        />
        <NumberInput
          title="In stock, MBq (0: not stated)"
          value={capOf('stock')}
          step={50}
          dataCy="gw-cap-stock"
          onChange={value => setCap('stock', value)}
        />
        <NumberInput
          title="Largest activity, MBq (0: none)"
          value={(draft.activityCap ?? 0) / BQ_PER_MBQ}
          step={50}
          dataCy="gw-cap"
          onChange={value => onChange({ activityCap: value > 0 ? becquerel(value * BQ_PER_MBQ) : null })}
        />
        <NumberInput
          title="Round down to, MBq (0: not)"
          value={(draft.roundTo ?? 0) / BQ_PER_MBQ}
          step={50}
          dataCy="gw-round-to"
          onChange={value => onChange({ roundTo: value > 0 ? becquerel(value * BQ_PER_MBQ) : null })}
        />
        <NumberInput
          title="To compare with, MBq (0: the label)"
          value={fixed / BQ_PER_MBQ}
          step={50}
          dataCy="gw-fixed-activity"
          onChange={value => onChange({ fixedActivity: value > 0 ? becquerel(value * BQ_PER_MBQ) : null })}
        />
        <BodyMassFields draft={draft} onChange={onChange} />
      </div>
    </details>
  );
}

/** Both numbers together make an alternative; one alone waits for the other. */
function BodyMassFields({ draft, onChange }: CapFieldsProps) {
  const { bodyMassKg = 0, becquerelPerKilogram = 0 } = draft.perBodyMass ?? {};
  const set = (mass: number, perKilogram: number): void =>
    onChange({
      perBodyMass: mass > 0 || perKilogram > 0 ? { bodyMassKg: mass, becquerelPerKilogram: perKilogram, source: 'entered' } : null,
    });
  return (
    <>
      <NumberInput
        title="Body mass, kg"
        value={bodyMassKg}
        step={1}
        dataCy="gw-body-mass"
        onChange={value => set(value, becquerelPerKilogram)}
      />
      <NumberInput
        title="To compare with, MBq/kg"
        value={becquerelPerKilogram / BQ_PER_MBQ}
        step={1}
        dataCy="gw-per-mass"
        onChange={value => set(bodyMassKg, value * BQ_PER_MBQ)}
      />
    </>
  );
}
