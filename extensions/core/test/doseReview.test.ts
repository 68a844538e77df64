import { GraywiseError } from '@graywise/physics';
import { createCourseService } from '../src/state/createCourseService';
import type { EngineClient } from '../src/actions/courseContext';
import type { CourseService } from '../src/state/courseService';
import { NO_DOSE_REVIEW } from '../src/state/doseReview';
import { COMPARISON } from './fixtures/comparison';
import { doneStep, fakeEngine } from './fixtures/fakeEngine';

async function ran(engine: EngineClient): Promise<CourseService> {
  const course = createCourseService({
    archive: {
      patientOfStudy: () => Promise.resolve('GW-1'),
      retrievePatient: () => Promise.resolve([]),
      retrieveSeries: () => Promise.resolve([]),
      findEmissionSeries: () => Promise.resolve([]),
      store: () => Promise.resolve(),
    },
    openEngine: () => engine,
    now: () => ({ epochSeconds: 0, offsetMinutes: 0 }),
    notify: () => undefined,
  });
  await course.actions.openCourse(['2.25.3']);
  await course.actions.runToNextDecision();
  return course;
}

const criteria = { ...NO_DOSE_REVIEW.criteria, doseDifferencePercent: 3, distanceMm: 3 };

describe('a second dose engine', () => {
  it('is compared under the criteria, and the difference is shown', async () => {
    const course = await ran(fakeEngine());
    await course.actions.compareDose('monteCarlo', criteria);
    expect(course.getSnapshot().doseReview).toEqual({ criteria, comparison: COMPARISON, picture: 'dose difference' });
  });

  it('that has no map leaves the picture of the dose', async () => {
    const bySpheres = { ...COMPARISON, other: { ...COMPARISON.other, engine: 'sphere' as const } };
    const engine = { ...fakeEngine(), compareDose: () => Promise.resolve(bySpheres) };
    const course = await ran(engine);
    await course.actions.compareDose('sphere', criteria);
    expect(course.getSnapshot().doseReview.picture).toBe('absorbed dose');
  });

  it('can be cancelled: what was compared before stays', async () => {
    let calls = 0;
    const engine: EngineClient = {
      ...fakeEngine(),
      compareDose: (_cycle, _engine, _criteria, options) =>
        calls++ === 0
          ? Promise.resolve(COMPARISON)
          : new Promise((_, reject) =>
              options?.signal?.addEventListener('abort', () => reject(new GraywiseError('GW_CANCELLED', { where: 'compareDose' }))),
            ),
    };
    const course = await ran(engine);
    await course.actions.compareDose('monteCarlo', criteria);
    const second = course.actions.compareDose('localDeposition', criteria);
    expect(course.getSnapshot().running?.label).toBe('Second dose engine: Local deposition');
    course.actions.cancel();
    await second;
    expect(course.getSnapshot()).toMatchObject({
      running: null,
      refusal: { code: 'GW_CANCELLED' },
      doseReview: { comparison: COMPARISON },
    });
  });

  it('says what to do where only a record was read', async () => {
    const course = await ran({
      ...fakeEngine(),
      compareDose: () => Promise.reject(new GraywiseError('GW_USAGE', { expected: 'the step dose before a comparison', found: 'none' })),
    });
    await course.actions.storeRecord({ name: 'A. Physicist', role: 'Medical physics expert' });
    await course.actions.compareDose('monteCarlo', criteria);
    expect(course.getSnapshot().refusal?.hint).toContain('Run again');
  });

  it('is forgotten when the dose is made anew; the criteria stay', async () => {
    const course = await ran(fakeEngine());
    await course.actions.compareDose('monteCarlo', criteria);
    await course.actions.runStep('verify');
    expect(course.getSnapshot().doseReview.comparison).toBe(COMPARISON);
    await course.actions.runStep('dose');
    expect(course.getSnapshot().doseReview).toEqual({ ...NO_DOSE_REVIEW, criteria });
  });
});

describe('another dose engine', () => {
  it('makes the dose again, for a reason; earlier steps stay, later ones are to be run again', async () => {
    const answers: unknown[] = [];
    const engine: EngineClient = {
      ...fakeEngine(),
      runStep: (_cycle, step, given) => {
        answers.push([step, given]);
        return Promise.resolve(doneStep(step));
      },
    };
    const course = await ran(engine);
    answers.length = 0;
    await course.actions.chooseDoseEngine('monteCarlo', ' Metastases in bone. ');
    const answer = { kind: 'choose dose engine', subject: 'monteCarlo', reason: 'Metastases in bone.', halfLifeHours: null };
    expect(answers).toEqual([['dose', [answer]]]);
    expect(Object.keys(course.getSnapshot().outcomes)).toEqual(['calibrate', 'align', 'regions', 'time-activity', 'dose']);
    await course.actions.chooseDoseEngine(null, '');
    expect(answers[1]).toEqual(['dose', []]);
    await course.actions.chooseMapPattern('voxel fits', 'Two parts.');
    expect(answers[2]).toMatchObject(['dose', [{ kind: 'choose map pattern', subject: 'voxel fits' }]]);
  });

  it('is not taken without a reason', async () => {
    const engine = fakeEngine();
    const course = await ran(engine);
    const before = engine.calls.length;
    await course.actions.chooseDoseEngine('monteCarlo', ' ');
    expect(engine.calls).toHaveLength(before);
  });
});
