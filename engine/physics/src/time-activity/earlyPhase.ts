/**
 * What is assumed of the first hours that no scan shows: nothing at the administration, an uptake, and a fast phase beside the slow one. Each number lies
 * evenly between its two ends.
 */
export interface EarlyPhase {
  /** Half-time of the uptake, h. */
  readonly uptakeHours: readonly [number, number];
  /** Share of the fast phase in the activity that clears, and its half-time, h. */
  readonly fastShare: readonly [number, number];
  readonly fastHours: readonly [number, number];
}

/**
 * Suggested (rule T6); the centre must confirm. Organs take a radiopharmaceutical out of the blood within hours and let a part of it go again soon;
 * lesions take it up for longer, with less of a fast phase. Wide about what serial imaging of 177Lu-DOTATATE shows (Hänscheid 2018, J Nucl Med 59, 75;
 * Sandström 2013, J Nucl Med 54, 33; recalled).
 */
export const ORGAN_EARLY_PHASE: EarlyPhase = { uptakeHours: [0, 2], fastShare: [0, 0.2], fastHours: [4, 16] };
const LESION: EarlyPhase = { uptakeHours: [0, 6], fastShare: [0, 0.1], fastHours: [4, 24] };

/** The early phase to assume in a region, by its name. */
export function earlyPhaseOf(region: string): EarlyPhase {
  return region.startsWith('lesion') ? LESION : ORGAN_EARLY_PHASE;
}
