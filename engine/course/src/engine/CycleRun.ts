import type { Part10, StoredVerification } from '@graywise/dicom';
import type { DoseEngineName, GammaCriteria, Step } from '@graywise/physics';
import type { SecondDose } from '../dose/secondDoseOf.js';
import type { CycleResults, CycleSources, DosedCycle } from '../model/cycle.js';
import type { StageTools } from '../stages/stageTools.js';
import { verifyCycle } from '../verifyCycle.js';
import type { DecisionAnswer } from './courseEngine.js';
import { storedPictures, type StoredPictures } from './storedPictures.js';

export type { CycleResults };

/** One cycle on its way through the steps, keeping what each made so that a person can stop, look and go on. */
export class CycleRun {
  private known: CycleSources;
  readonly storedVerification: StoredVerification | null;
  private readonly files: readonly Part10[];
  private pictures: Promise<StoredPictures> | null = null;
  private made: CycleResults = {};
  private answered: readonly DecisionAnswer[] = [];
  /** What second engines made of the activity of one dose step. */
  private second: { readonly of: DosedCycle; readonly doses: Map<DoseEngineName, SecondDose> } | null = null;

  constructor(sources: CycleSources, storedVerification: StoredVerification | null, files: readonly Part10[]) {
    this.known = sources;
    this.storedVerification = storedVerification;
    this.files = files;
  }

  /** Dose map and regions of the stored verification, read once; null when the cycle was never stored. */
  stored(): Promise<StoredPictures | null> {
    if (!this.storedVerification) return Promise.resolve(null);
    this.pictures ??= storedPictures(this.files, this.storedVerification);
    return this.pictures;
  }

  get sources(): CycleSources {
    return this.known;
  }

  /** Takes note of earlier cycles as they are verified; what rests on another half-life of the patient is made anew. */
  knowEarlier(earlier: CycleSources['earlier']): void {
    const same = earlier.length === this.known.earlier.length && earlier.every((one, index) => one === this.known.earlier[index]);
    if (same) return;
    this.known = { ...this.known, earlier };
    if (this.made['time-activity']?.curves.some(({ fit }) => fit.singleScan)) this.made = this.before('time-activity');
  }

  get results(): CycleResults {
    return this.made;
  }

  /** Runs up to and including `step`, reusing what is there. New answers of a person undo the steps that they change. */
  async advance(step: Step, tools: StageTools): Promise<CycleResults> {
    this.forgetWhatAnswersChange(tools.answers);
    for await (const result of verifyCycle(this.known, tools, this.made)) {
      this.made = { ...this.made, ...result };
      if (step in result) break;
    }
    return this.made;
  }

  /** The dose of a second engine on the activity of `dosed`, computed once and compared under these criteria. */
  async secondDose(dosed: DosedCycle, engine: DoseEngineName, criteria: GammaCriteria, tools: StageTools): Promise<SecondDose> {
    if (this.second?.of !== dosed) this.second = { of: dosed, doses: new Map() };
    const { doses } = this.second;
    const { secondDoseOf } = await import('../dose/secondDoseOf.js');
    const made = await secondDoseOf(dosed, engine, criteria, tools, doses.get(engine) ?? null);
    doses.set(engine, made);
    return made;
  }

  /** The dose of a second engine, where it was computed. */
  secondDoseMade(engine: DoseEngineName): SecondDose | null {
    return this.second?.doses.get(engine) ?? null;
  }

  /** Every answer undoes the step that it is about and all after it; a comment on a dose the record alone. */
  private forgetWhatAnswersChange(answers: readonly DecisionAnswer[]): void {
    const changed = (kinds: readonly DecisionAnswer['kind'][]): boolean => {
      const about = (given: readonly DecisionAnswer[]): string => JSON.stringify(given.filter(({ kind }) => kinds.includes(kind)));
      return about(answers) !== about(this.answered);
    };
    if (changed(['accept registration'])) this.made = this.before('regions');
    else if (changed(['state half-life', 'choose scans', 'choose tail'])) this.made = this.before('time-activity');
    else if (changed(['choose dose engine', 'choose map pattern'])) this.made = this.before('dose');
    else if (changed(['comment on dose'])) {
      const { record, ...others } = this.made;
      if (record) this.made = others;
    }
    this.answered = answers;
  }

  /** What was made before a step. */
  private before(step: 'regions' | 'time-activity' | 'dose'): CycleResults {
    const { calibrate, align, regions, 'time-activity': curves } = this.made;
    return {
      ...(calibrate && { calibrate }),
      ...(align && { align }),
      ...(regions && step !== 'regions' && { regions }),
      ...(curves && step === 'dose' && { 'time-activity': curves }),
    };
  }
}
