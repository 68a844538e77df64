import type { EngineDescription } from '@graywise/course';
import { AssumptionList, doseEngineTitle, formatPercent } from '@graywise/extension-core';

/** How sure the model of an engine is, and what it takes for true. */
export function AssumedByEngine({ description }: { readonly description: EngineDescription }) {
  const { engine, assumptions, modelUncertainty } = description;
  return (
    <details data-cy="gw-assumed-by-engine">
      <summary>
        {doseEngineTitle(engine)}: model uncertainty <span className="gw-number">± {formatPercent(modelUncertainty.relative)}</span>, and
        what it assumes
      </summary>
      <p>{modelUncertainty.reason}</p>
      <AssumptionList assumptions={assumptions.map(text => ({ step: 'dose', text }))} />
    </details>
  );
}
