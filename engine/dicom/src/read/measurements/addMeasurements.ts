import type { Facts, MeasurementRow } from '@graywise/physics';
import { canonicalJson } from '../../write/objects/canonicalJson.js';

/** Facts with more measurements. A row that stands in both alike is one measurement; two that contradict each other are refused when the series is made. */
export function addMeasurements(facts: Facts, rows: readonly MeasurementRow[]): Facts {
  const all = [...(facts.measurements ?? []), ...rows];
  const once = new Map(all.map(row => [canonicalJson(row), row]));
  return { ...facts, measurements: [...once.values()] };
}
