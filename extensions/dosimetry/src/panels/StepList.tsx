import { STEPS, useCourse } from '@graywise/extension-core';
import { STATUS_WORDS, stepStatus, type StepStatus } from './stepStatus.js';

const BADGE: Readonly<Record<StepStatus, string>> = {
  running: 'gw-badge-now',
  done: 'gw-badge-done',
  assumed: 'gw-badge-amber',
  warned: 'gw-badge-amber',
  decision: 'gw-badge-amber',
  red: 'gw-badge-red',
  now: 'gw-badge-now',
  waiting: 'gw-badge-waiting',
};

/** The seven steps, each with its result in a few words. */
export function StepList() {
  const { state, course } = useCourse();
  if (!state.overview) return null;
  return (
    <nav aria-label="Steps of the verification">
      <ol className="gw-steps">
        {STEPS.map(({ step, title }, index) => {
          const status = stepStatus(state, step);
          return (
            <li key={step}>
              <button
                type="button"
                className={step === state.step ? 'gw-step gw-selected' : 'gw-step'}
                aria-current={step === state.step ? 'step' : undefined}
                title={`Key ${String(index + 1)}`}
                data-cy={`gw-step-${step}`}
                data-status={status}
                onClick={() => course.actions.showStep(step)}
              >
                <span className="gw-quiet">{index + 1}</span>
                <span>{title}</span>
                {STATUS_WORDS[status] !== '' && <span className={`gw-badge ${BADGE[status]}`}>{STATUS_WORDS[status]}</span>}
                <span className="gw-headline">{state.outcomes[step]?.headline}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
