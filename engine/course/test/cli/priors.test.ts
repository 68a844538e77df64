import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { POPULATION_PRIORS } from '@graywise/physics';
import { COMMANDS } from '../../src/cli/commands.js';
import { readArguments } from '../../src/cli/readArguments.js';

/** What `graywise priors`, or another command, printed on standard output. */
async function printed(words: readonly string[], command = 'priors'): Promise<string> {
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await COMMANDS[command]?.(readArguments(words));
    return write.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    write.mockRestore();
  }
}
interface Row {
  readonly id: string;
  readonly used: boolean;
  readonly confirmed: boolean;
}
const rows = async (...words: string[]): Promise<Row[]> => (JSON.parse(await printed([...words, '--json'])) as { priors: Row[] }).priors;

const VALUE = {
  id: 'our-kidneys',
  radiopharmaceutical: '177Lu-DOTATATE',
  regions: ['kidneys', 'kidney-left', 'kidney-right'],
  quantity: 'absorbed dose per activity',
  unit: 'Gy/GBq',
  mean: 0.55,
  sd: 0.2,
  n: 40,
  source: 'own patients',
};

describe('graywise priors', () => {
  it('K1: lists every value with source, patients and certainty; suggested ones say so', async () => {
    expect(await rows()).toHaveLength(POPULATION_PRIORS.length);
    const text = await printed(['--radiopharmaceutical', 'Lutathera']);
    expect(text).toMatch(/\* 177Lu-DOTATATE kidneys .*0\.340 Gy\/GBq +1\.60 +18 +read in abstract +Willowson 2018/);
    expect(text).toContain('recalled: suggested');
    expect(text).not.toContain('PSMA');
  });
  it("K3: with a site's facts its own values come first and are the ones used", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'graywise-priors-'));
    const facts = join(folder, 'facts.json');
    writeFileSync(facts, JSON.stringify({ priors: { version: '2026-03', values: [VALUE] } }));
    try {
      const found = await rows('--radiopharmaceutical', '177Lu-DOTATATE', '--facts', facts);
      expect(found[0]).toMatchObject({ id: 'our-kidneys', used: true, confirmed: true, version: '2026-03', origin: 'site' });
      expect(found.find(({ id }) => id.endsWith('willowson-2018'))?.used).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  it("K3: the first cycle is planned by the site's values where its facts are named", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'graywise-priors-'));
    const facts = join(folder, 'facts.json');
    writeFileSync(facts, JSON.stringify({ priors: { version: '2026-03', values: [VALUE] } }));
    const words = ['--cycle', '1', '--radiopharmaceutical', '177Lu-DOTATATE', '--limit', 'kidneys:23Gy', '--cycles-left', '4', '--json'];
    try {
      const planned = async (more: string[]) => JSON.parse(await printed([...words, ...more], 'plan')) as { activity_MBq: number };
      const [shipped, own] = [await planned([]), await planned(['--facts', facts])];
      // the median of a lognormal of mean 0.55 and deviation 0.2 Gy/GBq
      const median = 0.55 / Math.sqrt(1 + (0.2 / 0.55) ** 2);
      expect(own.activity_MBq / (23000 / 4 / median)).toBeCloseTo(1, 6);
      expect(shipped.activity_MBq).not.toBeCloseTo(own.activity_MBq, 0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  it('refuses a radiopharmaceutical without values', async () => {
    await expect(printed(['--radiopharmaceutical', '131I-mIBG'])).rejects.toMatchObject({ code: 'GW_USAGE' });
  });
});
