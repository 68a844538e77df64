import { becquerel, type Becquerel, type GrayPerBecquerel } from '../quantities/quantity.js';

/** What is known before an administration of 131I. */
export interface BenuaLeeperInput {
  /** Dose to the blood per administered activity. */
  readonly bloodDose: GrayPerBecquerel;
  /** Share of the administered activity in the whole body after 48 h. */
  readonly retentionAt48Hours: number;
  /** Diffuse metastases in the lungs. */
  readonly diffuseLung: boolean;
}

/** The largest activity by each gate, and the one that binds. */
export interface BenuaLeeperActivity {
  readonly byBlood: Becquerel;
  readonly byRetention: Becquerel;
  readonly activity: Becquerel;
  readonly binding: 'blood' | 'retention';
}

const BLOOD_GY = 2;
const RETAINED = 4.44e9;
const RETAINED_WITH_LUNG = 2.96e9;

/**
 * The largest activity of 131I that keeps 2 Gy to the blood and, after 48 h, 4.44 GBq in the body, 2.96 GBq with diffuse metastases in the lungs (rule M11).
 *
 * Source: Benua et al., Am J Roentgenol 87 (1962) 171, recalled; the centre must confirm.
 */
export function benuaLeeperActivity({ bloodDose, retentionAt48Hours, diffuseLung }: BenuaLeeperInput): BenuaLeeperActivity {
  const byBlood = becquerel(BLOOD_GY / bloodDose);
  const byRetention = becquerel((diffuseLung ? RETAINED_WITH_LUNG : RETAINED) / retentionAt48Hours);
  return byBlood <= byRetention
    ? { byBlood, byRetention, activity: byBlood, binding: 'blood' }
    : { byBlood, byRetention, activity: byRetention, binding: 'retention' };
}
