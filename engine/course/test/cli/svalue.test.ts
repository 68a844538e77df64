import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMANDS } from '../../src/cli/commands.js';
import { readArguments } from '../../src/cli/readArguments.js';
import { answered, graywise } from './support/graywise.js';

/** What a command printed on standard output. */
async function printed(command: string, ...words: string[]): Promise<string> {
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await COMMANDS[command]?.(readArguments(words));
    return write.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    write.mockRestore();
  }
}
const answer = async (
  command: string,
  ...words: string[]
): Promise<Record<string, number> & { parts_Gy_per_Bq_s: Record<string, number> }> =>
  JSON.parse(await printed(command, ...words, '--json')) as Record<string, number> & { parts_Gy_per_Bq_s: Record<string, number> };

describe('graywise svalue', () => {
  it('a sphere: value, uncertainty and parts that add to it', async () => {
    const { S_Gy_per_Bq_s: value = 0, u_rel, parts_Gy_per_Bq_s: parts } = await answer('svalue', '--nuclide', 'Lu-177', '--sphere-mm', '8');
    // published: 8.26e-11
    expect(Math.abs(value / 8.26e-11 - 1)).toBeLessThan(0.01);
    expect(u_rel).toBeGreaterThan(0.005);
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0) / value).toBeCloseTo(1, 10);
  });
  it('what leaves into a vacuum does not come back: 1.5 % less for 1 g of Y-90', async () => {
    const words = ['--nuclide', 'Y90', '--sphere-mm', '12.286'];
    const { S_Gy_per_Bq_s: same = 0 } = await answer('svalue', ...words, '--surroundings', 'same');
    const { S_Gy_per_Bq_s: vacuum = 0 } = await answer('svalue', ...words, '--surroundings', 'vacuum');
    // 0.1 % of transport statistics on either side
    expect(1 - vacuum / same).toBeGreaterThan(0.011);
    expect(1 - vacuum / same).toBeLessThan(0.019);
  });
  it('an organ in itself, with the mass of the patient', async () => {
    const { S_Gy_per_Bq_s: reference = 0 } = await answer('svalue', '--nuclide', 'Lu-177', '--organ', 'kidneys');
    const { S_Gy_per_Bq_s: small = 0 } = await answer(
      'svalue',
      '--nuclide',
      'Lu-177',
      '--organ',
      'kidneys',
      '--source',
      'kidneys',
      '--mass-g',
      '155',
    );
    // electrons go by the mass, photons a little slower
    expect(small / reference).toBeGreaterThan(1.95);
    expect(small / reference).toBeLessThan(2.001);
  });
  it('prints a table a person can read', async () => {
    expect(await printed('svalue', '--nuclide', 'Lu-177', '--sphere-mm', '8')).toMatch(/S-value +8\.2\d+e-11 +± 1\.\d %/);
  });
  it.each([
    ['GW_USAGE', ['--nuclide', 'Lu-177']],
    ['GW_USAGE', ['--nuclide', 'Lu-177', '--sphere-mm', '8', '--organ', 'liver']],
    ['GW_USAGE', ['--nuclide', 'Lu-177', '--sphere-mm', '0']],
    ['GW_USAGE', ['--nuclide', 'Lu-177', '--sphere-mm', '8', '--surroundings', 'air']],
    ['GW_USAGE', ['--sphere-mm', '8']],
    ['GW_UNKNOWN_NUCLIDE', ['--nuclide', 'Xx-1', '--sphere-mm', '8']],
    ['GW_ORGAN_UNKNOWN', ['--nuclide', 'Lu-177', '--organ', 'tail']],
  ])('refuses with %s: %j', async (code, words) => {
    await expect(printed('svalue', ...words)).rejects.toMatchObject({ code });
  });
});

describe('graywise kernel', () => {
  let folder = '';
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'graywise-kernel-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('self and neighbour values, the energy, and the whole octant in a file', async () => {
    const out = join(folder, 'kernel.json');
    const words = ['--nuclide', 'Y-90', '--voxel', '3,3,3', '--range-mm', '15', '--out', out];
    const kernel = (await answer('kernel', ...words)) as unknown as Record<string, number> & { neighbours: Record<string, number> };
    // MIRD pamphlet 17: 1.61 by Rutherford scattering
    expect(Math.abs((kernel['self_mGy_per_MBq_s'] ?? 0) / 1.61 - 1)).toBeLessThan(0.04);
    expect(kernel.neighbours['1,0,0']).toBeCloseTo(kernel.neighbours['0,0,1'] ?? 0, 3);
    expect((kernel['energySum_MeV'] ?? 0) / (kernel['energyEmitted_MeV'] ?? 1)).toBeCloseTo(1, 3);
    expect(kernel['energyInKernel_MeV'] ?? 0).toBeLessThan(kernel['energySum_MeV'] ?? 0);
    const whole = JSON.parse(readFileSync(out, 'utf8')) as { octant_mGy_per_MBq_s: number[] };
    expect(whole.octant_mGy_per_MBq_s).toHaveLength(6 ** 3);
    expect(whole.octant_mGy_per_MBq_s[1]).toBe(kernel.neighbours['1,0,0']);
  });
  it('Rutherford scattering, as in the time of EGS4, keeps more of Y-90 in its voxel than Mott scattering', async () => {
    const words = ['--nuclide', 'Y-90', '--voxel', '3,3,3', '--range-mm', '3'];
    const { self_mGy_per_MBq_s: mott = 0 } = await answer('kernel', ...words);
    // a process of its own: jest's sandbox makes the tables of the transport ten times slower
    const run = graywise('kernel', ...words, '--scattering', 'rutherford-moliere', '--json');
    const { self_mGy_per_MBq_s: rutherford = 0 } = answered<Record<string, number>>(run);
    // 4000 histories at each energy: 0.3 %
    expect(rutherford / mott).toBeGreaterThan(1.007);
    expect(rutherford / mott).toBeLessThan(1.03);
  });
  it.each([['3,3'], ['3,0,3'], ['a,b,c'], ['']])('refuses the voxel "%s"', async voxel => {
    await expect(printed('kernel', '--nuclide', 'Y-90', `--voxel=${voxel}`)).rejects.toMatchObject({ code: 'GW_USAGE' });
  });
});
