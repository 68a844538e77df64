import { GraywiseError, type Facts } from '@graywise/physics';
import type { Archive } from '@graywise/dicom';
import type { EngineClient } from '../src/actions/courseContext';
import { createCourseService } from '../src/state/createCourseService';
import type { CourseService } from '../src/state/courseService';
import { doneStep, fakeEngine, OVERVIEW } from './fixtures/fakeEngine';
import { VERIFICATION } from './fixtures/verification';

const signature = { name: 'A. Physicist', role: 'Medical physics expert' };

function archive(store: Archive['store'] = () => Promise.resolve()): Archive {
  return {
    patientOfStudy: () => Promise.resolve('GW-1'),
    retrievePatient: () => Promise.resolve([{ name: '1.2.3/1.dcm', bytes: new Uint8Array(1) }]),
    retrieveSeries: uids => Promise.resolve(uids.map(uid => ({ name: `${uid}/1.dcm`, bytes: new Uint8Array(1) }))),
    findEmissionSeries: () => Promise.resolve([]),
    store,
  };
}

function service(engine: EngineClient, store?: Archive['store']): CourseService {
  return createCourseService({
    archive: archive(store),
    openEngine: () => engine,
    now: () => ({ epochSeconds: 0, offsetMinutes: 0 }),
    notify: () => undefined,
  });
}

async function opened(engine: EngineClient, store?: Archive['store']): Promise<CourseService> {
  const course = service(engine, store);
  await course.actions.openCourse(['2.25.3']);
  return course;
}

describe('opening', () => {
  it('shows the cycle of the opened study', async () => {
    const course = await opened(fakeEngine());
    expect(course.getSnapshot()).toMatchObject({ phase: 'open', cycle: 1, step: 'calibrate', stored: false, running: null });
  });

  it('restores a stored verification without computing', async () => {
    const [cycle] = OVERVIEW.cycles;
    const engine = fakeEngine({}, { ...OVERVIEW, cycles: [{ ...cycle!, verification: VERIFICATION }] });
    const course = await opened(engine);
    expect(course.getSnapshot()).toMatchObject({ stored: true, step: 'record', region: 'kidneys' });
    expect(course.getSnapshot().outcomes.dose).toMatchObject({ status: 'done', headline: 'Kidneys 4.90 ± 0.59 Gy' });
    expect(engine.calls).toEqual(['import 1']);
  });

  it('fetches the calibration that the facts name, which is filed under another patient', async () => {
    const facts = { ...OVERVIEW.facts, calibrations: [{ series: '1.9.9' }] } as unknown as Facts;
    const engine = fakeEngine({}, { ...OVERVIEW, facts });
    await opened(engine);
    expect(engine.calls).toEqual(['import 1', 'import 2']);
  });

  it('says why it was refused', async () => {
    const engine = { ...fakeEngine(), importFiles: () => Promise.reject(new GraywiseError('GW_OTHER_PATIENT', { where: 'the study' })) };
    const course = await opened(engine);
    expect(course.getSnapshot()).toMatchObject({ phase: 'refused', refusal: { code: 'GW_OTHER_PATIENT' } });
  });
});

describe('running', () => {
  it('brings a clean patient to Record in one go', async () => {
    const engine = fakeEngine();
    const course = await opened(engine);
    await course.actions.runToNextDecision();
    expect(engine.calls.slice(1)).toEqual(['calibrate', 'align', 'regions', 'time-activity', 'dose', 'verify', 'record']);
    expect(course.getSnapshot()).toMatchObject({ step: 'record', stored: false });
  });

  it('stops where a person must decide, and goes on with the answer', async () => {
    const question = { kind: 'accept registration', question: 'Accept scan 2?', subject: '2' } as const;
    const engine = fakeEngine({
      align: answers => (answers === 0 ? { ...doneStep('align'), status: 'needs a decision', decisions: [question] } : doneStep('align')),
    });
    const course = await opened(engine);
    await course.actions.runToNextDecision();
    expect(course.getSnapshot().step).toBe('align');
    await course.actions.acceptAndContinue({ reason: ' ', halfLifeHours: null });
    expect(course.getSnapshot().step).toBe('align');
    await course.actions.acceptAndContinue({ reason: 'The spine fits.', halfLifeHours: null });
    expect(course.getSnapshot().answers).toEqual([
      { kind: 'accept registration', subject: '2', reason: 'The spine fits.', halfLifeHours: null },
    ]);
    expect(course.getSnapshot().step).toBe('regions');
  });

  it('stops at a refusal and stores nothing', async () => {
    const store = jest.fn(() => Promise.resolve());
    const refusal = { code: 'GW_NO_CALIBRATION', message: 'm', hint: 'h' };
    const course = await opened(fakeEngine({ calibrate: () => ({ ...doneStep('calibrate'), status: 'refused', refusal }) }), store);
    await course.actions.runToNextDecision();
    expect(course.getSnapshot().outcomes).toMatchObject({ calibrate: { status: 'refused', refusal } });
    expect(Object.keys(course.getSnapshot().outcomes)).toEqual(['calibrate']);
    expect(store).not.toHaveBeenCalled();
  });

  it('forgets what later steps had found when an earlier one runs again', async () => {
    const course = await opened(fakeEngine());
    await course.actions.runToNextDecision();
    await course.actions.runStep('align');
    expect(Object.keys(course.getSnapshot().outcomes)).toEqual(['calibrate', 'align']);
  });

  it('does not count a cancelled step as run', async () => {
    const refusal = { code: 'GW_CANCELLED', message: 'm', hint: 'h' };
    const course = await opened(fakeEngine({ align: () => ({ ...doneStep('align'), status: 'refused', refusal }) }));
    await course.actions.runToNextDecision();
    expect(Object.keys(course.getSnapshot().outcomes)).toEqual(['calibrate']);
    expect(course.getSnapshot()).toMatchObject({ refusal, running: null });
  });

  it('shows the scan that was brought to the reference after the alignment', async () => {
    const course = await opened(fakeEngine());
    await course.actions.runStep('align');
    expect(course.getSnapshot().timePoint).toBe(2);
  });
});

describe('storing', () => {
  it('counts as stored only when the archive has taken everything', async () => {
    const store = jest
      .fn<Promise<void>, []>()
      .mockRejectedValueOnce(new GraywiseError('GW_ARCHIVE_GONE', { found: 'no answer' }))
      .mockResolvedValueOnce();
    const course = await opened(fakeEngine(), store);
    await course.actions.runToNextDecision();
    await course.actions.storeRecord(signature);
    expect(course.getSnapshot()).toMatchObject({ stored: false, refusal: { code: 'GW_ARCHIVE_GONE' } });
    await course.actions.storeRecord(signature);
    expect(course.getSnapshot()).toMatchObject({ stored: true, refusal: null });
    expect(course.getSnapshot().overview?.cycles[0]?.verification).toMatchObject({ cycle: 1 });
  });

  it('stores no facts that contradict the images', async () => {
    const store = jest.fn(() => Promise.resolve());
    const engine = fakeEngine();
    const course = await opened(engine, store);
    engine.importFiles = files =>
      files.length > 1
        ? Promise.reject(new GraywiseError('GW_FACTS_CONFLICT', { where: 'x', expected: 'a', found: 'b' }))
        : Promise.resolve(OVERVIEW);
    await course.actions.storeFacts(OVERVIEW.facts);
    expect(store).not.toHaveBeenCalled();
    expect(course.getSnapshot().refusal).toMatchObject({ code: 'GW_FACTS_CONFLICT' });
  });
});

describe('the slider', () => {
  it('asks only for the first and the newest activity while the engine is busy', async () => {
    const engine = fakeEngine();
    engine.plan = () => Promise.resolve({ activity: 7e9, feasibleWindow: null, predictions: [] } as never);
    const course = await opened(engine);
    await course.actions.suggestPlan({ cycle: 2, cyclesLeft: 3, limits: [], targets: [], riskAccepted: null, activityCap: null });
    engine.calls.length = 0;
    for (const activity of [1, 2, 3, 4]) course.actions.chooseActivity(activity as never);
    await new Promise(resolve => setTimeout(resolve));
    expect(engine.calls).toEqual(['predict 1', 'predict 4']);
    expect(course.getSnapshot().planning.chosen).toBe(4);
  });
});
