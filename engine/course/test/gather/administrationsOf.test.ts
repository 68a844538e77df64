import { becquerel, hours, instantAfter } from '@graywise/physics';
import { administrationsOf } from '../../src/gather/administrationsOf.js';
import { administration, emission, factsWith, START } from './course.js';

const COURSE_HOURS = 8 * 168;
const laterStart = instantAfter(START, hours(COURSE_HOURS));
const later = { start: laterStart, end: null, activity: becquerel(7.3e9) };
const stated = factsWith({
  administrations: [
    administration({ cycle: 2, start: laterStart, preAssay: { activity: becquerel(7.3e9), at: laterStart } }),
    administration(),
  ],
});
const ofFirst = (minutes: number, activity = 7.4e9): ReturnType<typeof emission> =>
  emission(24, { administration: { start: instantAfter(START, hours(minutes / 60)), end: null, activity: becquerel(activity) } });

describe('administrations of a course', () => {
  it('A1: are counted from the images where nobody states them, each once', () => {
    const scans = [emission(COURSE_HOURS + 4, { administration: later }), emission(4), emission(24)];
    const { administrations } = administrationsOf(scans, factsWith({}));
    expect(administrations.map(({ cycle, start }) => [cycle, start.epochSeconds])).toEqual([
      [1, START.epochSeconds],
      [2, laterStart.epochSeconds],
    ]);
  });

  it('A2: come from the facts in the order of time where they are stated', () => {
    const { administrations, warnings } = administrationsOf([emission(4)], stated);
    expect(administrations.map(({ cycle }) => cycle)).toEqual([1, 2]);
    expect(warnings).toEqual([]);
  });

  it('A3: clocks four minutes apart and assays three percent apart are named, once', () => {
    expect(administrationsOf([ofFirst(4), ofFirst(4)], stated).warnings.map(({ code }) => code)).toEqual(['GW_FACTS_DIFFER']);
    expect(administrationsOf([ofFirst(0, 7.62e9)], stated).warnings[0]?.message).toMatch(/3\.0 %/);
  });

  it('A4: clocks six minutes apart and assays six percent apart are refused', () => {
    const conflict = expect.objectContaining({ code: 'GW_FACTS_CONFLICT' }) as Error;
    expect(() => administrationsOf([ofFirst(6)], stated)).toThrow(conflict);
    expect(() => administrationsOf([ofFirst(0, 7.85e9)], stated)).toThrow(conflict);
  });

  it('A5: the images may state the syringe before or after its residual', () => {
    const residual = { activity: becquerel(0.6e9), at: START };
    const facts = factsWith({ administrations: [administration({ residual })] });
    for (const activity of [7.4e9, 6.8e9]) expect(administrationsOf([ofFirst(0, activity)], facts).warnings).toEqual([]);
  });

  it('A6: a scan that states a later administration than itself is no contradiction of the one before', () => {
    const early = emission(COURSE_HOURS - 1, { administration: later });
    expect(administrationsOf([emission(4), early], stated).warnings).toEqual([]);
  });
});
