import { GraywiseError, type UncertaintyAdvice } from '@graywise/physics';
import type { DecisionAnswer } from '@graywise/course';
import type { EngineClient } from '../src/actions/courseContext';
import { createCourseService } from '../src/state/createCourseService';
import type { CourseService } from '../src/state/courseService';
import { missingComments } from '../src/state/missingComments';
import { NO_BUDGET_REVIEW } from '../src/state/budgetReview';
import { NO_SCAN_REVIEW } from '../src/state/scanReview';
import { doneStep, fakeEngine } from './fixtures/fakeEngine';
import { VERIFICATION } from './fixtures/verification';

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

/** An engine that keeps the answers of every step. */
function listening(): { readonly engine: EngineClient; readonly heard: (readonly DecisionAnswer[])[] } {
  const heard: (readonly DecisionAnswer[])[] = [];
  const engine = fakeEngine();
  const { runStep } = engine;
  engine.runStep = (cycle, step, answers, options) => {
    heard.push(answers);
    return runStep(cycle, step, answers, options);
  };
  return { engine, heard };
}

const byPopulation = { method: 'population', halfLifeHours: null } as const;
const advice: UncertaintyAdvice = { kind: 'another scan', text: 'Another scan at 96 h: 19 % to 13 %.', from: 0.19, to: 0.13, at: null };

describe('fewer scans', () => {
  it('are compared, and nothing of the cycle changes', async () => {
    const course = await ran(fakeEngine());
    await course.actions.compareScans([3], byPopulation);
    expect(course.getSnapshot().scanReview.comparison).toMatchObject({ timePoints: [3] });
    expect(course.getSnapshot().outcomes.record?.status).toBe('done');
  });

  it('make the curves anew with the reason, the half-life asked of a single one; what was compared before no longer holds', async () => {
    const { engine, heard } = listening();
    const course = await ran(engine);
    await course.actions.compareScans([3], byPopulation);
    await course.actions.chooseScans([3], byPopulation, 'The others moved.');
    expect(heard.at(-1)).toEqual([
      { kind: 'choose scans', subject: '3', reason: 'The others moved.', halfLifeHours: null },
      { kind: 'state half-life', subject: 'every region', reason: 'The others moved.', halfLifeHours: null, method: 'population' },
    ]);
    expect(course.getSnapshot()).toMatchObject({ step: 'time-activity', scanReview: NO_SCAN_REVIEW, budgetReview: NO_BUDGET_REVIEW });
    expect(course.getSnapshot().outcomes.dose).toBeUndefined();
    await course.actions.chooseScans([], byPopulation, '');
    expect(heard.at(-1)).toEqual([]);
  });

  it('of a stored record are not known, which is said', async () => {
    const engine = { ...fakeEngine(), compareScans: () => Promise.reject(new GraywiseError('GW_USAGE', { expected: 'a', found: 'b' })) };
    const course = await ran(engine);
    await course.actions.storeRecord({ name: 'A', role: 'B' });
    await course.actions.compareScans([3], byPopulation);
    expect(course.getSnapshot().refusal?.message).toContain('The stored record does not hold');
  });
});

describe('a tail', () => {
  it('makes the curves anew with its reason, beside a choice of scans; as fitted needs none', async () => {
    const { engine, heard } = listening();
    const course = await ran(engine);
    await course.actions.chooseScans([2, 3], byPopulation, 'The first moved.');
    const ofScans = heard.at(-1) ?? [];
    await course.actions.chooseTail('physical decay', ' The last scan is early. ');
    expect(heard.at(-1)).toEqual([
      ...ofScans,
      { kind: 'choose tail', subject: 'physical decay', reason: 'The last scan is early.', halfLifeHours: null },
    ]);
    expect(course.getSnapshot()).toMatchObject({ step: 'time-activity', scanReview: NO_SCAN_REVIEW, budgetReview: NO_BUDGET_REVIEW });
    expect(course.getSnapshot().outcomes.dose).toBeUndefined();
    const steps = heard.length;
    await course.actions.chooseTail('population half-life', ' ');
    expect(heard).toHaveLength(steps);
    await course.actions.chooseTail(null, '');
    expect(heard.at(-1)).toEqual(ofScans);
  });
});

describe('a comment', () => {
  it('goes into the record, and the screen stays where it is', async () => {
    const { engine, heard } = listening();
    const course = await ran(engine);
    course.actions.showStep('verify');
    await course.actions.commentOn('liver', ' Steatosis. ');
    expect(heard.at(-1)).toEqual([{ kind: 'comment on dose', subject: 'liver', reason: 'Steatosis.', halfLifeHours: null }]);
    expect(course.getSnapshot()).toMatchObject({ step: 'verify', stored: false });
    expect(course.getSnapshot().outcomes.record?.status).toBe('done');
    await course.actions.commentOn('liver', '');
    expect(heard.at(-1)).toEqual([]);
  });

  it('is missing where a dose is outside and nobody said why', () => {
    const [within] = VERIFICATION.comparisons;
    const comparisons = [{ ...within!, verdict: 'outside' as const }];
    expect(missingComments({ ...VERIFICATION, comparisons })).toEqual(['Kidneys']);
    expect(missingComments({ ...VERIFICATION, comparisons, comments: [{ region: 'kidneys', text: 'One kidney.' }] })).toEqual([]);
    expect(missingComments(VERIFICATION)).toEqual([]);
  });
});

describe('what would reduce an uncertainty', () => {
  it('is asked of the engine, for one region', async () => {
    const course = await ran({ ...fakeEngine(), uncertaintyAdvice: () => Promise.resolve([advice]) });
    await course.actions.adviseUncertainty('kidneys');
    expect(course.getSnapshot().budgetReview.advice).toEqual({ region: 'kidneys', found: [advice] });
  });

  it('is no refusal where the stored record cannot say', async () => {
    const course = await ran({
      ...fakeEngine(),
      uncertaintyAdvice: () => Promise.reject(new GraywiseError('GW_USAGE', { expected: 'a', found: 'b' })),
    });
    await course.actions.adviseUncertainty('kidneys');
    expect(course.getSnapshot()).toMatchObject({ budgetReview: { advice: { region: 'kidneys', found: null } }, refusal: null });
  });
});

describe('the decision about one scan', () => {
  it('is answered for every region, with the method', async () => {
    const asking = { ...doneStep('time-activity'), status: 'needs a decision' as const };
    const heard: (readonly DecisionAnswer[])[] = [];
    const engine = fakeEngine({
      'time-activity': answers =>
        answers > 0
          ? doneStep('time-activity')
          : { ...asking, decisions: [{ kind: 'state half-life', subject: 'kidneys', question: '?' }] },
    });
    const { runStep } = engine;
    engine.runStep = (cycle, step, answers, options) => {
      heard.push(answers);
      return runStep(cycle, step, answers, options);
    };
    const course = await ran(engine);
    await course.actions.acceptAndContinue({ reason: 'As planned.', halfLifeHours: null, method: 'own', subject: 'every region' });
    expect(heard.at(-1)).toEqual([
      { kind: 'state half-life', subject: 'every region', reason: 'As planned.', halfLifeHours: null, method: 'own' },
    ]);
    expect(course.getSnapshot().outcomes.dose?.status).toBe('done');
  });
});
