import { formatInstant } from '@graywise/physics';
import type { Assay } from './administration.js';
import { CALIBRATION_RELATIVE_UNCERTAINTY, type CalibrationSource } from './calibrationSource.js';
import type { TreatedCycle } from './treatedCycle.js';

/** What a physicist of the phantom's hospital knows and DICOM does not say: `facts.json`. */
export function factsDocument(cycles: readonly TreatedCycle[], source: CalibrationSource, calibrationSeriesUid: string): object {
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
    ],
  };
}
