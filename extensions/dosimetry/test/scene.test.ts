jest.mock('@graywise/course', () => ({}));
import { CLOSED_COURSE, type CourseState } from '@graywise/extension-core';
import type { Step } from '@graywise/physics';
import { doneStep, OVERVIEW } from '../../core/test/fixtures/fakeEngine';
import { stepStatus } from '../src/panels/stepStatus';
import { referenceCtSeries } from '../src/pictures/referenceCtSeries';
import { sceneOf } from '../src/pictures/scene';

const after = (steps: readonly Step[], more: Partial<CourseState> = {}): CourseState => ({
  ...CLOSED_COURSE,
  overview: OVERVIEW,
  outcomes: Object.fromEntries(steps.map(step => [step, doneStep(step)])),
  ...more,
});
const ALL: readonly Step[] = ['calibrate', 'align', 'regions', 'time-activity', 'dose'];

describe('the picture of a step', () => {
  it.each<[Step, readonly Step[], string, string]>([
    ['calibrate', ALL, 'none', 'none'],
    ['align', ['calibrate'], 'none', 'none'],
    ['align', ALL, 'checkerboard', 'none'],
    ['regions', ALL, 'activity', 'regions'],
    ['dose', ['calibrate', 'align', 'regions'], 'activity', 'regions'],
    ['dose', ALL, 'absorbed dose', 'isodoses'],
    ['record', ALL, 'absorbed dose', 'isodoses'],
  ])('%s after %p: %s with %s', (step, done, layer, lines) => {
    expect(sceneOf(after(done, { step }))).toMatchObject({ layer, lines });
  });

  it.each(['dose difference', 'gamma index', 'dose uncertainty'] as const)(
    'of the dose can be its %s, with outlines of regions',
    picture => {
      const review = { ...CLOSED_COURSE.doseReview, picture };
      expect(sceneOf(after(ALL, { step: 'dose', doseReview: review }))).toMatchObject({ layer: picture, lines: 'regions' });
      expect(sceneOf(after(ALL, { step: 'record', doseReview: review }))).toMatchObject({ layer: 'absorbed dose', lines: 'isodoses' });
    },
  );

  it('shows the reference scan in Regions and the chosen one in Time-activity', () => {
    expect(sceneOf(after(ALL, { step: 'regions', timePoint: 3 })).timePoint).toBe(1);
    expect(sceneOf(after(ALL, { step: 'time-activity', timePoint: 3 })).timePoint).toBe(3);
  });

  it('lies on the CT of the reference scan', () => {
    expect(referenceCtSeries(after(ALL))).toBe('2.25.221');
  });
});

describe('the status of a step', () => {
  it('is amber where something was assumed or warned of, red where it cannot go on', () => {
    const outcomes: CourseState['outcomes'] = {
      calibrate: doneStep('calibrate'),
      align: { ...doneStep('align'), assumptions: [{ step: 'align', text: 'x' }] },
      regions: { ...doneStep('regions'), warnings: [{ step: 'regions', code: 'GW_NO_CT', message: 'x' }] },
      'time-activity': { ...doneStep('time-activity'), status: 'refused' },
    };
    const steps: readonly Step[] = ['calibrate', 'align', 'regions', 'time-activity', 'dose'];
    expect(steps.map(step => stepStatus({ outcomes, running: null }, step))).toEqual(['done', 'assumed', 'warned', 'red', 'waiting']);
  });
});
