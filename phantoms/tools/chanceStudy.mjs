/**
 * Plans virtual courses at an accepted risk and counts how many pass the limit in truth.
 *
 *     npm run build:types && node phantoms/tools/chanceStudy.mjs COUNT [--basis 'patient alone']
 */
import { parseArgs } from 'node:util';
import { virtualCourse } from '../dist/virtual/virtualCourse.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { basis: { type: 'string', default: 'population and patient' } } });
const count = Number(positionals[0] ?? 1000);
const courses = Array.from({ length: count }, (_, index) =>
  virtualCourse({ seed: index + 1, cycles: 4, limitGy: 23, risk: 0.05, basis: values.basis }),
);
const share = courses.filter(({ kidneysGy }) => kidneysGy > 23).length / count;
const quantiles = list => {
  const sorted = [...list].sort((a, b) => a - b);
  return [0.025, 0.25, 0.5, 0.75, 0.975].map(p => sorted[Math.round(p * (sorted.length - 1))].toFixed(2)).join(' / ');
};
console.log(`${values.basis}: above 23 Gy ${(100 * share).toFixed(1)} % +- ${(100 * Math.sqrt((share * (1 - share)) / count)).toFixed(1)}`);
console.log('fixed above 23 Gy', courses.filter(({ fixedKidneysGy }) => fixedKidneysGy > 23).length / count);
console.log('kidneys Gy', quantiles(courses.map(({ kidneysGy }) => kidneysGy)), ' fixed ', quantiles(courses.map(({ fixedKidneysGy }) => fixedKidneysGy)));
console.log('lesion gained ratio', quantiles(courses.map(({ lesionGy, fixedLesionGy }) => lesionGy / fixedLesionGy)));
console.log('lesion gained Gy', quantiles(courses.map(({ lesionGy, fixedLesionGy }) => lesionGy - fixedLesionGy)));
console.log('total GBq', quantiles(courses.map(({ activitiesGBq }) => activitiesGBq.reduce((sum, value) => sum + value, 0))));
console.log('cycles given', [1, 2, 3, 4].map(n => courses.filter(({ activitiesGBq }) => activitiesGBq.length === n).length).join(' '));
