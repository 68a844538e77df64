import type { ImportedStudy, StudyContext } from '@graywise/dicom';
import { GraywiseError, type Facts } from '@graywise/physics';
import { separateSeries } from './separateSeries.js';

/** The study of the patient's latest scan: where plans and facts are kept. Throws GW_NO_IMAGES. */
export function latestStudy(imported: ImportedStudy, facts: Facts): StudyContext {
  const { scans } = separateSeries(imported, facts);
  const [latest] = [...scans].sort((a, b) => b.start.epochSeconds - a.start.epochSeconds);
  if (!latest) throw new GraywiseError('GW_NO_IMAGES', { where: 'the course' });
  return latest.study;
}
