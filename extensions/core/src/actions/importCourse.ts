import type { CourseOverview, RunOptions } from '@graywise/course';
import type { Part10 } from '@graywise/dicom';
import type { CourseContext, EngineClient } from './courseContext.js';

const UID = /^[0-9]+(\.[0-9]+)+$/;

/**
 * Gives files to the engine, and fetches the calibration acquisitions that the stored facts name: those are studies of a phantom, not of the patient.
 */
export async function importCourse(
  context: CourseContext,
  engine: EngineClient,
  files: readonly Part10[],
  options: Required<RunOptions>,
): Promise<CourseOverview> {
  const overview = await engine.importFiles(files, null, options);
  const present = new Set(files.map(file => file.name.split('/')[0]));
  const named = overview.facts.calibrations
    .map(calibration => calibration.series)
    .filter(series => UID.test(series) && !present.has(series));
  const fetched = named.length > 0 ? await context.archive.retrieveSeries(named, { signal: options.signal }) : [];
  context.session.files = [...files, ...fetched];
  return fetched.length > 0 ? engine.importFiles(context.session.files, null, options) : overview;
}
