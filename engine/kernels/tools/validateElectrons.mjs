import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as physics from '@graywise/physics';
import * as kernels from '@graywise/kernels';
import { startContender } from '../../../bench/measure/startContender.mjs';
import { buildNative } from './buildNative.mjs';
import { writeTransportCase } from './writeTransportCase.mjs';

/**
 * node engine/kernels/tools/validateElectrons.mjs [SCALE [PART …]]: the electron transport against published values, against itself with finer steps, and at plane faces
 * between tissues against the native calculation collision by collision. Prints the tables of docs/validation/electrons.md. SCALE multiplies all histories.
 */
const SCALE = Number(process.argv[2] ?? 1);
const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const print = line => process.stdout.write(`${line}\n`);
const percent = (value, reference) => `${(100 * (value / reference - 1)).toFixed(2)} %`;

async function electronSpectrum(nuclide) {
  const { betaSpectra, electronLines, electronEnergyMev } = await physics.sourceSpectrum(nuclide, 'parent alone');
  const bands = kernels.electronBands(betaSpectra, electronLines);
  return { spectrum: kernels.spectrumTable(bands, energyMev => energyMev), energyPerDecayMev: electronEnergyMev };
}

/** Electrons uniform in a sphere of soft tissue. */
async function sphere(nuclide, radiusGPerCm2, { surroundings = 'same', histories = 400_000, medium = 'soft-tissue', ...settings } = {}) {
  const tables = await kernels.electronTables(physics.referenceMaterial(medium), { ...kernels.ELECTRON_SETTINGS, ...settings });
  const { spectrum } = await electronSpectrum(nuclide);
  return kernels.simulateElectronsInSphere({
    medium: tables,
    spectrum,
    radiusGPerCm2,
    surroundings,
    seed: 11,
    histories: histories * SCALE,
  });
}

async function lutetiumSpheres() {
  print(
    '\n## Lu-177 spheres of soft tissue, 1.03 g/mL\n\nThe published values hold photons as well; theirs are computed with `nuclidePointKernel`.\n',
  );
  print('| mass g | electrons, share | +- | S of electrons and photons, Gy/(Bq s) | published | difference |\n|---|---|---|---|---|---|');
  const published = [
    [0.00431, 4.54e-9],
    [0.0345, 6.29e-10],
    [0.276, 8.26e-11],
    [0.932, 2.49e-11],
    [4.31, 5.46e-12],
    [34.5, 6.93e-13],
    [276, 8.81e-14],
    [932, 2.65e-14],
  ];
  const lutetium = await physics.sourceSpectrum('Lu-177', 'parent alone');
  const kernel = await physics.nuclidePointKernel(lutetium, 'soft-tissue', 1.03);
  for (const [massGram, sValue] of published) {
    const radiusCm = Math.cbrt((3 * massGram) / (4 * Math.PI * 1.03));
    const { absorbedShare, uncertainty } = await sphere('Lu-177', radiusCm * 1.03);
    const { photonMev, bremsstrahlungMev } = physics.sphereSelfDose(kernel, radiusCm);
    const mev = absorbedShare * lutetium.electronEnergyMev + photonMev + bremsstrahlungMev;
    const ours = (mev * 1.602176634e-13) / (massGram * 1e-3);
    print(
      `| ${massGram} | ${absorbedShare.toFixed(4)} | ${uncertainty.toFixed(4)} | ${ours.toExponential(3)} | ${sValue.toExponential(2)} | ${percent(ours, sValue)} |`,
    );
  }
}

async function voxels() {
  print('\n## Self-dose of a voxel of 3 mm of soft tissue, electrons, mGy/(MBq s)\n');
  print('| nuclide | mott | +- | rutherford-moliere | published |\n|---|---|---|---|---|');
  const published = { 'Y-90': 'MIRD 17 (EGS4) 1.61; DPM 1.581', 'I-131': 'MIRD 17 (EGS4) 0.92, with photons' };
  for (const nuclide of ['Y-90', 'I-131']) {
    const values = [];
    for (const scattering of ['mott', 'rutherford-moliere']) values.push(await voxelSelfDose(nuclide, scattering));
    print(
      `| ${nuclide} | ${values[0].value.toFixed(4)} | ${values[0].uncertainty.toFixed(4)} | ${values[1].value.toFixed(4)} | ${published[nuclide]} |`,
    );
  }
}

async function voxelSelfDose(nuclide, scattering) {
  const tissue = physics.referenceMaterial('soft-tissue');
  const material = await kernels.loadTransportMaterial(tissue);
  const electrons = await kernels.electronTables(tissue, { ...kernels.ELECTRON_SETTINGS, scattering });
  const [count, spacing] = [9, 0.3];
  const voxelCount = count ** 3;
  const grid = {
    size: [count, count, count],
    spacingCm: [spacing, spacing, spacing],
    densityGPerMl: new Float32Array(voxelCount).fill(tissue.densityGPerMl),
    materialIndex: new Uint8Array(voxelCount),
    materials: [{ ...material, electrons }],
  };
  const centre = (voxelCount - 1) / 2;
  const only = value => Float64Array.from({ length: voxelCount }, (_unused, voxel) => (voxel === centre ? value : 0));
  const batches = 20;
  const source = { kind: 'electrons', decays: only(1), historiesPerBatch: only(20_000 * SCALE), ...(await electronSpectrum(nuclide)) };
  const module = await kernels.TransportModule.start(grid);
  const { sumMev, sumOfSquaresMev2 } = module.runBatches({ grid, source, seed: 3, firstBatch: 0, batches });
  const mean = sumMev[centre] / batches;
  const gramCentimetre = 1.602176634e-13 / (spacing ** 3 * tissue.densityGPerMl * 1e-3);
  const spread = Math.sqrt(Math.max(0, sumOfSquaresMev2[centre] / batches - mean ** 2) / (batches - 1));
  return { value: mean * gramCentimetre * 1e9, uncertainty: spread * gramCentimetre * 1e9 };
}

async function surroundings() {
  print('\n## Y-90 in 1 g of soft tissue: with more of it around, and in vacuum\n');
  const radius = 1.03 * Math.cbrt(3 / (4 * Math.PI * 1.03));
  const [same, vacuum] = [await sphere('Y-90', radius), await sphere('Y-90', radius, { surroundings: 'vacuum' })];
  print(
    `absorbed share ${same.absorbedShare.toFixed(4)} +- ${same.uncertainty.toFixed(4)} and ${vacuum.absorbedShare.toFixed(4)} +- ${vacuum.uncertainty.toFixed(4)}: ${percent(vacuum.absorbedShare, same.absorbedShare)}`,
  );
}

async function steps() {
  print('\n## Length of steps: absorbed share of spheres, steps as used and half as long\n');
  print('| nuclide | radius g/cm2 | medium | as used | half | difference | +- |\n|---|---|---|---|---|---|---|');
  for (const [nuclide, radius] of [
    ['Y-90', 0.15],
    ['Lu-177', 0.05],
    ['I-131', 0.05],
  ])
    for (const medium of ['soft-tissue', 'bone']) {
      const used = await sphere(nuclide, radius, { medium, histories: 1_000_000 });
      const half = await sphere(nuclide, radius, {
        medium,
        histories: 1_000_000,
        stepFraction: kernels.ELECTRON_SETTINGS.stepFraction / 2,
      });
      const uncertainty = Math.hypot(used.uncertainty, half.uncertainty) / used.absorbedShare;
      print(
        `| ${nuclide} | ${radius} | ${medium} | ${used.absorbedShare.toFixed(4)} | ${half.absorbedShare.toFixed(4)} | ${percent(half.absorbedShare, used.absorbedShare)} | ${(100 * uncertainty).toFixed(2)} % |`,
      );
    }
}

/** Activity in soft tissue up to a plane face, another tissue beyond it, in layers of about an eighth of the range. */
const SLABS = [
  { nuclide: 'Y-90', layerCm: 0.15, analogHistories: 60_000 },
  { nuclide: 'I-131', layerCm: 0.024, analogHistories: 150_000 },
  { nuclide: 'Lu-177', layerCm: 0.018, analogHistories: 150_000 },
];
const LAYERS = [7, 16];

async function slabs() {
  print('\n## Plane face between soft tissue with activity and another tissue without: layers with more than 5 % of the largest dose\n');
  print(
    'Fine: steps five times shorter, delta rays from 4 keV, no range rejection. Analog: one collision after the other (oracle/analogElectrons.h).\n',
  );
  print(
    '| nuclide | beyond the face | layers | fine: mean | fine: largest | analog: mean | analog: largest | analog: chi-square per layer |',
  );
  print('|---|---|---|---|---|---|---|---|');
  for (const slab of SLABS) for (const beyond of ['lung', 'bone']) await compareSlab(slab, beyond);
}

const FINE = { ...kernels.ELECTRON_SETTINGS, stepFraction: 0.02, deltaCutoffMev: 0.004, absorptionMev: 0.002 };
const ANALOG = { ...kernels.ELECTRON_SETTINGS, deltaCutoffMev: 0.01, absorptionMev: 0.005 };

async function compareSlab({ nuclide, layerCm, analogHistories }, beyond) {
  const tissues = ['soft-tissue', beyond].map(name => physics.referenceMaterial(name));
  const layers = LAYERS[0] + LAYERS[1];
  const tissueOf = Uint8Array.from({ length: layers }, (_unused, layer) => Number(layer >= LAYERS[0]));
  const gridWith = async settings => ({
    size: [1, 1, layers],
    spacingCm: [1e4, 1e4, layerCm],
    densityGPerMl: Float32Array.from(tissueOf, tissue => tissues[tissue].densityGPerMl),
    materialIndex: tissueOf,
    materials: await Promise.all(
      tissues.map(async tissue => ({
        ...(await kernels.loadTransportMaterial(tissue)),
        electrons: await kernels.electronTables(tissue, settings),
      })),
    ),
  });
  const decays = Float64Array.from(tissueOf, tissue => 1 - tissue);
  const emissions = await electronSpectrum(nuclide);
  const used = await condensedSlab(await gridWith(kernels.ELECTRON_SETTINGS), decays, emissions);
  const fine = await condensedSlab(withoutRangeRejection(await gridWith(FINE)), decays, emissions);
  const analog = await analogSlab(await gridWith(ANALOG), tissues, ANALOG, decays, emissions, Math.ceil(analogHistories * SCALE));
  const dose = fine.map(({ mean }, layer) => mean / tissues[tissueOf[layer]].densityGPerMl);
  const shown = dose.map(value => value > 0.05 * Math.max(...dose));
  const [byFine, byAnalog] = [differences(used, fine, shown), differences(used, analog, shown)];
  const cells = [byFine.mean, byFine.largest, byAnalog.mean, byAnalog.largest, byAnalog.chiSquare];
  print(`| ${nuclide} | ${beyond} | ${shown.filter(Boolean).length} | ${cells.join(' | ')} |`);
}

/** The range is looked up for nothing else than rejection: column 8 of a row of ten. */
function withoutRangeRejection(grid) {
  for (const { electrons } of grid.materials) for (let place = 8; place < electrons.rows.length; place += 10) electrons.rows[place] = 1e9;
  return grid;
}

/** Layer by layer against a reference: mean, largest with its own statistical standard uncertainty, and chi-square per layer. */
function differences(ours, reference, shown) {
  const layers = ours.flatMap(({ mean, uncertainty }, layer) => {
    const judge = reference[layer];
    return shown[layer]
      ? [{ difference: mean / judge.mean - 1, uncertainty: Math.hypot(uncertainty, judge.uncertainty) / judge.mean }]
      : [];
  });
  const average = value => layers.reduce((sum, layer) => sum + value(layer), 0) / layers.length;
  const worst = layers.reduce((worse, each) => (Math.abs(each.difference) > Math.abs(worse.difference) ? each : worse));
  const inPercent = value => (100 * value).toFixed(2);
  return {
    mean: `${inPercent(average(({ difference }) => difference))} %`,
    largest: `${inPercent(worst.difference)} +- ${inPercent(worst.uncertainty)} %`,
    chiSquare: average(({ difference, uncertainty }) => (difference / uncertainty) ** 2).toFixed(2),
  };
}

const BATCHES = 20;

async function condensedSlab(grid, decays, emissions) {
  const source = { kind: 'electrons', decays, historiesPerBatch: decays.map(value => value * 6000 * SCALE), ...emissions };
  const module = await kernels.TransportModule.start(grid);
  const { sumMev, sumOfSquaresMev2 } = module.runBatches({ grid, source, seed: 5, firstBatch: 0, batches: BATCHES });
  return Array.from(sumMev, (sum, layer) => statistics(sum, sumOfSquaresMev2[layer]));
}

async function analogSlab(grid, tissues, settings, decays, { spectrum }, histories) {
  const folder = join(root, '.work/native/slab');
  writeTransportCase(folder, grid, { kind: 'photons', decays, spectrum });
  tissues.forEach((tissue, number) => {
    const elements = physics.elementsOf(tissue);
    const columns = elements.flatMap(({ z, massFraction, atomicMass }) => [z, (physics.AVOGADRO_PER_MOL * massFraction) / atomicMass]);
    const collidingElectrons = [physics.electronsPerMass(tissue), physics.meanExcitationEnergy(tissue) * 1e-6];
    const soft = physics
      .energyGrid()
      .map(mev => kernels.collisionMoments(mev, settings.deltaCutoffMev, ...collidingElectrons).softFirstTransport);
    writeFileSync(join(folder, `elements${number}`), Float64Array.from(columns));
    writeFileSync(join(folder, `softTransport${number}`), soft);
  });
  const oracle = startContender(buildNative('transport'), [folder]);
  const [sums, squares] = [decays.map(() => 0), decays.map(() => 0)];
  const perBatch = Math.ceil(histories / BATCHES);
  const allDecays = decays.reduce((sum, value) => sum + value, 0);
  for (let batch = 0; batch < BATCHES; batch++) {
    await oracle.ask(`analog 9 ${batch} ${perBatch}`);
    const bytes = readFileSync(join(folder, 'result'));
    new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)).forEach((energy, layer) => {
      const mev = (energy * allDecays) / perBatch;
      sums[layer] += mev;
      squares[layer] += mev ** 2;
    });
  }
  await oracle.end();
  return Array.from(sums, (sum, layer) => statistics(sum, squares[layer]));
}

function statistics(sum, sumOfSquares) {
  const mean = sum / BATCHES;
  return { mean, uncertainty: Math.sqrt(Math.max(0, sumOfSquares / BATCHES - mean ** 2) / (BATCHES - 1)) };
}

mkdirSync(join(root, '.work/native'), { recursive: true });
const parts = { lutetiumSpheres, voxels, surroundings, steps, slabs };
for (const name of process.argv.slice(3).length > 0 ? process.argv.slice(3) : Object.keys(parts)) await parts[name]();
