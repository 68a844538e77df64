/** At most so many voxels are looked at, evenly over the volume: enough for the top of a scale, too few to hold up the page. */
const LOOKED_AT = 200_000;

/** The size below which a share of the voxels that are not zero lie, from a histogram of 1000 bins: a top of the scale that single hot voxels do not move. */
export function upperValue(data: Float32Array, share: number): number {
  const step = Math.max(1, Math.round(data.length / LOOKED_AT));
  let maximum = 0;
  for (let at = 0; at < data.length; at += step) maximum = Math.max(maximum, Math.abs(data[at] ?? 0));
  if (maximum === 0) return 1;
  const bins = new Uint32Array(1000);
  let counted = 0;
  for (let at = 0; at < data.length; at += step) {
    const value = Math.abs(data[at] ?? 0);
    if (value === 0) continue;
    counted += 1;
    const bin = Math.min(999, Math.floor((value / maximum) * 1000));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  let below = 0;
  for (let bin = 0; bin < 1000; bin++) {
    below += bins[bin] ?? 0;
    if (below >= share * counted) return ((bin + 1) / 1000) * maximum;
  }
  return maximum;
}
