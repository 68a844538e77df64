import { exactly, gray, type Comparison } from '@graywise/physics';
import type { CycleResults } from '../../src/engine/CycleRun.js';
import { commentsOf } from '../../src/stages/commentsOf.js';
import { dosesOutside } from '../../src/stages/dosesOutside.js';
import { recordObjects } from '../../src/stages/recordObjects.js';
import { START } from '../gather/course.js';

const comparison = (region: string, verdict: Comparison['verdict'], basis: Comparison['basis'] = 'population'): Comparison => ({
  region,
  basis,
  expectedMedian: gray(3),
  expectedRange95: [gray(1), gray(7)],
  delivered: exactly(gray(8)),
  z: 2.3,
  verdict,
  source: 'a test',
  confirmed: true,
});
const comparisons = [comparison('kidneys', 'outside'), comparison('kidneys', 'outside', 'plan'), comparison('liver', 'borderline')];
const regions = [{ name: 'kidneys', label: 'Both kidneys' }] as never;
const answer = (subject: string, reason: string, kind: 'comment on dose' | 'accept registration' = 'comment on dose') => ({
  kind,
  subject,
  reason,
  halfLifeHours: null,
});

describe('V13: a dose outside of what was expected needs a comment before a person signs', () => {
  it('comments are answers of a person, the last of a region, none that is empty', () => {
    const answers = [
      answer('kidneys', 'first'),
      answer('kidneys', ' obstructed '),
      answer('liver', ' '),
      answer('3', 'seen', 'accept registration'),
    ];
    expect(commentsOf(answers)).toEqual([{ region: 'kidneys', text: 'obstructed' }]);
  });
  it('each region outside is named once, by its label, until it is commented on', () => {
    expect(dosesOutside({ comparisons, regions })).toEqual(['Both kidneys']);
    expect(dosesOutside({ comparisons, regions, comments: [{ region: 'kidneys', text: 'obstructed' }] })).toEqual([]);
  });
  it('a signature is refused without the comment', () => {
    const results = { record: { verification: { comparisons, regions } } } as unknown as CycleResults;
    expect(() => recordObjects(results, START, { name: 'Curie', role: 'Physicist' })).toThrow(
      expect.objectContaining({ code: 'GW_COMMENT_MISSING', details: { where: 'Both kidneys' } }),
    );
  });
});
