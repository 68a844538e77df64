import { GraywiseError, type Instant } from '@graywise/physics';
import type { ParsedObject } from '../../part10/parsePart10.js';
import { instantOfMoment } from '../time/LocalMoment.js';
import { parseDateTime, parseZone } from '../time/parseDicomTime.js';
import { correctionsOf } from './cameraOf.js';

/**
 * The moment to which an emission object is corrected for decay (PS3.3 C.8.9.1.1.5); null when it is not.
 *
 * START is the start of the acquisition, ADMIN the start of the administration; an enhanced object states DecayCorrectionDateTime instead. Without DecayCorrection an NM object whose CorrectedImage lists
 * DECY is corrected to the start of its acquisition: views were brought to the first one. Throws GW_MISSING_TAG when the moment cannot be known.
 */
export function decayReference(
  object: ParsedObject,
  modality: 'NM' | 'PT',
  start: Instant,
  administrationStart: Instant | null,
  assumedOffsetMinutes: number,
): Instant | null {
  const { dataset, file } = object;
  const stated = dataset.text('DecayCorrection')?.toUpperCase() ?? null;
  const corrected = dataset.text('DecayCorrected')?.toUpperCase() ?? null;
  const listed = correctionsOf(dataset).includes('DECY') || corrected === 'YES';
  const moment = dataset.text('DecayCorrectionDateTime');
  if (moment !== null && listed && stated === null) {
    const zone = parseZone(dataset.text('TimezoneOffsetFromUTC'), file.name);
    return instantOfMoment(parseDateTime(moment, zone, `DecayCorrectionDateTime of ${file.name}`), assumedOffsetMinutes);
  }
  if (stated === 'NONE' || (stated === null && !listed)) return null;
  if (stated === 'START' || (stated === null && modality === 'NM')) return start;
  if (stated === 'ADMIN' && administrationStart) return administrationStart;
  const tag =
    stated === 'ADMIN'
      ? 'RadiopharmaceuticalStartDateTime (decay is corrected to it)'
      : `DecayCorrection (START, ADMIN or NONE; found "${stated ?? ''}")`;
  throw new GraywiseError('GW_MISSING_TAG', { tag, where: file.name });
}
