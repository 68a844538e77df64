import { loadCourse } from './loadCourse.js';
import { planJson } from './planJson.js';
import { planRequestOf } from './planRequestOf.js';
import { planTable } from './planTable.js';
import type { Arguments } from './readArguments.js';
import { verifyOne } from './verifyCommand.js';
import { withEngine } from './withEngine.js';

/** `graywise plan`: the plan line. Earlier cycles that have no stored record beside the images are verified first. */
export async function planCommand(given: Arguments): Promise<void> {
  const request = planRequestOf(given);
  await withEngine(given.whole('workers', 1), async engine => {
    const course = await loadCourse(engine, given);
    for (const { cycle, verification } of course.cycles) {
      if (cycle < request.cycle && !verification) await verifyOne(engine, cycle, []);
    }
    const plan = await engine.plan(request);
    process.stdout.write(given.flag('json') ? `${JSON.stringify(planJson(plan), null, 2)}\n` : planTable(plan));
  });
}
