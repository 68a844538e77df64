import type { OrganModel, SourceSpectrum, Warning } from '@graywise/physics';
import type { DosedCycle } from '../model/cycle.js';

/** What a patient weighs, and what to beware of in it. */
export interface BodyMass {
  readonly kilograms: number | null;
  readonly warnings: readonly Warning[];
}

/** What the dose of a measured region needs beside its measurements. */
export interface MeasuredContext {
  readonly cycle: DosedCycle;
  readonly spectrum: SourceSpectrum;
  readonly model: OrganModel;
  readonly body: BodyMass;
}
