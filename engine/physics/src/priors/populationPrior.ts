/** What a group of patients lets expect of one more: a lognormal with where it comes from (rule K1). Plain data. */
export interface PopulationPrior {
  /** Such as 'lu-177-dotatate/kidneys/effective-half-life/haenscheid-2018'. */
  readonly id: string;
  /** Of the data file or of the site's list. */
  readonly version: string;
  readonly radiopharmaceutical: string;
  /** 'lesion' stands for lesions of any number. */
  readonly regions: readonly string[];
  readonly quantity: 'absorbed dose per activity' | 'effective half-life';
  readonly unit: 'Gy/GBq' | 'h';
  /** In `unit`. */
  readonly median: number;
  /** Between patients: standard deviation of the logarithm, not yet widened for the few patients it was found in. */
  readonly logDeviation: number;
  /** Patients behind it, never cycles; null: not stated, or the spread is not theirs. */
  readonly n: number | null;
  readonly method: string;
  /** Citation. */
  readonly source: string;
  readonly certainty: 'read in abstract' | 'read in table' | 'recalled' | 'assumption';
  /** False: suggested, the centre must confirm it. */
  readonly confirmed: boolean;
  readonly origin: 'shipped' | 'site';
  /** What it was measured with, as `choosePrior` ranks it; absent: not stated. */
  readonly imaging?: PriorImaging;
  /** Why `choosePrior` never takes it; absent: it may be taken. */
  readonly setAside?: string;
}

export type PriorImaging = 'SPECT' | 'planar with SPECT' | 'planar' | 'not stated';
