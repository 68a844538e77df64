import type { SingleScanChoice, SingleScanOption } from '@graywise/course';
import { currentCycle, useCourse, type CourseState } from '@graywise/extension-core';
import { useState } from 'react';
import { ReasonField } from '../panels/ReasonField.js';
import { MethodPicker } from './MethodPicker.js';
import { ScanPicker } from './ScanPicker.js';
import { EVERY_METHOD, isComplete } from './singleScanChoice.js';

/** What some scans alone would have said of half-life and dose, beside all of them; and a way to use only these. */
export function FewerScans() {
  const { state, course } = useCourse();
  const scans = currentCycle(state)?.scans ?? [];
  const [picked, setPicked] = useState<readonly number[]>(() => lastButOne(scans.map(({ timePoint }) => timePoint)));
  const [choice, setChoice] = useState<SingleScanChoice>({ method: 'population', halfLifeHours: null });
  if (scans.length < 2) return null;
  const options = optionsFor(state);
  const single = picked.length === 1;
  const dosed = state.outcomes.dose?.status === 'done';
  const ready = picked.length > 0 && picked.length < scans.length && (!single || isComplete(choice));
  return (
    <details className="gw-details" data-cy="gw-fewer-scans">
      <summary>With fewer scans</summary>
      <form
        className="gw-form"
        onSubmit={event => {
          event.preventDefault();
          void course.actions.compareScans(picked, choice);
        }}
      >
        <ScanPicker picked={picked} onChange={setPicked} />
        {single && <MethodPicker options={options} choice={choice} name="gw-fewer-method" onChange={setChoice} />}
        {picked.length === 2 && (
          <label className="gw-tick">
            <input
              type="checkbox"
              checked={choice.method === 'map'}
              data-cy="gw-two-scans-map"
              onChange={event => {
                setChoice({ ...choice, method: event.target.checked ? 'map' : 'population' });
              }}
            />
            <span>With the half-life of the population: the most probable curve of both (MAP)</span>
          </label>
        )}
        <button type="submit" className="gw-button" disabled={!ready || !dosed || state.running !== null} data-cy="gw-compare-scans">
          Compare with all scans
        </button>
        {!dosed && <p className="gw-quiet">The comparison needs the dose of step 5.</p>}
        {!state.stored && ready && <UseOnly picked={picked} choice={choice} />}
      </form>
    </details>
  );
}

/** A late scan says most of the integral: the last but one is usually well timed. */
function lastButOne(timePoints: readonly number[]): readonly number[] {
  const wanted = timePoints.at(-2);
  return wanted === undefined ? timePoints : [wanted];
}

/** Every method stays on offer whichever region is picked, that of a cohort where the site has one; what is known says what it rests on for that region. */
function optionsFor(state: CourseState): readonly SingleScanOption[] {
  const known = state.scanReview.comparison?.regions.find(({ name }) => name === state.region)?.options ?? [];
  const hasCohort = (state.overview?.facts.cohorts ?? []).length > 0;
  return EVERY_METHOD.filter(({ method }) => hasCohort || method !== 'cohort').map(
    option => known.find(({ method }) => method === option.method) ?? option,
  );
}

function UseOnly({ picked, choice }: { readonly picked: readonly number[]; readonly choice: SingleScanChoice }) {
  const { state, course } = useCourse();
  const [reason, setReason] = useState('');
  const chosen = state.answers.some(({ kind }) => kind === 'choose scans');
  return (
    <details className="gw-details" data-cy="gw-use-only">
      <summary>Make the dose from these scans only</summary>
      <div className="gw-form">
        <ReasonField value={reason} dataCy="gw-use-reason" onChange={setReason} />
        <button
          type="button"
          className="gw-button"
          disabled={reason.trim() === '' || state.running !== null}
          data-cy="gw-use-scans"
          onClick={() => void course.actions.chooseScans(picked, choice, reason)}
        >
          Use these scans only
        </button>
        {chosen && (
          <button
            type="button"
            className="gw-button gw-button-quiet"
            disabled={state.running !== null}
            onClick={() => void course.actions.chooseScans([], choice, '')}
          >
            Use all scans again
          </button>
        )}
      </div>
    </details>
  );
}
