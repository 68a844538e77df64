import type { Part10, StoredVerification } from '@graywise/dicom';
import type { Step } from '@graywise/physics';
import type { CycleResults, CycleSources } from '../model/cycle.js';
import type { StageTools } from '../stages/stageTools.js';
import { verifyCycle } from '../verifyCycle.js';
import { storedPictures, type StoredPictures } from './storedPictures.js';

export type { CycleResults };

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
    for await (const result of verifyCycle(this.sources, tools, this.made)) {
      this.made = { ...this.made, ...result };
      if (step in result) break;
    }
    return this.made;
  }

  private forgetWhatAnswersChange(tools: StageTools): void {
    const answers = JSON.stringify(tools.answers);
    if (answers === this.answered) return;
    this.answered = answers;
    const { calibrate: calibrated, align: aligned } = this.made;
    this.made = { ...(calibrated && { calibrate: calibrated }), ...(aligned && { align: aligned }) };
  }
}
