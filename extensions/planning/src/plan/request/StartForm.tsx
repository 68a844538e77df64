import { useCourse } from '@graywise/extension-core';
import { shippedProtocols } from '@graywise/physics';
import { initialRequest } from '../initialRequest.js';

/** Where nothing says what will be given: the protocol does, and planning starts from it. */
export function StartForm() {
  const { state, course } = useCourse();
  return (
    <label className="gw-field" data-cy="gw-plan-start">
      What will be given
      <select
        className="gw-input"
        value=""
        data-cy="gw-start-protocol"
        onChange={event => {
          const protocol = shippedProtocols().find(({ id }) => id === event.target.value);
          if (!protocol) return;
          const { radiopharmaceutical } = protocol;
          const priors = state.overview?.facts.priors ?? [];
          void course.actions.suggestPlan(initialRequest({ history: [], radiopharmaceutical, firstCycle: state.cycle, priors }));
        }}
      >
        <option value="">Choose a protocol…</option>
        {shippedProtocols().map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
