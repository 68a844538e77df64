import { transportedSphere } from '@graywise/kernels';
import { nuclidePointKernel, sourceSpectrum, sphereSelfDose, sphereSValue, sphereSValueOf } from '@graywise/physics';

/**
 * node engine/kernels/tools/tabulateSpheres.mjs: S-values of spheres as `graywise svalue` gives them, of the nuclides that are used most. Prints the tables of
 * docs/validation/spheres-and-kernels.md.
 */
const NUCLIDES = ['Lu-177', 'Y-90', 'I-131', 'Tb-161', 'Ho-166', 'Sm-153', 'Re-188', 'Cu-67'];
const DIAMETERS_MM = [2, 5, 10, 20, 40, 80, 120];
const IN_VACUUM_MM = [2, 10, 40, 120];
const MEDIUM = 'soft-tissue';
const DENSITY_G_PER_ML = 1.03;

const print = cells => process.stdout.write(`| ${cells.join(' | ')} |\n`);
const head = cells => {
  print(cells);
  process.stdout.write(`|${'---|'.repeat(cells.length)}\n`);
};
const radiusOf = diameterMm => diameterMm / 20;

process.stdout.write("S, Gy/(Bq s), unbounded; in brackets the share of the electrons' energy that stays\n\n");
head(['nuclide', 'electrons and photons, MeV per decay', ...DIAMETERS_MM.map(diameter => `${diameter} mm`)]);
for (const nuclide of NUCLIDES) {
  const kernel = await nuclidePointKernel(await sourceSpectrum(nuclide, 'parent alone'), MEDIUM, DENSITY_G_PER_ML);
  const cells = DIAMETERS_MM.map(diameter => {
    const stays = sphereSelfDose(kernel, radiusOf(diameter)).electronMev / kernel.emittedMev.electron;
    return `${sphereSValue(kernel, radiusOf(diameter)).sGyPerBqS.toExponential(3)} (${stays.toFixed(3)})`;
  });
  print([nuclide, `${kernel.emittedMev.electron.toFixed(4)}, ${kernel.emittedMev.photon.toFixed(4)}`, ...cells]);
}

process.stdout.write('\nIn vacuum less than unbounded, %: electrons; the whole\n\n');
head(['nuclide', ...IN_VACUUM_MM.map(diameter => `${diameter} mm`)]);
for (const nuclide of NUCLIDES) {
  const spectrum = await sourceSpectrum(nuclide, 'parent alone');
  const kernel = await nuclidePointKernel(spectrum, MEDIUM, DENSITY_G_PER_ML);
  const cells = [];
  for (const diameter of IN_VACUUM_MM) {
    const radiusCm = radiusOf(diameter);
    const ball = { spectrum, radiusCm, medium: MEDIUM, densityGPerMl: DENSITY_G_PER_ML, surroundings: 'vacuum', scattering: 'mott' };
    const [absorbed, unbounded] = [await transportedSphere(ball), sphereSelfDose(kernel, radiusCm)];
    const whole = sphereSValueOf(absorbed, radiusCm, DENSITY_G_PER_ML).sGyPerBqS / sphereSValue(kernel, radiusCm).sGyPerBqS;
    cells.push(`${(100 * (1 - absorbed.electronMev / unbounded.electronMev)).toFixed(2)}; ${(100 * (1 - whole)).toFixed(2)}`);
  }
  print([nuclide, ...cells]);
}
