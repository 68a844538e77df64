import type { CyclePlan, Instant, PlanAlternative, PlanChoice, RegionPrediction } from '@graywise/physics';
import { dicomCode, ucum, type Code } from '../../model/code.js';
import type { StudyContext } from '../../model/studyContext.js';
import type { NaturalDataset } from '../naturalDataset.js';
import type { ObjectFrame } from '../objects/objectFrame.js';
import { containerItem, NO_UNIT, numberItem, textItem } from './contentItem.js';
import { estimateItem } from './estimateItem.js';
import { GRAYWISE_CODES } from './graywiseCodes.js';
import { reportObject } from './reportObject.js';
import { warningItems } from './warningItems.js';

const MEGABECQUEREL = ucum('MBq', 'megabecquerel');
const GRAY = ucum('Gy');

/** The suggestion for a cycle as a structured report: suggested and chosen activity, the reason, and the doses it would give. */
export function planReport(plan: CyclePlan, study: StudyContext, at: Instant): ObjectFrame {
  const { cycle } = plan.request;
  return reportObject(
    {
      title: GRAYWISE_CODES.plan,
      template: null,
      seriesNumber: 9005,
      description: `Activity plan, cycle ${cycle}`,
      software: plan.software,
      cycle,
      references: [],
      record: plan,
      signOff: plan.signOff,
      items: [
        numberItem(GRAYWISE_CODES.suggestedActivity, plan.activity / 1e6, MEGABECQUEREL),
        ...(plan.chosenActivity === null ? [] : [numberItem(GRAYWISE_CODES.chosenActivity, plan.chosenActivity / 1e6, MEGABECQUEREL)]),
        ...(plan.unrounded ? [numberItem(GRAYWISE_CODES.unroundedActivity, plan.unrounded.activity / 1e6, MEGABECQUEREL)] : []),
        textItem(GRAYWISE_CODES.reason, plan.reason),
        ...(plan.infeasibility ? [textItem(GRAYWISE_CODES.reason, plan.infeasibility.sentence)] : []),
        ...(plan.levels ? [textItem(GRAYWISE_CODES.level, plan.levels.plan.reason)] : []),
        ...probabilityItem(GRAYWISE_CODES.jointRisk, plan.jointRisk),
        ...(plan.bounds ?? []).map(({ text }) => textItem(GRAYWISE_CODES.activityBound, text)),
        containerItem(GRAYWISE_CODES.predictions, plan.predictions.map(predictionItem)),
        ...(plan.alternatives.length > 0 ? [containerItem(GRAYWISE_CODES.alternatives, plan.alternatives.map(alternativeItem))] : []),
        ...(plan.chosen ? [choiceItem(plan.chosen)] : []),
        ...warningItems(plan.assumptions, plan.warnings),
      ],
    },
    study,
    at,
  );
}

function predictionItem(prediction: RegionPrediction): NaturalDataset {
  const { name, absorbedDose, bed, cumulative, probabilityOverLimit, probabilityReachesTarget } = prediction;
  return containerItem(GRAYWISE_CODES.predictedRegion, [
    textItem(dicomCode('112039', 'Tracking Identifier'), name, { relationship: 'HAS OBS CONTEXT' }),
    estimateItem(dicomCode('128533', 'Mean Absorbed Radiation Dose'), absorbedDose, GRAY),
    ...(bed ? [estimateItem(GRAYWISE_CODES.bed, bed, GRAY)] : []),
    estimateItem(GRAYWISE_CODES.cumulativeDose, cumulative, GRAY),
    ...probabilityItem(GRAYWISE_CODES.overLimit, probabilityOverLimit),
    ...probabilityItem(GRAYWISE_CODES.reachesTarget, probabilityReachesTarget),
  ]);
}

/** One alternative: what it is, and the doses it would give. */
function alternativeItem({ title, activity, jointRisk, predictions }: PlanAlternative): NaturalDataset {
  return containerItem(GRAYWISE_CODES.alternative, [
    textItem(GRAYWISE_CODES.alternative, title),
    numberItem(GRAYWISE_CODES.suggestedActivity, activity / 1e6, MEGABECQUEREL),
    ...probabilityItem(GRAYWISE_CODES.jointRisk, jointRisk),
    containerItem(GRAYWISE_CODES.predictions, predictions.map(predictionItem)),
  ]);
}

/** What the practitioner chose, why, and what risk was taken by whom. */
function choiceItem({ title, activity, reason, jointRisk, level, override, predictions }: PlanChoice): NaturalDataset {
  return containerItem(GRAYWISE_CODES.choice, [
    textItem(GRAYWISE_CODES.alternative, title),
    numberItem(GRAYWISE_CODES.chosenActivity, activity / 1e6, MEGABECQUEREL),
    ...(reason === '' ? [] : [textItem(GRAYWISE_CODES.reason, reason)]),
    ...probabilityItem(GRAYWISE_CODES.jointRisk, jointRisk),
    textItem(GRAYWISE_CODES.level, level.reason),
    ...(override ? [textItem(GRAYWISE_CODES.override, `${override.limits.join(', ')}: ${override.why} (${override.who})`)] : []),
    containerItem(GRAYWISE_CODES.predictions, predictions.map(predictionItem)),
  ]);
}

function probabilityItem(name: Code, probability: number | null | undefined): NaturalDataset[] {
  return probability === null || probability === undefined ? [] : [numberItem(name, probability, NO_UNIT)];
}
