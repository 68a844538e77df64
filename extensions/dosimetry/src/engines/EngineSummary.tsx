import { doseEngineTitle } from '@graywise/extension-core';
import type { DoseMethod } from '@graywise/physics';
import { AssumedByEngine } from './AssumedByEngine.js';

/** Which engine made a dose, why that one, how sure its model is, and what it assumes. */
export function EngineSummary({ method }: { readonly method: DoseMethod }) {
  const { engine, chosenBy, reason } = method;
  return (
    <section className="gw-stack" data-cy="gw-dose-engine" data-engine={engine}>
      <p>
        Dose engine: <strong>{doseEngineTitle(engine)}</strong>, chosen by {chosenBy === 'person' ? 'a person' : 'the course'}.{' '}
        <span data-cy="gw-dose-engine-reason">{reason}</span>
      </p>
      <AssumedByEngine description={method} />
    </section>
  );
}
