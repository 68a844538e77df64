import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decayConstant, decayFactor, findNuclideName, hours, nuclideData, nuclideFromCode } from '@graywise/physics';
import { readJson } from '../support/readJson.js';

interface PublishedNuclide {
  readonly name: string;
  readonly halfLife_s: number;
  readonly daughters: readonly { readonly name: string; readonly branching: number }[];
  readonly publishedMeanEnergy_MeV: { readonly alpha: number; readonly electron: number; readonly photon: number };
}

const published = readJson<PublishedNuclide[]>('data/icrp107/nuclides.json');

const data = join(__dirname, '..', '..', 'data');

describe('nuclide table', () => {
  it('N1 the energies by kind of radiation add to the means that ICRP 107 publishes, for every nuclide', () => {
    for (const { name, halfLife_s, publishedMeanEnergy_MeV: mean } of published) {
      const nuclide = nuclideData(name);
      expect(nuclide.halfLife).toBe(halfLife_s);
      // Published means have five digits and end at 1e-5 MeV; 2e-5 MeV and 5e-4 are twice that rounding.
      const expectMean = (joules: number, mev: number): void =>
        expect(Math.abs(joules / 1.602176634e-13 - mev)).toBeLessThan(Math.max(2e-5, 5e-4 * mev));
      expectMean(nuclide.electronEnergyPerDecay, mean.electron);
      expectMean(nuclide.photonEnergyPerDecay, mean.photon);
      expectMean(nuclide.alphaEnergyPerDecay, mean.alpha);
    }
    expect(published).toHaveLength(69);
  });

  it('N1 branching fractions of a nuclide add to 1 at most', () => {
    for (const { name, daughters } of published) {
      // Some chains of the index are given to four digits.
      expect(daughters.reduce((sum, { branching }) => sum + branching, 0)).toBeLessThan(1.0005);
      expect(daughters.some(daughter => daughter.name === name)).toBe(false);
    }
  });

  it('N2 agrees with the closed facts of molecular radiotherapy', () => {
    const lutetium = nuclideData('Lu-177');
    const yttrium = nuclideData('Y-90');
    expect(lutetium.halfLife / 86400).toBeCloseTo(6.647, 6);
    expect(1 / decayConstant(lutetium.halfLife) / 3600).toBeCloseTo(230.15, 2);
    // g Gy/(MBq h): J per decay times 3.6e9 decays per MBq h times 1000 g per kg.
    expect(lutetium.electronEnergyPerDecay * 3.6e12).toBeCloseTo(0.08532, 5);
    // J/GBq. Published with a half-life of 64.1 h and rounded to four digits.
    expect((yttrium.electronEnergyPerDecay * 1e9) / decayConstant(yttrium.halfLife)).toBeCloseTo(49.77, 2);
  });

  it('N3 refuses a nuclide that the table lacks', () => {
    for (const name of ['Co-57', 'Lu177', '', 'toString']) {
      expect(() => nuclideData(name)).toThrow(expect.objectContaining({ code: 'GW_UNKNOWN_NUCLIDE' }));
    }
  });

  it('N4 decays by the half-life, forwards and backwards', () => {
    expect(decayFactor(hours(6), 6 * 3600)).toBeCloseTo(0.5, 15);
    expect(decayFactor(hours(6), -12 * 3600)).toBeCloseTo(4, 14);
  });

  it('N5 generated sources are what the data say, and the data are what their README says', () => {
    execFileSync(process.execPath, [join(__dirname, '..', '..', 'tools', 'generateNuclides.mjs'), '--check'], { stdio: 'pipe' });
    for (const [folder, file] of [
      ['icrp107', 'nuclides.json'],
      ['icrp107', 'emissions.json'],
      ['icrp107', 'LICENSE.ICRP-07'],
      ['dicom-codes', 'nuclideCodes.json'],
      ['schneider2000', 'densityCurve.json'],
      ['schneider2000', 'compositions.json'],
      ['tissues', 'atoms.json'],
      ['tissues', 'materials.json'],
      ['xraylib4', 'elements.csv'],
      ['xraylib4', 'formFactors.csv'],
      ['nist-estar', 'estar.csv'],
    ] as const) {
      const sum = createHash('sha256')
        .update(readFileSync(join(data, folder, file)))
        .digest('hex');
      expect(readFileSync(join(data, folder, 'README.md'), 'utf8')).toContain(`${sum}  ${file}`);
    }
  });
});

describe('names of nuclides', () => {
  it.each([
    ['177Lu', 'Lu-177'],
    ['Lu177', 'Lu-177'],
    ['Lu-177', 'Lu-177'],
    ['LU 177', 'Lu-177'],
    ['^177^Lutetium', 'Lu-177'],
    ['Lutetium-177', 'Lu-177'],
    ['177-Lutetium', 'Lu-177'],
    ['177Lu-DOTATATE', 'Lu-177'],
    ['Lu177DOTATATE', 'Lu-177'],
    ['[177Lu]Lu-PSMA-617', 'Lu-177'],
    ['[177Lu]Lu-PSMA-I&T', 'Lu-177'],
    ['Lutetium (177Lu) oxodotreotide', 'Lu-177'],
    ['Lu^177^DOTATATE', 'Lu-177'],
    ['¹⁷⁷Lu', 'Lu-177'],
    ['177mLu', 'Lu-177m'],
    ['Lu-177m', 'Lu-177m'],
    ['Iodine-131', 'I-131'],
    ['I131 mIBG', 'I-131'],
    ['I131mIBG', 'I-131'],
    ['123I-mIBG', 'I-123'],
    ['I-124', 'I-124'],
    ['Tc99m', 'Tc-99m'],
    ['99mTc', 'Tc-99m'],
    ['99MTC', 'Tc-99m'],
    ['Tc-99m', 'Tc-99m'],
    ['Tc 99m MDP', 'Tc-99m'],
    ['^99m^Technetium', 'Tc-99m'],
    ['Tc-99', 'Tc-99'],
    ['90Y-microspheres', 'Y-90'],
    ['Y-90 SIR-Spheres', 'Y-90'],
    ['68Ga-PSMA-11', 'Ga-68'],
    ['F-18 PSMA-1007', 'F-18'],
    ['225Ac-PSMA-617', 'Ac-225'],
    ['Ra-223 dichloride', 'Ra-223'],
    ['161Tb', 'Tb-161'],
    ['57Co', 'Co-57'],
  ])('N6 %s is %s', (text, name) => {
    expect(findNuclideName(text)).toBe(name);
  });

  it.each(['', 'DOTATATE', 'PSMA-617', 'Lutetium', '177', 'Lu-177 and In-111', '177Lu/177mLu', 'Xx-12', 'Lu-1770', 'Ho-166m'])(
    'N7 nothing or more than one is named in "%s"',
    text => {
      expect(findNuclideName(text)).toBeNull();
    },
  );

  it('N8 reads the codes of DICOM, old and new', () => {
    expect(nuclideFromCode('SCT', '447553000')).toBe('Lu-177');
    expect(nuclideFromCode('SRT', 'C-101ED')).toBe('Lu-177');
    expect(nuclideFromCode(' SNM3 ', 'c-163a8')).toBe('Tc-99m');
    expect(nuclideFromCode('99SDM', 'C-114B1')).toBe('I-131');
    expect(nuclideFromCode('SCT', '77004003')).toBe('F-18');
    expect(nuclideFromCode('DCM', '126606')).toBe('Tb-152');
    expect(nuclideFromCode('SCT', '0')).toBeNull();
  });
});
