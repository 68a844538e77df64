import type { CycleVerification } from '@graywise/physics';
import type { Explanation } from './explanation.js';

/** The DICOM objects that the doses of a cycle rest on. */
export function objectsUsed(known: Partial<CycleVerification>): Explanation['objects'] {
  const scans = (known.scans ?? []).flatMap(scan => [
    { what: `Scan ${String(scan.timePoint)}, ${scan.modality}`, reference: scan.emission },
    ...(scan.ct ? [{ what: `Scan ${String(scan.timePoint)}, CT`, reference: scan.ct }] : []),
  ]);
  const spheres = known.resolution?.source ? [{ what: 'Spheres for the resolution', reference: known.resolution.source }] : [];
  return known.calibration
    ? [...scans, { what: 'Calibration acquisition', reference: known.calibration.source }, ...spheres]
    : [...scans, ...spheres];
}
