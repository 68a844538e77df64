import { gray, hours, makeEstimate, type Contribution, type CycleVerification, type RegionResult } from '@graywise/physics';
import { exampleRecord } from '../../../dicom/test/helpers/exampleRecord.js';
import { verificationTable } from '../../src/cli/verificationTable.js';

const { verification } = exampleRecord();
const [region] = verification.regions;
if (!region) throw new Error('no region');

/** A region of `dose` Gy whose parts are shares of it. */
function uncertain(label: string, dose: number, shares: readonly (readonly [Contribution['source'], string, number])[]): RegionResult {
  const parts = shares.map(([source, key, share]) => ({ source, key, standardUncertainty: (dose || 1) * share }));
  return { ...region!, label, absorbedDose: makeEstimate(gray(dose), parts) };
}
const lineOf = (text: string, label: string): string | undefined =>
  text
    .slice(text.indexOf('uncertainty of the dose'))
    .split('\n')
    .find(line => line.startsWith(label));
const tableOf = (regions: readonly RegionResult[], more: Partial<CycleVerification> = {}): string =>
  verificationTable({ ...verification, measured: [], ...more, regions });

describe('graywise verify in words', () => {
  it('says the three largest parts of the uncertainty of each dose, one variable added with its signs, sources in quadrature', () => {
    const kidneys = uncertain('Kidneys', 5, [
      ['volume', 'volume:1', 0.061],
      ['volume', 'volume:1', -0.02],
      ['density', 'density', -0.02],
      ['calibration', 'assay', 0.009],
      ['calibration', 'counts', 0.012],
      ['counts', 'counts:1', 0.001],
    ]);
    const parts = 'volume 4.1 %, density 2.0 %, calibration 1.5 %';
    expect(lineOf(tableOf([kidneys]), 'Kidneys')).toMatch(new RegExp(`^Kidneys +4\\.8 % +${parts}$`));
  });

  it('says nothing of shares of a dose that is zero, or of one that nothing makes uncertain', () => {
    const text = tableOf([uncertain('Nothing', 0, [['fit', 'fit', 1]]), uncertain('Exact', 2, [])]);
    expect(lineOf(text, 'Nothing')).toBe('Nothing');
    expect(lineOf(text, 'Exact')).toMatch(/^Exact +0\.0 %$/);
  });

  it('says when to scan once more, in this cycle or the next', () => {
    const [finding] = verification.findings ?? [];
    const text = tableOf([region], { findings: [{ ...finding!, extraScans: [hours(1), hours(4), hours(206)] }] });
    expect(text).toContain('Suggested: scan once more at about 206 h after the administration.');
    expect(text).toContain('Suggested: scan once more in the next cycle at about 1 h and 4 h after the administration.');
  });

  it('has what was measured without images too', () => {
    const measured = (verification.measured ?? []).filter(({ absorbedDose }) => absorbedDose);
    expect(measured.length).toBeGreaterThan(0);
    for (const { label } of measured) expect(lineOf(tableOf([], { measured }), label)).toMatch(/ \d+\.\d % /);
  });
});
