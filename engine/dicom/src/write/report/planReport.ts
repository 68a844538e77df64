import type { CyclePlan, Instant, RegionPrediction } from '@graywise/physics';
import { dicomCode, ucum } from '../../model/code.js';
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
        textItem(GRAYWISE_CODES.reason, plan.reason),
        containerItem(GRAYWISE_CODES.predictions, plan.predictions.map(predictionItem)),
        ...warningItems(plan.assumptions, plan.warnings),
      ],
    },
    study,
    at,
  );
}

function predictionItem(prediction: RegionPrediction): NaturalDataset {
  const { name, absorbedDose, bed, cumulative, probabilityOverLimit } = prediction;
  return containerItem(GRAYWISE_CODES.predictedRegion, [
    textItem(dicomCode('112039', 'Tracking Identifier'), name, { relationship: 'HAS OBS CONTEXT' }),
    estimateItem(dicomCode('128533', 'Mean Absorbed Radiation Dose'), absorbedDose, GRAY),
    ...(bed ? [estimateItem(GRAYWISE_CODES.bed, bed, GRAY)] : []),
    estimateItem(GRAYWISE_CODES.cumulativeDose, cumulative, GRAY),
    ...(probabilityOverLimit === null ? [] : [numberItem(GRAYWISE_CODES.overLimit, probabilityOverLimit, NO_UNIT)]),
  ]);
}
