import type { ImportedStudy, Part10 } from '@graywise/dicom';
import {
  becquerel,
  GraywiseError,
  NO_FACTS,
  type CyclePlan,
  type CycleVerification,
  type Facts,
  type PlanRequest,
} from '@graywise/physics';
import { gatherCycle } from '../gather/gatherCycle.js';
import { importWithFacts } from '../gather/importWithFacts.js';
import { latestStudy } from '../gather/latestStudy.js';
import { loadStages } from '../verifyCycle.js';
import type { WorkerPool } from '../pool/WorkerPool.js';
import { singleScanOptions } from '../stages/singleScanOptions.js';
import type { StageTools } from '../stages/stageTools.js';
import type { CourseEngine, DecisionAnswer, RunOptions } from './courseEngine.js';
import { CycleRun } from './CycleRun.js';
import { describeStep } from './describeStep.js';
import { displayVolume } from './displayVolume.js';
import { overviewOf } from './overviewOf.js';
import { refusalOf } from './refusalOf.js';

/** Loaded when they are first asked for, so that opening a study needs little. */
const planning = () => import('./parts/planning.js');
const objects = () => import('./parts/objects.js');
const questions = () => import('./parts/questions.js');
const secondDose = () => import('../dose/secondDoseOf.js');

/** Loads them ahead of being asked for: a server that changes meanwhile cannot take them away. */
export async function loadEveryPart(): Promise<void> {
  await Promise.all([planning(), objects(), questions(), secondDose(), loadStages()]);
}

/** The engine in this thread; registrations and resampling go to the workers of the pool. */
export function createCourseEngine(pool: WorkerPool): CourseEngine {
  let study: ImportedStudy | null = null;
  let files: readonly Part10[] = [];
  let facts: Facts = NO_FACTS;
  let runs = new Map<number, CycleRun>();

  const imported = (): ImportedStudy => {
    if (!study) throw new GraywiseError('GW_NO_IMAGES', { where: 'the course (nothing was imported)' });
    return study;
  };
  const runOf = (cycle: number): CycleRun => {
    const stored = imported().records.verifications.find(({ verification }) => verification.cycle === cycle) ?? null;
    const run = runs.get(cycle) ?? new CycleRun(gatherCycle(imported(), facts, cycle), stored, files);
    runs.set(cycle, run);
    run.knowEarlier(verifiedBefore(imported(), runs, cycle));
    return run;
  };
  const tools = (answers: readonly DecisionAnswer[], options?: RunOptions): StageTools => ({
    pool,
    answers,
    signal: options?.signal,
    onProgress: options?.onProgress,
  });
  const history = (request: PlanRequest): CycleVerification[] => verifiedBefore(imported(), runs, request.cycle);
  const priors = (): { priors?: NonNullable<Facts['priors']> } => (facts.priors ? { priors: facts.priors } : {});
  const storedPlans = (): CyclePlan[] => imported().records.plans.map(({ plan }) => plan);

  return {
    async importFiles(given, stated, options) {
      options?.onProgress?.({ step: 'import', fraction: 0, label: 'Reading headers' });
      const read = await Promise.resolve(importWithFacts(given, stated));
      files = given;
      study = read.study;
      facts = read.facts;
      runs = new Map();
      return overviewOf(study, facts);
    },
    async runStep(cycle, step, answers, options) {
      try {
        const run = runOf(cycle);
        const results = await run.advance(step, tools(answers, options));
        return describeStep(step, results, answers);
      } catch (fault) {
        return refusalOf(step, fault, region => singleScanOptions(runOf(cycle).sources, region));
      }
    },
    compareDose: async (cycle, engine, criteria, options) =>
      (await questions()).compareDose(runOf(cycle), engine, criteria, tools([], options)),
    compareScans: async (cycle, timePoints, method, options) =>
      (await questions()).compareScans(runOf(cycle), timePoints, method, tools([], options)),
    scanTimeAdvice: async cycle => (await questions()).scanTimesOf(runOf(cycle)),
    uncertaintyAdvice: async (cycle, region) => (await questions()).adviceFor(runOf(cycle).results, region),
    checkUncertainty: async (cycle, samples, options) => (await questions()).checkUncertainty(runOf(cycle).results, samples, options),
    displayVolume: (cycle, which) => displayVolume(runOf(cycle), which),
    displayRegions: async cycle => {
      const run = runOf(cycle);
      return run.results.regions?.regions.map(({ mask }) => mask) ?? (await run.stored())?.regions ?? [];
    },
    recordObjects: async (cycle, at, signature) => (await objects()).recordObjects(runOf(cycle).results, at, signature),
    plan: async (request, protocol) =>
      (await planning()).planNextCycle(request, history(request), { ...priors(), plans: storedPlans(), ...(protocol && { protocol }) }),
    predictCourse: async (request, activityBecquerel) =>
      (await planning()).predictCourse({ ...priors(), activity: becquerel(activityBecquerel), request, history: history(request) }),
    choosePlan: async (plan, decision) => (await planning()).choosePlan({ ...decision, ...priors(), plan, history: history(plan.request) }),
    planObject: async (plan, at, signature) =>
      (await objects()).writePlan({
        plan: { ...plan, signOff: signature && { ...signature, at } },
        study: latestStudy(imported(), facts),
        at,
      }),
    factsObject: async (stated, at) => (await objects()).writeFacts({ facts: stated, study: latestStudy(imported(), facts), at }),
  };
}

/** Verifications of the cycles before `cycle`: those made in this session, else those stored. */
function verifiedBefore(study: ImportedStudy, runs: ReadonlyMap<number, CycleRun>, cycle: number): CycleVerification[] {
  const stored = study.records.verifications.map(({ verification }) => verification);
  const made = [...runs.values()].flatMap(run => run.results.record?.verification ?? []);
  const known = [...made, ...stored.filter(old => !made.some(fresh => fresh.cycle === old.cycle))];
  return known.filter(verification => verification.cycle < cycle).sort((a, b) => a.cycle - b.cycle);
}
