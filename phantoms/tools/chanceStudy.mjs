/**
 * Plans virtual courses at an accepted risk and counts how many pass the limit in truth; results stand in .work/coverage.
 *
 *     npm run build:types && node phantoms/tools/chanceStudy.mjs COUNT [--basis 'patient alone']
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { virtualCourse } from '../dist/virtual/virtualCourse.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { basis: { type: 'string', default: 'population and patient' } },
});
const count = Number(positionals[0] ?? 1000);
const courses = Array.from({ length: count }, (_, index) =>
  virtualCourse({ seed: index + 1, cycles: 4, limitGy: 23, risk: 0.05, basis: values.basis }),
);
const folder = new URL('../../.work/coverage/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL(`courses-${values.basis.replaceAll(' ', '-')}.json`, folder), JSON.stringify({ basis: values.basis, courses }));
const above = courses.filter(({ kidneysGy }) => kidneysGy > 23).length;
console.log(`${values.basis}: ${above} of ${count} courses pass 23 Gy in truth`);
