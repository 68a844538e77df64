import type { Part10, StoredVerification } from '@graywise/dicom';
import { GraywiseError, type Step } from '@graywise/physics';
import type {
  AlignedCycle,
  CalibratedCycle,
  ComparedCycle,
  CurvedCycle,
  CycleSources,
  DosedCycle,
  SegmentedCycle,
  VerifiedCycle,
} from '../model/cycle.js';
import { absorbedDose } from '../stages/absorbedDose.js';
import { align } from '../stages/align.js';
import { calibrate } from '../stages/calibrate.js';
import { compare } from '../stages/compare.js';
import { fitCurves } from '../stages/fitCurves.js';
import { record } from '../stages/record.js';
import { segment } from '../stages/segment.js';
import type { StageTools } from '../stages/stageTools.js';
import { STEPS } from './stepOrder.js';
import { storedPictures, type StoredPictures } from './storedPictures.js';

/** What each step of a cycle has made so far. */
export interface CycleResults {
  readonly calibrate?: CalibratedCycle;
  readonly align?: AlignedCycle;
  readonly regions?: SegmentedCycle;
  readonly 'time-activity'?: CurvedCycle;
  readonly dose?: DosedCycle;
  readonly verify?: ComparedCycle;
  readonly record?: VerifiedCycle;
}

/** One cycle on its way through the steps, keeping what each made so that a person can stop, look and go on. */
export class CycleRun {
  readonly sources: CycleSources;
  readonly storedVerification: StoredVerification | null;
  private readonly files: readonly Part10[];
  private pictures: Promise<StoredPictures> | null = null;
  private made: CycleResults = {};
  private answered = '';

  constructor(sources: CycleSources, storedVerification: StoredVerification | null, files: readonly Part10[]) {
    this.sources = sources;
    this.storedVerification = storedVerification;
    this.files = files;
  }

  /** Dose map and regions of the stored verification, read once; null when the cycle was never stored. */
  stored(): Promise<StoredPictures | null> {
    if (!this.storedVerification) return Promise.resolve(null);
    this.pictures ??= storedPictures(this.files, this.storedVerification);
    return this.pictures;
  }

  get results(): CycleResults {
    return this.made;
  }

  /** Runs up to and including `step`, reusing what is there. New answers of a person undo the steps after align: they accept registrations and state half-lives. */
  async advance(step: Step, tools: StageTools): Promise<CycleResults> {
    this.forgetWhatAnswersChange(tools);
    for (const next of STEPS) {
      if (!this.made[next]) this.made = { ...this.made, [next]: await this.make(next, tools) };
      if (next === step) break;
    }
    return this.made;
  }

  private async make(step: Step, tools: StageTools): Promise<CycleResults[Step]> {
    const made = this.made;
    switch (step) {
      case 'calibrate':
        return calibrate(this.sources, tools);
      case 'align':
        return align(needed(made.calibrate), tools);
      case 'regions':
        return segment(needed(made.align), tools);
      case 'time-activity':
        return fitCurves(needed(made.regions), tools);
      case 'dose':
        return absorbedDose(needed(made['time-activity']), tools);
      case 'verify':
        return compare(needed(made.dose));
      case 'record':
        return record(needed(made.verify));
    }
  }

  private forgetWhatAnswersChange(tools: StageTools): void {
    const answers = JSON.stringify(tools.answers);
    if (answers === this.answered) return;
    this.answered = answers;
    const { calibrate: calibrated, align: aligned } = this.made;
    this.made = { ...(calibrated && { calibrate: calibrated }), ...(aligned && { align: aligned }) };
  }
}

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new GraywiseError('GW_USAGE', { expected: 'the earlier step to be done', found: 'nothing' });
  return value;
}
