import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  assertPlausiblePrior,
  choosePrior,
  interval95,
  POPULATION_PRIORS,
  populationRegions,
  predictiveEstimate,
  priorFromStated,
  sameRadiopharmaceutical,
  type PopulationPrior,
  type StatedPrior,
} from '@graywise/physics';

const DOSE = 'absorbed dose per activity';
const kidneys = choosePrior({ radiopharmaceutical: '177Lu-DOTATATE', region: 'kidneys', quantity: DOSE })!;
const stated: StatedPrior = {
  id: 'site/kidneys',
  version: '2026-01',
  radiopharmaceutical: '177Lu-PSMA-617',
  regions: ['kidneys'],
  quantity: DOSE,
  unit: 'Gy/GBq',
  gigabecquerelPerCycle: null,
  value: { mean: 0.5, sd: 0.2 },
  n: 20,
  method: 'SPECT/CT',
  imaging: 'SPECT',
  source: 'own patients',
  certainty: 'read in table',
  confirmed: true,
};

describe('K1: population values with provenance', () => {
  it('the generated table is what the data say, and the data are what their README says', () => {
    const folder = join(__dirname, '..', '..');
    expect(execFileSync(process.execPath, [join(folder, 'tools', 'generatePopulationPriors.mjs'), '--check'], { encoding: 'utf8' })).toBe(
      '',
    );
    const data = readFileSync(join(folder, 'data', 'clinical', 'populationPriors.json'));
    const readme = readFileSync(join(folder, 'data', 'clinical', 'README.md'), 'utf8');
    expect(readme).toContain(`${createHash('sha256').update(data).digest('hex')}  populationPriors.json`);
  });
  it('every value has a source, a method, an own id, and is unconfirmed unless it was read', () => {
    expect(new Set(POPULATION_PRIORS.map(({ id }) => id)).size).toBe(POPULATION_PRIORS.length);
    for (const prior of POPULATION_PRIORS) {
      expect(prior.source).not.toBe('');
      expect(prior.method).not.toBe('');
      expect(prior.confirmed).toBe(prior.certainty.startsWith('read'));
    }
  });
  it('mean and standard deviation become the lognormal of that mean and variance', () => {
    // exp(mu + s^2 / 2) and mean^2 (exp(s^2) - 1) are mean and variance of a lognormal; the table holds six digits
    const variance = kidneys.logDeviation ** 2;
    expect(kidneys.median * Math.exp(variance / 2)).toBeCloseTo(0.38, 5);
    expect(0.38 * Math.sqrt(Math.exp(variance) - 1)).toBeCloseTo(0.19, 5);
  });
  it('cohort-01: Lutathera label, kidneys 0.654 (0.295) Gy/GBq, 19.4 (8.7) Gy for 29.6 GBq', () => {
    const label = POPULATION_PRIORS.find(({ id }) => id.includes('dotatate/kidneys') && id.endsWith('netter-1'))!;
    const mean = label.median * Math.exp(label.logDeviation ** 2 / 2);
    const sd = mean * Math.sqrt(Math.exp(label.logDeviation ** 2) - 1);
    // tolerance of the case: 0.5 %
    expect((29.6 * mean) / 19.3584).toBeCloseTo(1, 3);
    expect((29.6 * sd) / 8.732).toBeCloseTo(1, 3);
  });
  it('a range becomes a deviation by the expected range of 20 normal values, 3.735 (Tippett 1925)', () => {
    const liver = choosePrior({ radiopharmaceutical: '177Lu-PSMA-617', region: 'liver', quantity: 'effective half-life' })!;
    expect(liver.logDeviation).toBeCloseTo(Math.log(63.4 / 12.9) / 3.735, 5);
    // the upper end of the kidneys' range is a failed fit: the lower half alone
    const renal = choosePrior({ radiopharmaceutical: '177Lu-PSMA-617', region: 'kidneys', quantity: 'effective half-life' })!;
    expect(renal.logDeviation).toBeCloseTo(Math.log(35.5 / 8.5) / (3.735 / 2), 5);
  });
});

describe('K2: what a prior lets expect of one more patient', () => {
  it('deviation widened by sqrt(1 + 1/n), quantiles of t with n - 1 degrees of freedom, in SI', () => {
    const expected = predictiveEstimate(kidneys);
    const wide = kidneys.logDeviation * Math.sqrt(1 + 1 / 18);
    expect(expected.value * 1e9).toBeCloseTo(kidneys.median, 12);
    expect(expected.standardUncertainty / expected.value).toBeCloseTo(wide, 12);
    // scipy.stats.t.ppf(0.975, 17) = 2.109815577833181
    expect(interval95(expected)[1] / expected.value).toBeCloseTo(Math.exp(2.109815577833181 * wide), 8);
    expect(expected.contributions).toMatchObject([{ source: 'population spread', key: `prior:${kidneys.id}` }]);
  });
  it('the fewer patients, the wider, down to the normal distribution without n', () => {
    const width = (n: number | null): number => {
      const [low, high] = interval95(predictiveEstimate({ ...kidneys, n }));
      return Math.log(high / low) / (2 * kidneys.logDeviation);
    };
    // scipy: t.ppf(0.975, n - 1) * sqrt(1 + 1 / n)
    expect(width(7)).toBeCloseTo(2.4469118 * Math.sqrt(8 / 7), 5);
    expect(width(61)).toBeCloseTo(2.0002978 * Math.sqrt(62 / 61), 5);
    expect(width(null)).toBeCloseTo(1.959964, 5);
  });
  it('a half-life is in seconds', () => {
    const prior = choosePrior({ radiopharmaceutical: '177Lu-DOTATATE', region: 'kidney-left', quantity: 'effective half-life' })!;
    expect(predictiveEstimate(prior).value / 3600).toBeCloseTo(51 / Math.sqrt(1 + (9 / 51) ** 2), 3);
  });
});

describe('K3: which prior is used', () => {
  const chosen = (region: string, radiopharmaceutical: string): string =>
    choosePrior({ radiopharmaceutical, region, quantity: DOSE })?.id.split('/').at(-1) ?? '';
  it('lists the regions that it is there for, each once, the site first; a radiopharmaceutical that nobody has has none', () => {
    const names = populationRegions('Lutathera');
    expect(names).toEqual(['kidneys', 'liver', 'spleen', 'red-marrow', 'bladder-wall', 'pituitary', 'lesion']);
    for (const name of names) expect(chosen(name, '177Lu-DOTATATE')).not.toBe('');
    const site = priorFromStated({
      ...stated,
      radiopharmaceutical: '177Lu-PSMA-I&T',
      regions: ['red-marrow'],
      value: { mean: 0.03, sd: 0.01 },
    });
    expect(populationRegions('177Lu-PSMA-I&T', [site])).toEqual(['red-marrow', 'kidneys', 'parotids']);
    expect(populationRegions('90Y-microspheres')).toEqual([]);
  });
  it.each([
    ['kidneys', '177Lu-DOTATATE', 'willowson-2018'], // SPECT and read: 18 patients before 12; planar with 61 is behind both
    ['liver', '177Lu-DOTATATE', 'santoro-2018'], // read in 12 before recalled in 20
    ['spleen', '177Lu-DOTATATE', 'netter-1'], // both recalled: 20 patients before 12
    ['lesion-2', '177Lu-DOTATATE', 'wide-default'], // the planar cohort is set aside
    ['kidneys', '177Lu-PSMA-617', 'violet-2019'], // 30 recalled before 7 read, SPECT before not stated
    ['lesion-11', '177Lu-PSMA-617', 'violet-2019-nodes'], // of equal n the wider
    ['kidney-right', '177Lu-PSMA-I&T', 'ells-2024'],
    ['kidneys', '177Lu-DOTATOC', 'staanum-2021'],
    ['bowel', '177Lu-DOTATATE', ''],
    ['kidneys', '90Y-DOTATATE', ''],
  ])('%s of %s: %s', (region, agent, id) => expect(chosen(region, agent)).toBe(id));
  it('patients with a single kidney never stand for others (cohort-03: 5.3 Gy per cycle is 0.81 Gy/GBq of 6.54 GBq)', () => {
    const single = POPULATION_PRIORS.find(({ id }) => id.endsWith('zhang-2019'))!;
    expect(single.setAside).toContain('single');
    const mean = single.median * Math.exp(single.logDeviation ** 2 / 2);
    // tolerance of the case: 0.1 %
    expect(5.3 / mean / 6.54321).toBeCloseTo(1, 3);
  });
  it("a site's own goes before every shipped one", () => {
    const own = priorFromStated({
      ...stated,
      radiopharmaceutical: 'Lu-177 DOTATATE',
      imaging: 'planar',
      certainty: 'recalled',
      confirmed: false,
    });
    const wanted = { radiopharmaceutical: '177Lu-DOTATATE', region: 'kidneys', quantity: DOSE } as const;
    expect(choosePrior(wanted, [own])).toBe(own);
    expect(choosePrior({ ...wanted, region: 'liver' }, [own])?.origin).toBe('shipped');
  });
  it.each(['Lu-177 DOTATATE', '177Lu-DOTA-TATE', 'Lutetium Lu 177 dotatate', '177Lu-oxodotreotide', '[177Lu]Lu-DOTA-TATE', 'Lutathera'])(
    '%s is 177Lu-DOTATATE',
    name => expect(sameRadiopharmaceutical(name, '177Lu-DOTATATE')).toBe(true),
  );
  it.each([
    ['177Lu-DOTATOC', '177Lu-DOTATATE'],
    ['90Y-DOTATATE', '177Lu-DOTATATE'],
    ['131I-mIBG', '131I-NaI'],
    ['177Lu', '177Lu'],
    ['DOTATATE', 'DOTATATE'],
    ['177Lu-PSMA-617', '177Lu-PSMA-I&T'],
  ])('%s is not %s', (one, other) => expect(sameRadiopharmaceutical(one, other)).toBe(false));
  it('131I-mIBG is I-131 MIBG', () => expect(sameRadiopharmaceutical('131I-mIBG', 'I-131 MIBG')).toBe(true));
});

describe('K4: unit and plausibility', () => {
  it('every shipped prior passes the gates that a site passes', () => {
    for (const prior of POPULATION_PRIORS) expect(() => assertPlausiblePrior(prior)).not.toThrow();
  });
  it('cohort-02: 4.04 "Gy/GBq" for kidneys is refused, 4.04 Gy per cycle of 7.4 GBq is 0.546 Gy/GBq', () => {
    const value = { median: 4.04, gsd: 1.4 };
    expect(() => priorFromStated({ ...stated, value })).toThrow(expect.objectContaining({ code: 'GW_PRIOR_REFUSED' }));
    expect(priorFromStated({ ...stated, value, unit: 'Gy', gigabecquerelPerCycle: 7.4 }).median / 0.545946).toBeCloseTo(1, 4);
  });
  it.each<[string, Partial<StatedPrior>]>([
    ['no unit', { unit: '' }],
    ['an unknown unit', { unit: 'rad/mCi' }],
    ['a unit of another quantity', { unit: 'h' }],
    ['a dose per cycle without its activity', { unit: 'Gy' }],
    ['one patient', { n: 1 }],
    ['no nuclide', { radiopharmaceutical: 'DOTATATE' }],
    ['no spread', { value: { median: 0.5, gsd: 1 } }],
    ['parotids per cycle', { regions: ['parotid-left'], value: { mean: 5.85, sd: 2 } }],
    ['marrow per cycle', { regions: ['red-marrow'], value: { mean: 0.22, sd: 0.1 } }],
    ['a half-life longer than the physical', { quantity: 'effective half-life', unit: 'h', value: { median: 160.8, gsd: 1.3 } }],
    ['days for hours', { quantity: 'effective half-life', unit: 'd', value: { median: 51, gsd: 1.3 } }],
  ])('%s is refused', (_what, change) => {
    expect(() => priorFromStated({ ...stated, ...change })).toThrow(expect.objectContaining({ code: 'GW_PRIOR_REFUSED' }));
  });
  it('units of one meaning are converted', () => {
    const median = (unit: string, value: number): number => priorFromStated({ ...stated, unit, value: { median: value, gsd: 1.4 } }).median;
    expect(median('mGy/MBq', 0.5)).toBe(0.5);
    expect(median('Gy/MBq', 0.0005)).toBeCloseTo(0.5, 12);
    expect(median('mGy/GBq', 500)).toBeCloseTo(0.5, 12);
    const halfLife: PopulationPrior = priorFromStated({
      ...stated,
      quantity: 'effective half-life',
      unit: 'd',
      value: { median: 2, gsd: 1.2 },
    });
    expect(halfLife).toMatchObject({ median: 48, unit: 'h', origin: 'site' });
  });
});
