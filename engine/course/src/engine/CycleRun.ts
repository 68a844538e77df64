import type { Part10, StoredVerification } from '@graywise/dicom';
import type { DoseEngineName, GammaCriteria, Step } from '@graywise/physics';
import { secondDoseOf, type SecondDose } from '../dose/secondDoseOf.js';
import type { CycleResults, CycleSources, DosedCycle } from '../model/cycle.js';
import type { StageTools } from '../stages/stageTools.js';
import { verifyCycle } from '../verifyCycle.js';
import type { DecisionAnswer } from './courseEngine.js';
import { storedPictures, type StoredPictures } from './storedPictures.js';

export type { CycleResults };

/** One cycle on its way through the steps, keeping what each made so that a person can stop, look and go on. */
export class CycleRun {
  readonly sources: CycleSources;
  readonly storedVerification: StoredVerification | null;
  private readonly files: readonly Part10[];
  private pictures: Promise<StoredPictures> | null = null;
  private made: CycleResults = {};
  private answered: readonly DecisionAnswer[] = [];
  /** What second engines made of the activity of one dose step. */
  private second: { readonly of: DosedCycle; readonly doses: Map<DoseEngineName, SecondDose> } | null = null;

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

  /** Runs up to and including `step`, reusing what is there. New answers of a person undo the steps that they change. */
  async advance(step: Step, tools: StageTools): Promise<CycleResults> {
    this.forgetWhatAnswersChange(tools.answers);
    for await (const result of verifyCycle(this.sources, tools, this.made)) {
      this.made = { ...this.made, ...result };
      if (step in result) break;
    }
    return this.made;
  }

  /** The dose of a second engine on the activity of `dosed`, computed once and compared under these criteria. */
  async secondDose(dosed: DosedCycle, engine: DoseEngineName, criteria: GammaCriteria, tools: StageTools): Promise<SecondDose> {
    if (this.second?.of !== dosed) this.second = { of: dosed, doses: new Map() };
    const { doses } = this.second;
    const made = await secondDoseOf(dosed, engine, criteria, tools, doses.get(engine) ?? null);
    doses.set(engine, made);
    return made;
  }

  /** The dose of a second engine, where it was computed. */
  secondDoseMade(engine: DoseEngineName): SecondDose | null {
    return this.second?.doses.get(engine) ?? null;
  }

  /** The choice of a dose engine undoes the dose, a comment on a dose the record alone; other answers accept registrations and state half-lives, and undo all after align. */
  private forgetWhatAnswersChange(answers: readonly DecisionAnswer[]): void {
    const { calibrate, align, regions, 'time-activity': curves } = this.made;
    const changed = (isAbout: (answer: DecisionAnswer) => boolean): boolean =>
      JSON.stringify(answers.filter(isAbout)) !== JSON.stringify(this.answered.filter(isAbout));
    if (changed(({ kind }) => kind !== 'choose dose engine' && kind !== 'comment on dose'))
      this.made = { ...(calibrate && { calibrate }), ...(align && { align }) };
    else if (changed(({ kind }) => kind === 'choose dose engine'))
      this.made = {
        ...(calibrate && { calibrate }),
        ...(align && { align }),
        ...(regions && { regions }),
        ...(curves && { 'time-activity': curves }),
      };
    else if (changed(({ kind }) => kind === 'comment on dose')) {
      const { record, ...others } = this.made;
      if (record) this.made = others;
    }
    this.answered = answers;
  }
}
