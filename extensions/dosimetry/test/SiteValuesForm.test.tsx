/** @jest-environment jsdom */
jest.mock('@graywise/course', () => ({}));
jest.mock('@observablehq/plot', () => ({}));
import { NO_FACTS } from '@graywise/physics';
import { SiteValuesForm } from '../src/facts/SiteValuesForm';
import { joinedSiteValues, siteValueEntries, siteValuesOf, withSiteValues } from '../src/facts/siteValues';
import { chooseFiles, click, show } from './support';

const COHORT = {
  id: 'ours',
  radiopharmaceutical: '177Lu-DOTATATE',
  regions: ['kidneys'],
  source: 'own patients',
  patients: [[{ amplitude: 100, halfLife_h: 50 }], [{ amplitude: 100, halfLife_h: 60 }]],
};
const PRIORS = {
  version: '2026-11',
  values: [
    {
      id: 'our-kidneys',
      radiopharmaceutical: '177Lu-DOTATATE',
      regions: ['kidneys'],
      quantity: 'effective half-life',
      unit: 'h',
      mean: 50,
      sd: 9,
      n: 12,
      source: 'own patients',
    },
  ],
};
const file = (content: unknown) => [{ name: 'site.json', text: JSON.stringify(content) }];

describe("values of the site's own patients", () => {
  it('shows what the files hold, then stores it with the other facts', async () => {
    const { node, called } = show(<SiteValuesForm />);
    await chooseFiles(node, 'gw-site-files', [...file({ cohorts: [COHORT] }), ...file({ priors: PRIORS })]);
    const text = node.querySelector('[data-cy=gw-site-values]')?.textContent;
    expect(text).toContain('Cohort ours: 2 patients of 177Lu-DOTATATE, kidneys');
    expect(text).toContain('Population values, version 2026-11: our-kidneys');
    click(node, '[data-cy=gw-store-site-values]');
    expect(called.find(call => call.startsWith('storeFacts'))).toContain('"id":"ours"');
  });

  it.each([
    ['a cohort of one', { cohorts: [{ ...COHORT, patients: COHORT.patients.slice(1) }] }, 'two patients or more'],
    [
      'a longer half-life than the physical one',
      { cohorts: [{ ...COHORT, patients: [[{ amplitude: 1, halfLife_h: 300 }], COHORT.patients[0]] }] },
      '159.5 h',
    ],
    ['facts of a patient', { cohorts: [COHORT], effectiveHalfLives: { kidneys: { halfLife_h: 50, u_rel: 0.1 } } }, 'effectiveHalfLives'],
    ['neither', { comment: 'none' }, 'priors or cohorts'],
    ['an empty list', { priors: { version: '1', values: [] } }, 'priors or cohorts'],
  ])('says what is wrong with %s, and stores nothing', async (_what, content, words) => {
    const { node, called } = show(<SiteValuesForm />);
    await chooseFiles(node, 'gw-site-files', file(content));
    expect(node.querySelector('[role=alert]')?.textContent).toContain(words);
    click(node, '[data-cy=gw-store-site-values]');
    expect(called.filter(call => call.startsWith('storeFacts'))).toEqual([]);
  });

  it('refuses what is no JSON', () => {
    expect(() => siteValuesOf('no', 'site.json')).toThrow(expect.objectContaining({ code: 'GW_FACTS_INVALID' }) as Error);
  });

  it('refuses files that hold the same', async () => {
    const [priors, cohorts] = [{ priors: PRIORS }, { cohorts: [COHORT] }].map(content => siteValuesOf(JSON.stringify(content), 'a'));
    expect(() => joinedSiteValues([priors!, priors!])).toThrow(expect.objectContaining({ code: 'GW_FACTS_INVALID' }) as Error);
    expect(() => joinedSiteValues([cohorts!, priors!, cohorts!])).toThrow(expect.objectContaining({ code: 'GW_FACTS_INVALID' }) as Error);
    const { node, called } = show(<SiteValuesForm />);
    await chooseFiles(node, 'gw-site-files', [...file({ cohorts: [COHORT] }), ...file({ cohorts: [COHORT] })]);
    expect(node.querySelector('[role=alert]')?.textContent).toContain('ours');
    click(node, '[data-cy=gw-store-site-values]');
    expect(called.filter(call => call.startsWith('storeFacts'))).toEqual([]);
  });

  it('a cohort replaces the one of its name, other facts stay, and each can be taken out', () => {
    const first = withSiteValues(
      NO_FACTS,
      siteValuesOf(JSON.stringify({ cohorts: [COHORT, { ...COHORT, id: 'theirs' }], priors: PRIORS }), 'a'),
    );
    const again = withSiteValues(first, siteValuesOf(JSON.stringify({ cohorts: [{ ...COHORT, source: 'corrected' }] }), 'b'));
    expect(again.cohorts?.map(({ id, source }) => [id, source])).toEqual([
      ['theirs', 'own patients'],
      ['ours', 'corrected'],
    ]);
    expect(again.priors).toBe(first.priors);
    const bare = siteValueEntries(again).reduce((facts, { without }) => without(facts), again);
    expect([bare.cohorts, bare.priors]).toEqual([[], []]);
  });
});
