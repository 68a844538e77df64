import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bremsstrahlungShape, electronSources, aliasTable, photonTable, scatteringTable } from '@graywise/kernels';

/** As in TransportModule: photons of less (MeV) are absorbed where they are. */
const PHOTON_CUT_MEV = 0.003;

/**
 * Writes a grid (`TransportGrid`) and a source (`EmissionSource`) as the raw files that oracle/transportOracle.c reads. What the WebAssembly is handed and
 * what the oracle reads are the same tables.
 */
export function writeTransportCase(folder, grid, source) {
  mkdirSync(folder, { recursive: true });
  const write = (name, array) => writeFileSync(join(folder, name), array);
  const { settings } = grid.materials[0].electrons;
  const electrons = source.kind === 'electrons';
  const entries = electrons ? electronSources(source.decays, source.historiesPerBatch) : aliasTable(source.decays);
  const numbers = [
    grid.materials.length,
    ...[settings.deltaCutoffMev, settings.photonCutoffMev, settings.absorptionMev, PHOTON_CUT_MEV],
    electrons ? source.energyPerDecayMev : 0,
    ...grid.size,
    ...grid.spacingCm,
    entries.entries.byteLength / entries.count,
  ];
  write('numbers', Float64Array.from(numbers));
  write('shape', bremsstrahlungShape());
  write('density', grid.densityGPerMl);
  write('material', grid.materialIndex);
  write('segments', source.spectrum.segments);
  write('guide', source.spectrum.guide);
  write('source', entries.entries);
  grid.materials.forEach((material, number) => {
    write(`electrons${number}`, material.electrons.rows);
    write(`photons${number}`, photonTable(material.photons));
    write(`scattering${number}`, scatteringTable(material.scattering));
  });
}
