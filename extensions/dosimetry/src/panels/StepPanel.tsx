import {
  AssumptionList,
  MountedPart,
  ProvenanceDrawer,
  RefusalNote,
  STEPS,
  stepIndex,
  useCourse,
  WarningList,
} from '@graywise/extension-core';
import type { Step } from '@graywise/physics';
import type { ComponentType } from 'react';
import { AlignStep } from '../steps/AlignStep.js';
import { CalibrateStep } from '../steps/CalibrateStep.js';
import { DoseStep } from '../steps/DoseStep.js';
import { RegionsStep } from '../steps/RegionsStep.js';
import { TimeActivityStep } from '../steps/TimeActivityStep.js';
import { DecisionForm } from './DecisionForm.js';
import { StepActions } from './StepActions.js';

const CONTENT: Readonly<Partial<Record<Step, ComponentType>>> = {
  calibrate: CalibrateStep,
  align: AlignStep,
  regions: RegionsStep,
  'time-activity': TimeActivityStep,
  dose: DoseStep,
};

/** The right panel: what the active step did and assumed, its numbers, and the two buttons that go on. */
export function StepPanel() {
  const { state } = useCourse();
  const { step } = state;
  const outcome = state.outcomes[step];
  const Content = CONTENT[step];
  return (
    <div className="gw-panel" data-cy="gw-step-panel" data-step={step}>
      <h2 className="gw-title">
        {stepIndex(step) + 1} {STEPS[stepIndex(step)]?.title}
      </h2>
      {outcome ? outcome.did !== '' && <p>{outcome.did}</p> : <p className="gw-quiet">This step has not run yet.</p>}
      {outcome?.refusal && <RefusalNote refusal={outcome.refusal} />}
      {outcome?.status === 'needs a decision' && <DecisionForm key={step} decisions={outcome.decisions} />}
      {Content ? <Content /> : <MountedPart key={step} place={`step:${step}`} />}
      <ProvenanceDrawer />
      <AssumptionList assumptions={outcome?.assumptions ?? []} />
      <WarningList warnings={outcome?.warnings ?? []} />
      <StepActions />
    </div>
  );
}
