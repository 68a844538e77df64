/** What was measured of a registration: all that the gate looks at. */
export interface MeasuredRegistration {
  readonly similarityBefore: number;
  readonly similarityAfter: number;
  /** Body of the fixed scan within the moving scan, as a share of the smaller body, and the shortest side of that part, mm. */
  readonly overlap: number;
  readonly overlapMm: number;
  readonly inverseConsistencyMm: number;
  readonly translationMm: number;
  readonly rotationDegrees: number;
  /** Counts of the poorer scan; null for CT and for scans that are not in counts. */
  readonly counts: number | null;
}

/** Limits of the gate. Where each was measured stands in the README of this package. */
const LIMITS = {
  similarity: { CT: 0.75, SPECT: 0.6 },
  similarityLoss: 0.005,
  inverseConsistencyMm: 2,
  translationMm: 300,
  rotationDegrees: 25,
  overlap: 0.3,
  overlapMm: 60,
  counts: 100_000,
} as const;

/** Why a registration should not be used before a person has looked at it, in words; empty when it passes the gate. */
export function judgeRegistration(content: 'CT' | 'SPECT', measured: MeasuredRegistration): string[] {
  const { similarityBefore: before, similarityAfter: after } = measured;
  const floor = LIMITS.similarity[content];
  const checks: (readonly [boolean, string])[] = [
    [after < floor, `the scans agree too little: similarity ${after.toFixed(2)}, at least ${floor} is needed`],
    [
      after < before - LIMITS.similarityLoss,
      `the scans agree less than before: similarity ${after.toFixed(3)}, before ${before.toFixed(3)}`,
    ],
    [
      measured.inverseConsistencyMm > LIMITS.inverseConsistencyMm,
      `forward and back misses by ${measured.inverseConsistencyMm.toFixed(1)} mm, at most ${LIMITS.inverseConsistencyMm} mm is allowed`,
    ],
    [measured.translationMm > LIMITS.translationMm, `a shift of ${measured.translationMm.toFixed(0)} mm is not plausible`],
    [measured.rotationDegrees > LIMITS.rotationDegrees, `a turn of ${measured.rotationDegrees.toFixed(0)} degrees is not plausible`],
    [
      measured.overlapMm < LIMITS.overlapMm,
      `both scans show only ${measured.overlapMm.toFixed(0)} mm of the body, at least ${LIMITS.overlapMm} mm is needed`,
    ],
    [measured.overlap < LIMITS.overlap, `both scans share only ${(100 * measured.overlap).toFixed(0)} % of the smaller body`],
    [
      measured.counts !== null && measured.counts < LIMITS.counts,
      `${(measured.counts ?? 0).toFixed(0)} counts are too few to register by, at least ${LIMITS.counts} are needed`,
    ],
  ];
  return checks.filter(([failed]) => failed).map(([, reason]) => reason);
}
