import type { CourseState } from '@graywise/extension-core';
import {
  gray,
  makeEstimate,
  type ActivityPrediction,
  type CyclePlan,
  type PopulationPrior,
  type RegionPrediction,
} from '@graywise/physics';
import { act, type ReactNode } from 'react';
import { doneStep, OVERVIEW } from '../../core/test/fixtures/fakeEngine';
import { showInCourse, type Shown } from '../../core/test/support';

export { click, type } from '../../core/test/support';

/** Shows a part in an open course whose steps are done. */
export function show(content: ReactNode, more: Partial<CourseState>): Shown {
  return showInCourse(content, { overview: OVERVIEW, outcomes: { verify: doneStep('verify'), record: doneStep('record') }, ...more });
}

/** Picks from a list as a person does. */
export function pick(select: HTMLSelectElement | null, value: string): void {
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select, value);
    select?.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

export const button = (node: HTMLElement, dataCy: string): HTMLButtonElement | null => node.querySelector(`[data-cy=${dataCy}]`);

export const kidneyLimit = { region: 'kidneys', value: gray(23), quantity: 'absorbed dose', source: 'A table.', confirmed: false } as const;

/** A population value of the site for a region that the shipped ones of 177Lu-PSMA-I&T lack. */
export const marrowOfTheSite: PopulationPrior = {
  id: 'site/red-marrow',
  version: '2026-01',
  radiopharmaceutical: '177Lu-PSMA-I&T',
  regions: ['red-marrow'],
  quantity: 'absorbed dose per activity',
  unit: 'Gy/GBq',
  median: 0.03,
  logDeviation: 0.4,
  n: 20,
  method: 'SPECT/CT',
  source: 'own patients',
  certainty: 'read in table',
  confirmed: true,
  origin: 'site',
};

/** A prediction with a tenth of its dose as uncertainty. */
export const prediction = (name: string, dose: number, more: Partial<RegionPrediction> = {}): RegionPrediction => {
  const estimate = makeEstimate(gray(dose), [{ source: 'between-cycle variation', key: 'cycles', standardUncertainty: 0.1 * dose }], {
    distribution: 'lognormal',
  });
  return {
    name,
    absorbedDose: estimate,
    bed: null,
    cumulative: estimate,
    cumulativeBed: null,
    limit: null,
    target: null,
    probabilityOverLimit: null,
    probabilityReachesTarget: null,
    ...more,
  };
};

/** What an activity would do: kidneys and a lesion, 2.5 and 6 Gy per GBq. */
export function predictionAt(gigabecquerel: number, kidneyRisk: number): ActivityPrediction {
  return {
    activity: (gigabecquerel * 1e9) as ActivityPrediction['activity'],
    predictions: [
      prediction('kidneys', 2.5 * gigabecquerel, { limit: kidneyLimit, probabilityOverLimit: kidneyRisk }),
      prediction('lesion-3', 6 * gigabecquerel),
    ],
    jointRisk: kidneyRisk,
    jointTarget: 0.6,
    limitRisks: [kidneyRisk],
    targetChances: [0.6],
  };
}

const { activity, predictions, jointRisk, jointTarget } = predictionAt(6.2, 0.05);
const fixed = predictionAt(7.4, 0.12);

/** A plan that suggests 6.2 GBq, beside 7.4 GBq of the label. */
export const PLAN: CyclePlan = {
  schema: 'graywise/plan/1',
  software: 'Graywise test',
  request: {
    cycle: 2,
    cyclesLeft: 3,
    limits: [kidneyLimit],
    targets: [{ region: 'lesion-3', value: gray(70), source: 'entered' }],
    riskAccepted: 0.05,
    activityCap: null,
  },
  activity,
  binding: 'kidneys',
  feasibleWindow: [4.9e9, 6.2e9] as unknown as CyclePlan['feasibleWindow'],
  predictions,
  alternatives: [{ title: 'Fixed 7.4 GBq', kind: 'fixed', source: 'A label.', confirmed: false, cycles: 3, ...fixed }],
  level: 'ii',
  reason: 'The limit of the kidneys at 5 % risk.',
  chosenActivity: null,
  assumptions: [],
  warnings: [],
  signOff: null,
  jointRisk,
  jointTarget,
  levels: {
    plan: { level: 'ii', reason: 'The activity follows from doses of this patient.' },
    verification: null,
  },
};
