import { GraywiseError, type CyclePlan, type CycleVerification } from '@graywise/physics';
import type { FactsRecord } from '../write/report/factsReport.js';
import { FACTS_SHAPE } from './shapes/factsShape.js';
import { PLAN_SHAPE } from './shapes/planShape.js';
import { shapeFault, type Shape } from './shapes/shapeFault.js';
import { VERIFICATION_SHAPE } from './shapes/verificationShape.js';
import type { StoredReport } from './storedReport.js';

const SHAPES: Readonly<Record<StoredReport['kind'], Shape>> = { verification: VERIFICATION_SHAPE, plan: PLAN_SHAPE, facts: FACTS_SHAPE };

/** The record that a report carries. Throws GW_RECORD_UNREADABLE when it is no JSON or not of the shape that this version writes. `name` is for the message. */
export function readRecord(kind: StoredReport['kind'], record: string, name: string): CycleVerification | CyclePlan | FactsRecord {
  const value = parsedJson(record);
  const fault = value === undefined ? 'its text is no JSON' : shapeFault(value, SHAPES[kind], kind);
  if (fault !== null) throw new GraywiseError('GW_RECORD_UNREADABLE', { where: name, found: fault });
  return value as CycleVerification | CyclePlan | FactsRecord;
}

/** The value, or undefined, which JSON cannot hold, when the text is no JSON. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
