/** In one round batches become at most so many times as many: the spread of few is a poor guide, and a round more costs little. */
const MOST_GROWTH = 2;
/** A source grows by so much at a time. */
const STEP = 1.05;

/**
 * How many times as many batches every source should have so that the relative variance, over that allowed, comes down to 1 wherever it counts.
 *
 * `shares[source][place]` is what a source makes of it now; it goes as one over the batches. Again and again the source that makes most of the worst place grows a
 * little, so that batches go where they help.
 */
export function growthOfBatches(shares: readonly Float64Array[]): number[] {
  const growth = shares.map(() => 1);
  for (;;) {
    const { excess, place } = worstPlace(shares, growth);
    if (excess <= 1) return growth;
    const part = (source: number): number => (shares[source]?.[place] ?? 0) / (growth[source] ?? 1);
    const largest = growth.reduce((most, _growth, source) => (part(source) > part(most) ? source : most), 0);
    growth[largest] = (growth[largest] ?? 1) * STEP;
    if ((growth[largest] ?? 1) > MOST_GROWTH) return growth;
  }
}

/** The place where the sum over the sources, each divided by its growth, is largest. */
export function worstPlace(shares: readonly Float64Array[], growth: readonly number[]): { excess: number; place: number } {
  const places = shares[0]?.length ?? 0;
  let worst = { excess: 0, place: 0 };
  for (let place = 0; place < places; place++) {
    let excess = 0;
    for (let source = 0; source < shares.length; source++) excess += (shares[source]?.[place] ?? 0) / (growth[source] ?? 1);
    if (excess > worst.excess) worst = { excess, place };
  }
  return worst;
}
