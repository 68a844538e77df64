import type { RegionScanTimeAdvice, ScanComparison } from '@graywise/course';

/** A look at the scans of a cycle: what fewer of them would have said, and when a single one says most. */
export interface ScanReview {
  readonly comparison: ScanComparison | null;
  readonly advice: readonly RegionScanTimeAdvice[] | null;
}

/** Nothing asked yet. */
export const NO_SCAN_REVIEW: ScanReview = { comparison: null, advice: null };
