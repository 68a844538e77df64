import { binomialLimits } from '../../../../phantoms/test/support/binomial.js';
import { coverageStatistics } from '../../src/validation/coverageStatistics.js';
import { VIRTUAL_MODES, verifyVirtualPatient } from '../../src/validation/verifyVirtualPatient.js';
import type { VirtualOutcome } from '../../src/validation/virtualOutcome.js';

const PATIENTS = 16;
let outcomes: VirtualOutcome[] = [];
beforeAll(async () => {
  outcomes = [];
  for (let seed = 1; seed <= PATIENTS; seed++) outcomes.push(...(await verifyVirtualPatient({ seed })));
}, 900_000);

const cases = VIRTUAL_MODES.flatMap(({ name }) => (['kidney-left', 'lesion-1'] as const).map(region => [name, region] as const));

describe('Y2: intervals of virtual patients', () => {
  it.each(cases)('Y2: %s, %s: 95 %% intervals hold the truth as often as chance allows for the number of patients', (mode, region) => {
    const chosen = outcomes.filter(outcome => outcome.mode === mode && outcome.region === region);
    const { count, coverage, zDeviation } = coverageStatistics(chosen);
    expect(count).toBe(PATIENTS);
    const [least] = binomialLimits(PATIENTS, 0.93, 0.97);
    expect(Math.round(coverage * count)).toBeGreaterThanOrEqual(least);
    // of 16 normal numbers the deviation lies between 0.48 and 1.6 with all but a chance of 0.002
    expect(zDeviation).toBeGreaterThan(0.45);
    expect(zDeviation).toBeLessThan(1.6);
  });

  it('Y2: the same seed gives the same doses', async () => {
    const again = await verifyVirtualPatient({ seed: 1 });
    expect(again).toEqual(outcomes.filter(({ seed }) => seed === 1));
  });

  it('Y2: without any error but that of the method, four scans find the dose to 3 %', async () => {
    const off = ['counts', 'calibration', 'outline', 'registration', 'resolution', 'density', 'dose engine', 'half-life prior'] as const;
    for (const { foundGy, truthGy } of await verifyVirtualPatient({ seed: 2, modes: [VIRTUAL_MODES[0]], off }))
      expect(Math.abs(foundGy / truthGy - 1)).toBeLessThan(0.03);
  });
});
