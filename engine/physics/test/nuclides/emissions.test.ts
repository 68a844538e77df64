import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import {
  decayChain,
  defaultChainAssumption,
  nuclideData,
  nuclideEmissions,
  sourceSpectrum,
  spectrumMoments,
  type Lines,
} from '@graywise/physics';
import { readJson } from '../support/readJson.js';

type Pairs = readonly (readonly [number, number])[];
type Kinds = Readonly<Record<string, Pairs | undefined>>;
interface PublishedNuclide {
  readonly name: string;
  readonly publishedMeanEnergy_MeV: { readonly alpha: number; readonly electron: number; readonly photon: number };
}

const nuclides = readJson<PublishedNuclide[]>('data/icrp107/nuclides.json');
const published = readJson<Record<string, Kinds>>('data/icrp107/emissions.json');
const numpy = readJson<{ chains: Record<string, Record<string, number>> }>('test/golden/chains.json');

const energyOf = ({ energiesMev, yields }: Lines): number =>
  energiesMev.reduce((sum, energy, index) => sum + energy * (yields[index] ?? NaN), 0);
const yieldOf = ({ yields }: Lines): number => yields.reduce((sum, value) => sum + value, 0);
const listed = (kinds: Kinds, names: readonly string[]): Pairs => names.flatMap(name => kinds[`${name}_MeV_yield`] ?? []);
const yieldListed = (pairs: Pairs): number => pairs.reduce((sum, [, value]) => sum + value, 0);

describe('emissions', () => {
  it('N9 energies add to the published means and yields to the published lines, for every nuclide', async () => {
    for (const { name, publishedMeanEnergy_MeV: mean } of nuclides) {
      const { betaSpectrum, electronLines, photonLines, alphaLines } = await nuclideEmissions(name);
      const beta = betaSpectrum === null ? 0 : spectrumMoments(betaSpectrum).energyMev;
      // Published means end at 1e-5 MeV and some were rounded twice; alpha energies have six digits, of 9 MeV.
      expect(Math.abs(beta + energyOf(electronLines) - mean.electron)).toBeLessThan(2.1e-5);
      expect(Math.abs(energyOf(photonLines) - mean.photon)).toBeLessThan(2.1e-5);
      expect(Math.abs(energyOf(alphaLines) - mean.alpha)).toBeLessThan(1e-4);
      const kinds = published[name] ?? {};
      for (const [lines, names] of [
        [electronLines, ['conversionElectron', 'auger']],
        [photonLines, ['gamma', 'xray', 'annihilation']],
        [alphaLines, ['alpha', 'alphaRecoil']],
      ] as const) {
        const expected = yieldListed(listed(kinds, names));
        // Numbers of the table have six digits: 5e-6 of 1.00000.
        expect(Math.abs(yieldOf(lines) - expected)).toBeLessThanOrEqual(5e-6 * expected);
        expect([...lines.energiesMev].sort((a, b) => a - b)).toEqual(lines.energiesMev);
      }
    }
    expect(nuclides).toHaveLength(69);
  });

  it('N9 what the table of means and the table of emissions say is the same', async () => {
    for (const { name } of nuclides) {
      const { electronEnergyPerDecay, photonEnergyPerDecay, alphaEnergyPerDecay } = nuclideData(name);
      const { electronEnergyMev, photonEnergyMev, alphaEnergyMev } = await sourceSpectrum(name, 'parent alone');
      for (const [joules, mev] of [
        [electronEnergyPerDecay, electronEnergyMev],
        [photonEnergyPerDecay, photonEnergyMev],
        [alphaEnergyPerDecay, alphaEnergyMev],
      ] as const)
        // Energies and yields of six digits.
        expect(Math.abs(joules / 1.602176634e-13 - mev)).toBeLessThanOrEqual(1e-5 * mev);
    }
  });

  it('N10 beta spectra have the yield and the mean energy of their branches', async () => {
    for (const { name } of nuclides) {
      const { betaSpectrum } = await nuclideEmissions(name);
      const branches = listed(published[name] ?? {}, ['betaMinus', 'betaPlus']);
      expect(betaSpectrum === null).toBe(published[name]?.['betaSpectrum_MeV_perMeV'] === undefined);
      if (betaSpectrum === null) continue;
      const { perDecay, energyMev } = spectrumMoments(betaSpectrum);
      expect(perDecay / yieldListed(branches)).toBeCloseTo(1, 5);
      expect(energyMev / branches.reduce((sum, [energy, value]) => sum + energy * value, 0)).toBeCloseTo(1, 5);
    }
  });

  it('N10 beta spectra have the published shape', async () => {
    for (const { name } of nuclides) {
      const { betaSpectrum } = await nuclideEmissions(name);
      const points = published[name]?.['betaSpectrum_MeV_perMeV'];
      if (betaSpectrum === null || points === undefined) continue;
      const { energiesMev, perMev } = betaSpectrum;
      const step = energiesMev[1] ?? NaN;
      const at = (energy: number): number => {
        const index = Math.min(Math.floor(energy / step), perMev.length - 2);
        const share = energy / step - index;
        return (1 - share) * (perMev[index] ?? NaN) + share * (perMev[index + 1] ?? NaN);
      };
      const highest = Math.max(...points.map(([, value]) => value));
      // 1 % of the maximum: the steps are a 160th of the endpoint, and positrons rise within less from zero.
      for (const [energy, value] of points) expect(Math.abs(at(energy) - value)).toBeLessThan(0.012 * highest);
    }
  });

  it('N10 every positron makes two annihilation photons', async () => {
    for (const name of ['F-18', 'Ga-68', 'Cu-64', 'Zr-89', 'I-124', 'Y-86', 'Tb-152']) {
      const positrons = yieldListed(listed(published[name] ?? {}, ['betaPlus']));
      const { energiesMev, yields } = (await nuclideEmissions(name)).photonLines;
      // A gamma line may share the line of 0.511 MeV.
      expect(yields[energiesMev.findIndex(energy => Math.abs(energy - 0.511) < 1e-6)]).toBeGreaterThan(2 * positrons * (1 - 1e-4));
    }
  });

  it('N3 refuses a nuclide that the table lacks', async () => {
    await expect(nuclideEmissions('Co-57')).rejects.toThrow(expect.objectContaining({ code: 'GW_UNKNOWN_NUCLIDE' }));
    await expect(sourceSpectrum('toString', 'equilibrium')).rejects.toThrow(expect.objectContaining({ code: 'GW_UNKNOWN_NUCLIDE' }));
  });

  it('N5 the generated table is what the data say', () => {
    execFileSync(process.execPath, [join(__dirname, '..', '..', 'tools', 'generateEmissions.mjs'), '--check'], { stdio: 'pipe' });
  });
});

describe('decay chains', () => {
  const membersOf = (name: string): Record<string, number> =>
    Object.fromEntries(decayChain(name, 'equilibrium').members.map(member => [member.name, member.decaysPerParentDecay]));

  it.each(['Ac-225', 'Ra-223', 'Ra-224', 'Pb-212', 'Bi-213', 'Bi-212', 'At-217', 'Lu-177m'])(
    'N11 the decays of the daughters of %s are those of the linear system of branching fractions, solved by numpy',
    name => {
      const expected = numpy.chains[name] ?? {};
      const members = membersOf(name);
      expect(Object.keys(members).sort()).toEqual(Object.keys(expected).sort());
      for (const [member, decays] of Object.entries(expected)) expect(members[member]).toBeCloseTo(decays, 12);
    },
  );

  it('N11 a daughter that outlasts the stay in the patient ends the chain and is named', () => {
    expect(membersOf('At-211')).toEqual({ 'At-211': 1, 'Po-211': 0.582 });
    expect(decayChain('At-211', 'equilibrium').leftOut).toEqual([{ name: 'Bi-207', decaysPerParentDecay: 0.418 }]);
    expect(decayChain('At-211', 'equilibrium').sentence).toBe(
      'At-211 decays with 58.2 % Po-211 in equilibrium: each where its At-211 decayed, as often as it is made. The decays of 41.8 % Bi-207 (half-life 32.9 years) and of what follows are left out.',
    );
    expect(decayChain('Th-227', 'equilibrium').sentence).toBe(
      'Only Th-227 itself decays. The decays of Ra-223 (half-life 11.4 days) and of what follows are left out.',
    );
    for (const name of ['Th-227', 'Tc-99m', 'Tb-149', 'I-131']) expect(membersOf(name)).toEqual({ [name]: 1 });
  });

  it('N11 alone, only the parent decays', () => {
    const { members, leftOut, sentence } = decayChain('Ac-225', 'parent alone');
    expect(members).toEqual([{ name: 'Ac-225', decaysPerParentDecay: 1 }]);
    expect(leftOut).toEqual([{ name: 'Fr-221', decaysPerParentDecay: 1 }]);
    expect(sentence).toBe('Only Ac-225 itself decays. The decays of Fr-221 (half-life 4.9 minutes) and of what follows are left out.');
    expect(decayChain('Y-90', 'parent alone').sentence).toBe('Only Y-90 itself decays.');
  });

  it('N11 equilibrium is assumed where a daughter decays within the patient', () => {
    for (const name of ['Ac-225', 'Ra-223', 'Ra-224', 'Pb-212', 'Bi-213', 'At-211'])
      expect(defaultChainAssumption(name)).toBe('equilibrium');
    for (const name of ['Lu-177', 'Y-90', 'I-131', 'Th-227', 'Tc-99m']) expect(defaultChainAssumption(name)).toBe('parent alone');
  });

  it('N12 Ra-223 and its daughters emit 28.2 MeV, 95.3 % as alpha particles, 3.6 % as beta particles, 1.1 % as photons', async () => {
    // The summary of product characteristics of radium-223 dichloride; it counts conversion electrons with neither, so its digits are kept to 0.2 %.
    const { alphaEnergyMev, electronEnergyMev, photonEnergyMev } = await sourceSpectrum('Ra-223', 'equilibrium');
    const total = alphaEnergyMev + electronEnergyMev + photonEnergyMev;
    expect(total).toBeCloseTo(28.2, 1);
    for (const [energy, share] of [
      [alphaEnergyMev, 0.953],
      [electronEnergyMev, 0.036],
      [photonEnergyMev, 0.011],
    ] as const)
      expect(Math.abs(energy / total - share)).toBeLessThan(0.002);
  });

  it('N12 four alpha particles of Ac-225 have the energies of its ground-state lines', async () => {
    const { alphaLines, alphaEnergyMev } = await sourceSpectrum('Ac-225', 'equilibrium');
    // The strongest line of each of the four emitters, by ENSDF; ICRP 107 has 7.069 MeV for At-217. Recoils are below 0.2 MeV.
    for (const energy of [5.83, 6.341, 7.067, 8.376])
      expect(alphaLines.energiesMev.some((line, index) => Math.abs(line - energy) < 3e-3 && (alphaLines.yields[index] ?? 0) > 0.5)).toBe(
        true,
      );
    const alphas = alphaLines.energiesMev.reduce((sum, line, index) => sum + (line > 1 ? (alphaLines.yields[index] ?? 0) : 0), 0);
    // Bi-213 decays to Po-213 in 97.91 % and by its own alpha in 2.09 %: four in all, but for 0.012 % of At-217.
    expect(alphas).toBeCloseTo(4, 3);
    expect(alphaEnergyMev).toBeCloseTo(28, 1);
  });

  it('N12 alpha particles stand apart from electrons and photons', async () => {
    const bismuth = await sourceSpectrum('Bi-213', 'equilibrium');
    const members = ['Bi-213', 'Tl-209', 'Po-213', 'Pb-209'].map(nuclideData);
    const [alone, thallium, polonium, lead] = members.map(({ electronEnergyPerDecay }) => electronEnergyPerDecay / 1.602176634e-13);
    expect(bismuth.electronEnergyMev).toBeCloseTo((alone ?? 0) + 0.0209 * (thallium ?? 0) + 0.9791 * (polonium ?? 0) + (lead ?? 0), 5);
    expect(bismuth.betaSpectra).toHaveLength(3);
    expect((await sourceSpectrum('Lu-177', 'equilibrium')).alphaEnergyMev).toBe(0);
  });
});
