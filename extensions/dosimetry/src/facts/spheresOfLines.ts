import { GraywiseError, type CalibrationFacts } from '@graywise/physics';

/**
 * Hot spheres from a text of one line each: inner diameter, then x, y, z of its centre, all in mm (LPS of the image), with commas, semicolons or spaces
 * between. Empty lines count for nothing. Throws GW_FACTS_INVALID with the line that is no sphere, or where there is none.
 */
export function spheresOfLines(text: string): Pick<CalibrationFacts, 'diametersMm' | 'centresLpsMm'> {
  const spheres = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [sphereOf(line.trim(), index + 1)]));
  if (spheres.length === 0) refuse('a line for each sphere', 'the form', 'none');
  return { diametersMm: spheres.map(({ diameterMm }) => diameterMm), centresLpsMm: spheres.map(({ centreLpsMm }) => centreLpsMm) };
}

function sphereOf(line: string, number: number): { diameterMm: number; centreLpsMm: readonly [number, number, number] } {
  const [diameterMm = NaN, x = NaN, y = NaN, z = NaN, ...more] = line.split(/\s*[,;\s]\s*/).map(part => (part === '' ? NaN : Number(part)));
  if (more.length > 0 || ![diameterMm, x, y, z].every(Number.isFinite))
    refuse('a diameter and x, y, z in mm, four numbers with a decimal point', `line ${String(number)} of the spheres`, line);
  if (!(diameterMm > 0)) refuse('a diameter above 0', `line ${String(number)} of the spheres`, String(diameterMm));
  return { diameterMm, centreLpsMm: [x, y, z] };
}

function refuse(expected: string, where: string, found: string): never {
  throw new GraywiseError('GW_FACTS_INVALID', { expected, where, found });
}
