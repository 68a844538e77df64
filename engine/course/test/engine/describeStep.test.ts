import { warning, type RegistrationResult } from '@graywise/physics';
import { describeStep } from '../../src/engine/describeStep.js';
import type { CycleResults } from '../../src/engine/CycleRun.js';
import { gatherCycle } from '../../src/gather/gatherCycle.js';
import type { AlignedCycle, CalibratedCycle } from '../../src/model/cycle.js';
import { administration, emission, factsWith, studyWith } from '../gather/course.js';
import { cube } from '../stages/grids.js';

const sources = gatherCycle(studyWith([emission(4), emission(24)]), factsWith({ administrations: [administration()] }), 1);
const calibrated: CalibratedCycle = { ...sources, calibration: null, resolution: null, concentrations: [], becquerelPerCount: [] };
const identity = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1] as const;

function registration(timePoint: number, accepted: boolean): RegistrationResult {
  const quality = {
    similarityBefore: 0.5,
    similarityAfter: 0.9,
    inverseConsistencyMm: timePoint / 10,
    translationMm: 3,
    rotationDegrees: 1,
    accepted,
    reasons: accepted ? [] : ['the similarity fell'],
  };
  return { timePoint, method: 'rigid CT to CT', matrixLps: identity, fromFrameOfReferenceUid: '1', toFrameOfReferenceUid: '2', quality };
}

function alignedWith(registrations: readonly RegistrationResult[]): CycleResults {
  const align: AlignedCycle = {
    ...calibrated,
    warnings: [...calibrated.warnings, { step: 'align', ...warning('GW_NO_CT', { timePoint: 2 }) }],
    referenceIndex: 0,
    referenceCt: null,
    doseGrid: cube(4, 2.4),
    transforms: [],
    registrations,
    carried: [],
  };
  return { calibrate: calibrated, align };
}

describe('what a finished step says', () => {
  it('T1: how many scans were read, what was administered, and what was assumed in this step', () => {
    const outcome = describeStep('calibrate', { calibrate: calibrated }, []);
    expect(outcome).toMatchObject({ step: 'calibrate', status: 'done', headline: '2 scans, 7400 MBq', refusal: null, decisions: [] });
    expect(outcome.assumptions.every(({ step }) => step === 'calibrate')).toBe(true);
    expect(outcome.known).toMatchObject({ cycle: 1, nuclide: 'Lu-177' });
  });

  it('T2: the warnings of its own step alone', () => {
    const { warnings, headline } = describeStep('align', alignedWith([registration(2, true)]), []);
    expect(warnings.map(({ code }) => code)).toEqual(['GW_NO_CT']);
    expect(headline).toBe('1 scan, 0.2 mm');
  });

  it('T3: asks for every registration below its gate that nobody accepted', () => {
    const results = alignedWith([registration(2, false), registration(3, false)]);
    const answer = { kind: 'accept registration', subject: '3', reason: 'looked at it', halfLifeHours: null } as const;
    const outcome = describeStep('align', results, [answer]);
    expect(outcome.status).toBe('needs a decision');
    expect(outcome.decisions.map(({ subject }) => subject)).toEqual(['2']);
    expect(outcome.decisions[0]?.question).toContain('the similarity fell');
    expect(describeStep('align', results, [answer, { ...answer, subject: '2' }]).status).toBe('done');
  });

  it('T4: refuses to speak of a step that was not done', () => {
    expect(() => describeStep('dose', { calibrate: calibrated }, [])).toThrow(expect.objectContaining({ code: 'GW_USAGE' }) as Error);
  });
});
