import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { computeSlab } from './slabs/computeSlab.mjs';
import { LAYER_CM, SLAB_CASES } from './slabs/slabCases.mjs';
import { judgedLayers, kernelTable, monteCarloTable, profileTable } from './slabs/slabTables.mjs';

/**
 * node engine/kernels/tools/compareEnginesInSlabs.mjs [SCALE [NUCLIDE …]]: the dose engines in slabs of lung and bone against the native oracle, which follows electrons collision by
 * collision and photons from interaction to interaction. Prints the tables of docs/validation/engines-at-interfaces.md; of all nuclides with SCALE 1 the judge's
 * profiles also go to the file that the tests compare with. Some ten minutes of one processor; what was computed stays in .work/slabs.
 */
const scale = Number(process.argv[2] ?? 1);
const nuclides = process.argv.slice(3);
const chosen = SLAB_CASES.filter(({ nuclide }) => nuclides.length === 0 || nuclides.includes(nuclide));
const slabs = [];
for (const slabCase of chosen) slabs.push({ slabCase, found: await computeSlab(slabCase, scale) });

const print = text => process.stdout.write(`${text}\n\n`);
print(`## Monte Carlo\n\n${monteCarloTable(slabs)}`);
print(`## The kernel\n\n${kernelTable(slabs)}`);
print('## Profiles, activity in tissue');
for (const slab of slabs.filter(({ slabCase }) => slabCase.activeIn === 'tissue'))
  print(`### ${slab.slabCase.nuclide}, ${slab.slabCase.slab}\n\n${profileTable(slab)}`);

if (scale === 1 && chosen.length === SLAB_CASES.length) {
  const rounded = value => Number(value.toPrecision(6));
  const profiles = slabs.map(({ slabCase: { nuclide, slab, activeIn, layers }, found }) => {
    const { judge, shown } = judgedLayers({ layers }, found);
    const judged = judge.map(({ mean, uncertainty }, layer) => (shown[layer] ? [rounded(mean), rounded(uncertainty)] : null));
    return {
      nuclide,
      slab,
      activeIn,
      media: layers.map(({ medium }) => medium),
      active: layers.map(({ active }) => active),
      judgedMev: judged,
    };
  });
  const file = join(dirname(fileURLToPath(import.meta.url)), '../test/transport/slabs/analogProfiles.json');
  writeFileSync(file, `${JSON.stringify({ layerCm: LAYER_CM, profiles }, null, 1)}\n`);
}
