import type { StoredRecords } from '@graywise/dicom';
import {
  GraywiseError,
  isFullyImaged,
  nuclideData,
  nuclideOfRadiopharmaceutical,
  second,
  type CohortMember,
  type RegionResult,
  type Second,
} from '@graywise/physics';

/** A patient's curve of a region, for a cohort. */
export interface ImagedMember {
  readonly radiopharmaceutical: string;
  readonly member: CohortMember;
  readonly firstScan: Second;
}

/**
 * The curve of a region from the first cycle with three scans or more of it; 'lesion' is the first of the lesions. Amplitudes are percentages of the largest, so
 * that no activity of the patient is told. Throws GW_RECORD_UNREADABLE for records that cannot be restored, GW_USAGE where no cycle has such a curve.
 */
export function memberOfRecords({ verifications, unreadable }: StoredRecords, region: string, folder: string): ImagedMember {
  const [damaged] = unreadable;
  if (damaged) throw new GraywiseError('GW_RECORD_UNREADABLE', { where: `${folder}/${damaged.name}`, found: damaged.reason });
  const curves = verifications
    .map(({ verification }) => verification)
    .sort((a, b) => a.cycle - b.cycle)
    .flatMap(({ radiopharmaceutical, regions }) => regions.map(result => ({ radiopharmaceutical, result })))
    .filter(({ result }) => result.name === region || (region === 'lesion' && /^lesion-\d+$/.test(result.name)));
  const imaged = curves.filter(({ result }) => isFullyImaged(result));
  const found = imaged.find(({ radiopharmaceutical, result }) => isOfItsScans(result, radiopharmaceutical));
  if (!found)
    throw new GraywiseError('GW_USAGE', {
      expected: `a record in ${folder} whose curve of ${region} three scans or more decide to its end`,
      found: imaged.length > 0 ? 'a tail that a person chose' : `${String(curves.length)} with fewer scans`,
    });
  const { terms } = found.result.fit;
  const largest = Math.max(...terms.map(({ amplitude }) => Math.abs(amplitude)));
  return {
    radiopharmaceutical: found.radiopharmaceutical,
    member: { terms: terms.map(({ amplitude, rate }) => ({ amplitude: (100 * amplitude) / largest, rate })) },
    firstScan: second(Math.min(...found.result.curve.map(({ afterAdministration }) => afterAdministration))),
  };
}

/** Whether the curve goes on as its scans say, be it at the pace of physical decay, and not as a person chose. */
function isOfItsScans({ fit }: RegionResult, radiopharmaceutical: string): boolean {
  if (fit.tail === 'fitted') return true;
  const nuclide = nuclideOfRadiopharmaceutical(radiopharmaceutical);
  if (fit.tail !== 'physical decay' || nuclide === null) return false;
  const slowest = Math.min(...fit.terms.map(({ rate }) => rate));
  return slowest <= (Math.LN2 / nuclideData(nuclide).halfLife) * (1 + 1e-6);
}
