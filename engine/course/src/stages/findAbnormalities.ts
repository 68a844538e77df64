import type { Finding } from '@graywise/physics';
import type { DosedCycle } from '../model/cycle.js';
export function findAbnormalities(_dosed: DosedCycle): Finding[] {
  return [];
}
