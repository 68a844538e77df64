import { GraywiseError, type DoseEngineName, type GammaCriteria } from '@graywise/physics';
import type { StageTools } from '../stages/stageTools.js';
import type { DoseEngineComparison } from './courseEngine.js';
import type { CycleRun } from './CycleRun.js';

/** Another engine's dose of the same activity beside the one used. Throws GW_USAGE before the step `dose`. */
export async function compareDose(
  run: CycleRun,
  engine: DoseEngineName,
  criteria: GammaCriteria,
  tools: StageTools,
): Promise<DoseEngineComparison> {
  const { dose: dosed } = run.results;
  if (!dosed) throw new GraywiseError('GW_USAGE', { expected: 'the step dose before a comparison', found: 'none' });
  const { method, regions, comparison } = await run.secondDose(dosed, engine, criteria, tools);
  return { used: dosed.doseMethod, other: method, regions, comparison };
}
