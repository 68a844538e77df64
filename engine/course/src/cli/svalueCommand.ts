import { GraywiseError } from '@graywise/physics';
import { organAnswer } from './organAnswer.js';
import type { Arguments } from './readArguments.js';
import type { SValueAnswer } from './sValueAnswer.js';
import { sphereAnswer } from './sphereAnswer.js';
import { table } from './table.js';

/** `graywise svalue`: the S-value of a sphere in itself or of a pair of organs, Gy/(Bq s). */
export async function svalueCommand(given: Arguments): Promise<void> {
  const [sphere, organ] = [given.text('sphere-mm'), given.text('organ')];
  if ((sphere === null) === (organ === null))
    throw new GraywiseError('GW_USAGE', { expected: '--sphere-mm DIAMETER or --organ NAME', found: sphere === null ? 'neither' : 'both' });
  const answer = await (sphere === null ? organAnswer(given) : sphereAnswer(given));
  process.stdout.write(given.flag('json') ? `${JSON.stringify(answerJson(answer), null, 2)}\n` : answerTable(answer));
}

function answerJson({ nuclide, about, value, uncertainty, parts, assumptions }: SValueAnswer): object {
  return { nuclide, ...about, S_Gy_per_Bq_s: value, u_rel: uncertainty, parts_Gy_per_Bq_s: parts, assumptions };
}

function answerTable({ nuclide, about, value, uncertainty, parts, assumptions }: SValueAnswer): string {
  const percent = (part: number): string => `${(100 * (value === 0 ? 0 : part / value)).toFixed(2)} %`;
  const rows = [
    ...Object.entries(parts).map(([name, part]) => [name, part.toExponential(4), percent(part)]),
    ['S-value', value.toExponential(4), `± ${(100 * uncertainty).toFixed(1)} %`],
  ];
  const facts = Object.entries(about).map(
    ([key, fact]) => `${key.replaceAll('_', ' ')} ${typeof fact === 'number' ? String(Number(fact.toPrecision(4))) : fact}`,
  );
  const notes = assumptions.map(text => `- ${text}`).join('\n');
  return `${nuclide}: ${facts.join(', ')}\n\n${table(['part', 'Gy/(Bq s)', 'share'], rows)}\n${notes}\n`;
}
