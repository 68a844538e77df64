import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, root } from './ensureInstalled.mjs';

/** Verifies cycle 1 of a digital patient, prints its doses beside the truth of the phantom, then plans cycle 2 under a kidney limit at a risk. */
const [patient, recordFolder] = process.argv.slice(2);
const truth = JSON.parse(readFileSync(join(patient, 'truth.json'), 'utf8'));
const verified = graywise('verify', patient, '--cycle', '1', '--out', recordFolder, '--json');
printVerification(
  verified,
  truth.cycles.find(({ cycle }) => cycle === 1),
);
const plan = graywise(
  'plan',
  patient,
  '--records',
  recordFolder,
  '--cycle',
  '2',
  '--limit',
  'kidneys:23Gy',
  '--cycles-left',
  '3',
  '--risk',
  '0.05',
  '--json',
);
printPlan(plan);

function graywise(...words) {
  const done = spawnSync(node, [join(root, 'engine', 'course', 'bin', 'graywise.mjs'), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 28,
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
  return JSON.parse(done.stdout.toString());
}

function printVerification(verification, trueCycle) {
  process.stdout.write(
    `\nVerification of cycle ${verification.cycle}: ${verification.radiopharmaceutical}, ${verification.administered_MBq.toFixed(0)} MBq\n\n`,
  );
  row('region', 'mass (g)', 'T eff (h)', 'absorbed dose (Gy)', 'truth (Gy)', 'error');
  for (const region of verification.regions) {
    const expected = trueCycle?.regions.find(({ name }) => name === region.name)?.absorbedDose_Gy;
    const error = expected ? `${(100 * (region.absorbedDose_Gy.value / expected - 1)).toFixed(1)} %` : '';
    row(
      region.name,
      plusMinus(region.mass_g, 0),
      plusMinus(region.effectiveHalfLife_h, 1),
      plusMinus(region.absorbedDose_Gy, 2),
      expected?.toFixed(2) ?? '',
      error,
    );
  }
  process.stdout.write('\n± is one standard uncertainty. Partial volume is corrected by the resolution that measured spheres show.\n');
  process.stdout.write(
    'The truth is the dose of electrons and photons from everywhere in the trunk, made in another way than any dose engine goes.\n',
  );
}

function printPlan(plan) {
  process.stdout.write(
    `\nPlan of cycle ${plan.cycle}: kidneys at most 23 Gy over the course at a risk of 5 %, ${plan.cyclesLeft} cycles left\n`,
  );
  process.stdout.write(`Suggested activity ${plan.activity_MBq.toFixed(0)} MBq, decided by: ${plan.binding}. ${plan.reason}\n\n`);
  row('region', '', '', 'this cycle (Gy)', 'course (Gy)', 'P over limit');
  for (const { name, absorbedDose_Gy, cumulative_Gy, probabilityOverLimit } of plan.predictions) {
    row(
      name,
      '',
      '',
      plusMinus(absorbedDose_Gy, 2),
      plusMinus(cumulative_Gy, 1),
      probabilityOverLimit === null ? '' : percent(probabilityOverLimit),
    );
  }
  process.stdout.write('\nAlternatives, each activity given in every cycle left:\n\n');
  for (const { title, activity_MBq, jointRisk } of plan.alternatives)
    process.stdout.write(
      `${title.padEnd(44)}${activity_MBq.toFixed(0).padStart(8)} MBq${`over 23 Gy: ${percent(jointRisk)}`.padStart(24)}\n`,
    );
  process.stdout.write('\nFor review by a medical physics expert; the practitioner prescribes.\n');
}

/** A chance is never certain. */
function percent(chance) {
  return chance < 0.001 ? '< 0.1 %' : `${(100 * chance).toFixed(1)} %`;
}

function plusMinus({ value, u }, digits) {
  return `${value.toFixed(digits)} ± ${u.toFixed(digits)}`;
}

function row(name, ...cells) {
  process.stdout.write(`${name.padEnd(14)}${cells.map(cell => String(cell).padStart(19)).join('')}\n`);
}
