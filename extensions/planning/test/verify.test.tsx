/** @jest-environment jsdom */
jest.mock('@graywise/course', () => ({}));
jest.mock('@observablehq/plot', () => ({}));
import { hours, type CycleVerification, type Finding } from '@graywise/physics';
import type { CourseState } from '@graywise/extension-core';
import { doneStep } from '../../core/test/fixtures/fakeEngine';
import { VERIFICATION } from '../../core/test/fixtures/verification';
import { comparedRegions } from '../src/verify/comparedRegions';
import { comparedDoses } from '../src/verify/drawComparison';
import { RecordStep } from '../src/verify/RecordStep';
import { VerifyStep } from '../src/verify/VerifyStep';
import { worksheetValue } from '../src/verify/worksheetValue';
import { button, click, show, type } from './support';

const [within] = VERIFICATION.comparisons as [CycleVerification['comparisons'][number]];
const outside: CycleVerification['comparisons'][number] = {
  ...within,
  region: 'liver',
  verdict: 'outside',
  z: -2.6,
  sentence: 'Liver: 3.1 Gy, below what was expected (4.0 to 9.0 Gy); z = -2.6.',
  basis: 'population and earlier cycles',
  prior: { id: 'lu-177-dotatate/liver', version: '2', n: 12, origin: 'site' },
};
const extravasation: Finding = {
  kind: 'extravasation',
  region: null,
  placeLps: [10, 20, 30],
  message: '12 % of the activity lies at the injection site.',
  worksheet: [{ name: 'Activity at the site', value: 883, standardUncertainty: 61, unit: 'MBq' }],
  advice: ['Look at the arm.'],
  extraScans: [172_800 as Finding['extraScans'][number]],
};

const withKnown = (more: Partial<CycleVerification>): Partial<CourseState> => {
  const known = { ...VERIFICATION, ...more };
  return { outcomes: { verify: { ...doneStep('verify'), known }, record: { ...doneStep('record'), known } } };
};

describe('findings', () => {
  it('are cards with what was found, what to do, the worksheet with uncertainty and unit, and when to scan again', () => {
    const { node, called } = show(<VerifyStep />, withKnown({ findings: [extravasation] }));
    const card = node.querySelector('[data-cy=gw-finding][data-kind=extravasation]');
    for (const text of ['Extravasation', '12 % of the activity', 'Look at the arm.', '883 ± 61', 'MBq', '48 h after'])
      expect(card?.textContent).toContain(text);
    click(node, '[aria-label="Show extravasation in the images"]');
    expect(called).toEqual(['lookAt [10,20,30]']);
  });

  it('say which scans only the next cycle can have', () => {
    const missing: Finding = { ...extravasation, kind: 'missing uptake', extraScans: [hours(1), hours(4), hours(192)] };
    const { node } = show(<VerifyStep />, withKnown({ findings: [missing] }));
    expect([...node.querySelectorAll('[data-cy=gw-extra-scans]')].map(({ textContent }) => textContent)).toEqual([
      'Suggested extra scan: 192 h after administration.',
      'Suggested extra scans in the next cycle: 1 h, 4 h after administration.',
    ]);
  });

  it('are not spoken of where there are none', () => {
    expect(show(<VerifyStep />, withKnown({ findings: [] })).node.querySelector('[data-cy=gw-findings]')).toBeNull();
  });

  it('show three digits where no uncertainty is known', () => {
    expect(worksheetValue({ name: 'x', value: 12.3456, standardUncertainty: null, unit: '' })).toBe('12.3');
  });
});

describe('a dose outside of what was expected', () => {
  const state = withKnown({ comparisons: [within, outside] });

  it('is said in words, with the version and the patients behind the expectation', () => {
    const { node } = show(<VerifyStep />, state);
    expect(node.querySelector('[data-cy=gw-comments]')?.textContent).toContain('below what was expected');
    expect(node.querySelector('[data-cy=gw-expectation-sources]')?.textContent).toContain('version 2, 12 patients');
  });

  it('asks for a comment, which is kept', () => {
    const { node, called } = show(<VerifyStep />, state);
    type(node, 'gw-comment-liver', 'Steatosis: low uptake.');
    click(node, '[data-cy=gw-keep-comment-liver]');
    expect(called).toEqual(['commentOn "liver" "Steatosis: low uptake."']);
  });

  it('without a comment keeps the record from being signed, and says so beforehand', () => {
    const { node } = show(<RecordStep />, state);
    type(node, 'gw-store-name', 'A. Physicist');
    expect(button(node, 'gw-store')?.disabled).toBe(true);
    expect(node.querySelector('[data-cy=gw-comments-missing]')?.textContent).toContain('the dose of Liver <b>x</b> is outside');
  });

  it('with a comment is signed, and the comment stands in what is stored', () => {
    const { node } = show(
      <RecordStep />,
      withKnown({ comparisons: [within, outside], comments: [{ region: 'liver', text: 'Steatosis.' }] }),
    );
    type(node, 'gw-store-name', 'A. Physicist');
    expect(button(node, 'gw-store')?.disabled).toBe(false);
    expect(node.querySelector('[data-cy=gw-record-content]')?.textContent).toContain('Steatosis.');
  });

  it('has a bar with both ranges and its z', () => {
    const wide = { ...outside, expectedRange50: [5, 7] as unknown as typeof within.expectedRange95 };
    const [dose] = comparedDoses(comparedRegions({ regions: VERIFICATION.regions, comparisons: [wide] }).filter(row => row.comparison));
    expect(dose).toMatchObject({ middleLow: 5, middleHigh: 7, note: 'z −2.6, outside' });
  });

  it('holds a region against its plan and against the population, a row and a bar each', () => {
    const comparisons = [{ ...outside, basis: 'plan' as const, verdict: 'within' as const }, outside];
    const rows = comparedRegions({ regions: VERIFICATION.regions, comparisons });
    expect(rows.filter(({ name }) => name === 'liver').map(({ comparison }) => comparison?.basis)).toEqual([
      'plan',
      'population and earlier cycles',
    ]);
    const { label } = rows.find(({ name }) => name === 'liver') ?? { label: '' };
    expect(comparedDoses(rows).map(dose => dose.label)).toEqual([label, `${label}, population`]);
    const { node } = show(<VerifyStep />, withKnown({ comparisons }));
    expect([...node.querySelectorAll('[data-cy=gw-comparisons] tr')].filter(row => row.textContent?.startsWith(label))).toHaveLength(2);
  });

  const dosesOf = ({ absorbedDose, absorbedDosePerActivity }: CycleVerification['regions'][number]) => ({
    absorbedDose,
    absorbedDosePerActivity,
  });
  it('says how far the cycle was prescribed and measured by the patient, as the record will', () => {
    const level = () => show(<VerifyStep />, withKnown({})).node.querySelector('[data-cy=gw-verification-level]')?.textContent;
    expect(level()).toMatch(/EANM level ii: the patient's doses of cycle 1 were measured/);
    const kept = withKnown({ level: { level: 'iii', reason: 'Level iii: as it stands.' } });
    expect(show(<VerifyStep />, kept).node.querySelector('[data-cy=gw-verification-level]')?.textContent).toBe(
      'EANM level iii: as it stands.',
    );
  });

  it('has a row for a dose measured without images, unless the region was drawn', () => {
    const marrow = { name: 'red-marrow (blood)', label: 'Red marrow (by blood)', fit: null, ...dosesOf(VERIFICATION.regions[0]!) };
    const measured = [marrow as NonNullable<CycleVerification['measured']>[number]];
    const rows = comparedRegions({ regions: VERIFICATION.regions, measured, comparisons: [{ ...outside, region: 'red-marrow' }] });
    expect(rows.at(-1)).toMatchObject({
      name: 'red-marrow',
      label: 'Red marrow (by blood)',
      measuredAs: 'red-marrow (blood)',
      comparison: { z: -2.6 },
    });
    const drawn = VERIFICATION.regions.map(region => ({ ...region, name: 'red-marrow' }));
    expect(comparedRegions({ regions: drawn, measured }).every(row => row.measuredAs === null)).toBe(true);
  });
});
