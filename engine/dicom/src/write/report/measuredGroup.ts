import type { MeasuredRegionResult } from '@graywise/physics';
import { dicomCode, snomed, ucum, type Code } from '../../model/code.js';
import { ANATOMICAL_STRUCTURE, regionCode } from '../../model/regionCode.js';
import type { StudyContext } from '../../model/studyContext.js';
import type { NaturalDataset } from '../naturalDataset.js';
import { trackingUid } from '../objects/trackingUid.js';
import { conceptItem, containerItem, textItem, uidItem } from './contentItem.js';
import { estimateItem } from './estimateItem.js';
import { GRAYWISE_CODES } from './graywiseCodes.js';
import { warningItems } from './warningItems.js';

const CONTEXT = { relationship: 'HAS OBS CONTEXT' } as const;
const MEGABECQUEREL_HOUR = 3.6e9;

/** A region that was measured without voxels as a measurement group (TID 1501, Measurement and Qualitative Evaluation Group, PS3.16): it refers to no segment. */
export function measuredGroup(region: MeasuredRegionResult, study: StudyContext): NaturalDataset {
  const { category, type } = finding(region.name);
  const integral =
    region.unit === 'Bq'
      ? estimateItem(GRAYWISE_CODES.timeIntegratedActivity, region.timeIntegrated, ucum('MBq.h', 'megabecquerel hour'), MEGABECQUEREL_HOUR)
      : estimateItem(
          GRAYWISE_CODES.timeIntegratedConcentration,
          region.timeIntegrated,
          ucum('MBq.h/mL', 'megabecquerel hour per milliliter'),
          MEGABECQUEREL_HOUR,
        );
  return containerItem(dicomCode('125007', 'Measurement Group'), [
    textItem(dicomCode('112039', 'Tracking Identifier'), region.name, CONTEXT),
    uidItem(dicomCode('112040', 'Tracking Unique Identifier'), trackingUid(study, region.name), CONTEXT),
    conceptItem(snomed('276214006', 'Finding category'), category),
    conceptItem(dicomCode('121071', 'Finding'), type),
    conceptItem(snomed('363698007', 'Finding Site'), type, { relationship: 'HAS CONCEPT MOD' }),
    textItem(GRAYWISE_CODES.method, region.method),
    integral,
    estimateItem(GRAYWISE_CODES.effectiveHalfLife, region.effectiveHalfLife, ucum('h', 'hour'), 3600),
    ...(region.absorbedDose ? [estimateItem(dicomCode('128533', 'Mean Absorbed Radiation Dose'), region.absorbedDose, ucum('Gy'))] : []),
    ...region.assumptions.map(text => textItem(GRAYWISE_CODES.assumption, text)),
    ...warningItems([], region.warnings),
  ]);
}

function finding(name: string): { category: Code; type: Code } {
  if (name === 'blood') return { category: ANATOMICAL_STRUCTURE, type: snomed('87612001', 'Blood') };
  return regionCode(name === 'red-marrow (blood)' ? 'red-marrow' : name);
}
