import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transportCase } from '@graywise/kernels';

/** Writes a grid (`TransportGrid`) and a source (`EmissionSource`) as the raw files that oracle/transportOracle.c reads. */
export function writeTransportCase(folder, grid, source) {
  mkdirSync(folder, { recursive: true });
  for (const [name, array] of transportCase(grid, source)) writeFileSync(join(folder, name), array);
}
