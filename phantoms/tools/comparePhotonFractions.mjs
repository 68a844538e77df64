/**
 * Photons through the stylised adult by our transport, compared with the fractions that ORNL/TM-8381 prints: writes docs/validation/stylised-adult.md.
 *
 *     npm run build:types && node phantoms/tools/comparePhotonFractions.mjs [histories per source and energy]
 */
import { writeFileSync } from 'node:fs';
import { photonFractionTable } from '@graywise/physics';
import { photonFractions } from '../dist/stylised/photonFractions.js';
import { voxelisedAdult } from '../dist/stylised/voxelisedAdult.js';
import { reportOfStylisedAdult } from './reportOfStylisedAdult.mjs';

const SOURCES = ['brain', 'heart-wall', 'kidneys', 'liver', 'lungs', 'pancreas', 'spleen', 'whole-body'];
const TARGETS = ['brain', 'heart-wall', 'kidneys', 'liver', 'lungs', 'pancreas', 'spleen', 'stomach-wall', 'whole-body'];
const ENERGIES_MEV = [0.05, 0.1, 0.2, 0.5, 1];
const SPACING_CM = [0.25, 0.25, 0.5];

const histories = Number(process.argv[2] ?? 400000);
const reported = await photonFractionTable();
const adult = voxelisedAdult(SPACING_CM);

const results = [];
for (const source of SOURCES) {
  const run = await photonFractions(adult, source);
  for (const energyMev of ENERGIES_MEV) {
    const found = run({ energyMev, histories, seed: 1 });
    for (const { target, perKg, relativeUncertainty } of found.filter(fraction => TARGETS.includes(fraction.target))) {
      const printed = reported.perKg['adult-male'][source][target][reported.energiesMev.indexOf(energyMev)];
      results.push({ source, target, energyMev, perKg, relativeUncertainty, printed });
    }
    process.stderr.write(`${source} ${energyMev} MeV\n`);
  }
}
const path = new URL('../../docs/validation/stylised-adult.md', import.meta.url);
writeFileSync(
  path,
  reportOfStylisedAdult({ adult, fine: voxelisedAdult([0.125, 0.125, 0.125]), results, energiesMev: ENERGIES_MEV, histories }),
);
