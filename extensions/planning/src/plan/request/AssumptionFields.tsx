import { actingTrend, protocolRequest, shippedProtocols, type CycleTrend, type PlanRequest } from '@graywise/physics';
import { NumberInput } from './NumberInput.js';
import { RadiobiologyRows } from './RadiobiologyRows.js';
import { SourceMark } from './SourceMark.js';
import { statedByPerson } from './statedByPerson.js';

interface AssumptionFieldsProps {
  readonly draft: PlanRequest;
  readonly onChange: (change: Partial<PlanRequest>) => void;
}

/** What a plan takes for true of patient and cycles: whose dose per activity, how it changes from cycle to cycle, and the radiobiology of BED and EQD2. */
export function AssumptionFields({ draft, onChange }: AssumptionFieldsProps) {
  return (
    <details className="gw-details" data-cy="gw-assumed">
      <summary>Assumed of patient and cycles</summary>
      <div className="gw-pair">
        <label className="gw-field">
          Dose per activity from
          <select
            className="gw-input"
            value={draft.basis ?? 'population and patient'}
            data-cy="gw-basis"
            onChange={event => onChange({ basis: event.target.value as NonNullable<PlanRequest['basis']> })}
          >
            <option value="population and patient">population and patient</option>
            <option value="patient alone">patient alone</option>
          </select>
        </label>
        <TrendFields draft={draft} onChange={onChange} />
      </div>
      <RadiobiologyRows draft={draft} onChange={onChange} />
    </details>
  );
}

/** Nothing is lost altogether from one cycle to the next. */
const LEAST_CHANGE_PERCENT = -99;
const NO_CHANGE: CycleTrend = { organs: 0, lesions: 0, source: 'entered', confirmed: true };

/** The change of the dose per activity from cycle to cycle: as suggested by the protocol or, without one, by Graywise; stated by a person; or none. */
function TrendFields({ draft, onChange }: AssumptionFieldsProps) {
  const { trend } = draft;
  const choices: Readonly<Record<string, () => CycleTrend | null | undefined>> = {
    suggested: () => trendOfProtocol(draft),
    stated: () => statedByPerson(trend ?? NO_CHANGE),
    none: () => null,
  };
  const change = (part: Partial<CycleTrend>): void => onChange({ trend: statedByPerson({ ...NO_CHANGE, ...trend, ...part }) });
  return (
    <>
      <label className="gw-field">
        Change from cycle to cycle
        <select
          className="gw-input"
          value={trend === null ? 'none' : trend?.confirmed ? 'stated' : 'suggested'}
          data-cy="gw-trend"
          onChange={event => onChange({ trend: choices[event.target.value]?.() })}
        >
          <option value="suggested">as suggested</option>
          <option value="stated">stated</option>
          <option value="none">none</option>
        </select>
      </label>
      {trend && (
        <>
          <NumberInput
            title="Organs, % per cycle"
            value={100 * trend.organs}
            step={1}
            least={LEAST_CHANGE_PERCENT}
            dataCy="gw-trend-organs"
            onChange={value => change({ organs: value / 100 })}
          />
          <NumberInput
            title="Lesions, % per cycle"
            value={100 * trend.lesions}
            step={1}
            least={LEAST_CHANGE_PERCENT}
            dataCy="gw-trend-lesions"
            onChange={value => change({ lesions: value / 100 })}
          />
          <SourceMark stated={trend} />
          {!actingTrend(draft) && <small className="gw-source">Not used: by medians or the patient alone no suggested change acts.</small>}
        </>
      )}
    </>
  );
}

/** What the protocol has; undefined without one, so that the suggested change acts. */
function trendOfProtocol(draft: PlanRequest): CycleTrend | null | undefined {
  const protocol = shippedProtocols().find(({ id }) => id === draft.protocol);
  return protocol && protocolRequest(protocol, { ...draft, trend: undefined }).trend;
}
