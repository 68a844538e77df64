import type { VirtualRegionName } from '@graywise/phantoms';
import { interval95, uncertaintyBudget, type Estimate, type UncertaintySource } from '@graywise/physics';

/** A dose that was found, beside the truth. */
export interface VirtualOutcome {
  readonly seed: number;
  readonly mode: string;
  readonly region: VirtualRegionName;
  readonly trueVolumeMl: number;
  readonly truthGy: number;
  readonly foundGy: number;
  /** Of the found dose, relative. */
  readonly relativeUncertainty: number;
  readonly distribution: Estimate['distribution'];
  readonly degreesOfFreedom: number | null;
  readonly interval95Gy: readonly [number, number];
  /** What each source states, relative. */
  readonly budget: Readonly<Partial<Record<UncertaintySource, number>>>;
}

/** A found dose beside its truth. */
export function virtualOutcome(
  known: Pick<VirtualOutcome, 'seed' | 'mode' | 'region' | 'trueVolumeMl' | 'truthGy'>,
  dose: Estimate,
): VirtualOutcome {
  return {
    ...known,
    foundGy: dose.value,
    relativeUncertainty: dose.standardUncertainty / dose.value,
    distribution: dose.distribution,
    degreesOfFreedom: dose.degreesOfFreedom,
    interval95Gy: interval95(dose),
    budget: Object.fromEntries(uncertaintyBudget(dose).map(({ source, relativeUncertainty }) => [source, relativeUncertainty])),
  };
}
