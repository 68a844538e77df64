import { protocolRequest, GraywiseError, NO_FACTS, type CyclePlan, type PlanRequest, type TherapyProtocol } from '@graywise/physics';
import type { CourseEngine, CourseOverview } from '../engine/courseEngine.js';
import { planNextCycle } from '../planNextCycle.js';
import { decisionOf } from './decisionOf.js';
import { loadCourse } from './loadCourse.js';
import { now } from './now.js';
import { planJson } from './planJson.js';
import { planRequestOf } from './planRequestOf.js';
import { planTable } from './planTable.js';
import type { Arguments } from './readArguments.js';
import { readFacts } from './readFacts.js';
import { readProtocol } from './readProtocol.js';
import { verifyOne } from './verifyCommand.js';
import { withEngine } from './withEngine.js';
import { writeRecord } from './writeRecord.js';

/**
 * `graywise plan`: the plan line. Earlier cycles that have no stored record beside the images are verified first. Without images: the first cycle, by the
 * population of the radiopharmaceutical named.
 */
export async function planCommand(given: Arguments): Promise<void> {
  const name = given.text('protocol');
  const protocol = name === null ? null : await readProtocol(name);
  const request = withProtocol(planRequestOf(given), protocol);
  const isAlone =
    request.cycle === 1 && request.radiopharmaceutical !== undefined && given.free.length === 0 && given.text('dicomweb') === null;
  if (isAlone) {
    print(await firstPlan(given, request, protocol), [], given);
    return;
  }
  await withEngine(given.whole('workers', 1), async engine => {
    const course = await loadCourse(engine, given);
    for (const { cycle, verification } of course.cycles) {
      if (cycle < request.cycle && !verification) await verifyOne(engine, cycle, []);
    }
    const suggested = await engine.plan(byBodyMass(request, course, given), protocol ?? undefined);
    const decision = decisionOf(given);
    const plan = decision ? await engine.choosePlan(suggested, decision) : suggested;
    print(plan, await stored(engine, plan, given), given);
  });
}

/** Protocol, and what it names: before the first cycle its radiopharmaceutical. */
function withProtocol(request: PlanRequest, protocol: TherapyProtocol | null): PlanRequest {
  if (!protocol) return request;
  const filled = protocolRequest(protocol, request);
  return filled.cycle === 1 && filled.radiopharmaceutical === undefined
    ? { ...filled, radiopharmaceutical: protocol.radiopharmaceutical }
    : filled;
}

async function firstPlan(given: Arguments, request: PlanRequest, protocol: TherapyProtocol | null): Promise<CyclePlan> {
  if (given.text('out') !== null || decisionOf(given))
    throw new GraywiseError('GW_USAGE', { expected: 'a folder or study of the patient, to choose and store a plan', found: 'none' });
  const file = given.text('facts');
  const { priors = [] } = file === null ? NO_FACTS : await readFacts(file);
  return planNextCycle(byBodyMass(request, null, given), [], { priors, ...(protocol && { protocol }) });
}

/** `--per-kg` with the body mass of `--weight`, else of the images. Throws GW_MISSING_TAG without either. */
function byBodyMass(request: PlanRequest, course: CourseOverview | null, given: Arguments): PlanRequest {
  const perKilogram = given.number('per-kg', 0);
  if (perKilogram === null) return request;
  const stated = given.number('weight', 1);
  const bodyMassKg = stated ?? course?.patient.weightKg ?? null;
  if (bodyMassKg === null) throw new GraywiseError('GW_MISSING_TAG', { tag: 'PatientWeight', where: 'the images (or --weight KG)' });
  const source = stated === null ? 'the images' : 'stated on the command line';
  return { ...request, perBodyMass: { becquerelPerKilogram: perKilogram * 1e6, bodyMassKg, source } };
}

async function stored(engine: CourseEngine, plan: CyclePlan, given: Arguments): Promise<readonly string[]> {
  const out = given.text('out');
  if (out === null) return [];
  const object = await engine.planObject(plan, now(), null);
  await writeRecord([object], out);
  return [object.name];
}

function print(plan: CyclePlan, files: readonly string[], given: Arguments): void {
  process.stdout.write(given.flag('json') ? `${JSON.stringify(planJson(plan, files), null, 2)}\n` : planTable(plan));
}
