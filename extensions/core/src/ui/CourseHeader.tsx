import { formatMoment } from '../format/formatMoment.js';
import { formatSignificant } from '../format/formatSignificant.js';
import { patientName } from '../format/patientName.js';
import { useCourse } from './useCourse.js';

/** Who, which therapy, which cycles: the head of the left panel. */
export function CourseHeader() {
  const { state, course } = useCourse();
  const { overview } = state;
  if (!overview)
    return (
      <p className="gw-quiet">{state.phase === 'refused' ? 'The course could not be read.' : 'Reading the course from the archive…'}</p>
    );
  return (
    <header data-cy="gw-course">
      <h2 className="gw-title">{patientName(overview.patient.name)}</h2>
      <p className="gw-quiet">
        {overview.cycles[0]?.radiopharmaceutical}, ID {overview.patient.id}
      </p>
      <ul className="gw-cycles">
        {overview.cycles.map(cycle => (
          <li key={cycle.cycle}>
            <button
              type="button"
              className={cycle.cycle === state.cycle ? 'gw-cycle gw-selected' : 'gw-cycle'}
              aria-current={cycle.cycle === state.cycle}
              disabled={state.running !== null}
              data-cy={`gw-cycle-${String(cycle.cycle)}`}
              onClick={() => course.actions.showCycle(cycle.cycle)}
            >
              <span>Cycle {cycle.cycle}</span>
              <span>
                {cycle.administeredMegabecquerel === null
                  ? 'activity not stated'
                  : `${formatSignificant(cycle.administeredMegabecquerel / 1000)} GBq`}
              </span>
              <span className="gw-quiet">{cycle.administrationStart ? formatMoment(cycle.administrationStart) : ''}</span>
              <span>
                {cycle.verification
                  ? '✓ verified'
                  : cycle.plan
                    ? 'planned'
                    : cycle.scans.length > 0
                      ? `${String(cycle.scans.length)} scans`
                      : 'no scans'}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </header>
  );
}
