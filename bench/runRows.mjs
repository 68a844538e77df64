/** One file of rows in a process of its own, so that nothing that others left in memory is measured: `node runRows.mjs FILE BASELINES`. */
import { join } from 'node:path';
import { formatLine } from './formatLine.mjs';

const [file, baselines] = process.argv.slice(2);
const { default: lines } = await import(join(import.meta.dirname, 'rows', file));
for await (const line of lines(JSON.parse(baselines))) process.stdout.write(`${formatLine(line)}\n`);
