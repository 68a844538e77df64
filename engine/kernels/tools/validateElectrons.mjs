import * as physics from '@graywise/physics';
import * as kernels from '@graywise/kernels';

/**
 * node engine/kernels/tools/validateElectrons.mjs [SCALE [PART …]]: the electron transport against published values, and against itself with finer steps.
 * Prints the tables of docs/validation/electrons.md; slabs are in compareEnginesInSlabs.mjs. SCALE multiplies all histories.
 */
const SCALE = Number(process.argv[2] ?? 1);
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
  const { sumMev, sumOfSquaresMev2 } = module.runBatches([source], { seed: 3, firstBatch: 0, batches });
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

const parts = { lutetiumSpheres, voxels, surroundings, steps };
for (const name of process.argv.slice(3).length > 0 ? process.argv.slice(3) : Object.keys(parts)) await parts[name]();
