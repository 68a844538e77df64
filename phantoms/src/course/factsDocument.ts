import { formatInstant } from '@graywise/physics';
import type { Assay } from './administration.js';
import { CALIBRATION_RELATIVE_UNCERTAINTY, type CalibrationSource } from './calibrationSource.js';
import type { SphereSource } from './sphereSource.js';
import type { TreatedCycle } from './treatedCycle.js';

/** What a physicist of the phantom's hospital knows and DICOM does not say: `facts.json`. */
export function factsDocument(
  cycles: readonly TreatedCycle[],
  source: CalibrationSource,
  calibrationSeriesUid: string,
  spheres: SphereSource,
  spheresSeriesUid: string,
): object {
  const assay = ({ activityMbq, at }: Assay): object => ({ activity_MBq: activityMbq, at: formatInstant(at) });
  return {
    administrations: cycles.map(({ cycle, administration: given }) => ({
      cycle,
      radiopharmaceutical: '177Lu-DOTATATE',
      preAssay: assay(given.preAssay),
      residual: assay(given.residual),
      start: formatInstant(given.start),
      end: formatInstant(given.end),
    })),
    calibrations: [
      {
        kind: 'cylinder',
        series: calibrationSeriesUid,
        ...assay(source.assay),
        volume_mL: source.volumeMl,
        u_rel: CALIBRATION_RELATIVE_UNCERTAINTY,
      },
      {
        kind: 'spheres',
        series: spheresSeriesUid,
        ...assay(spheres.assay),
        volume_mL: spheres.volumeMl,
        diameters_mm: spheres.diametersMm,
        centresLps_mm: spheres.centresLpsMm,
        u_rel: CALIBRATION_RELATIVE_UNCERTAINTY,
      },
    ],
  };
}
