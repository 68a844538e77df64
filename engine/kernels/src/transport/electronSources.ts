const ENTRY_BYTES = 24;

/** The voxels with decays as `ElectronSource` of c/transport/electronsByVoxel.h. */
export function electronSources(decays: Float64Array, historiesPerBatch: Float64Array): { entries: Uint8Array; count: number } {
  const count = decays.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0);
  const entries = new Uint8Array(count * ENTRY_BYTES);
  const view = new DataView(entries.buffer);
  let offset = 0;
  decays.forEach((value, voxel) => {
    if (!(value > 0)) return;
    view.setFloat64(offset, value, true);
    view.setFloat64(offset + 8, historiesPerBatch[voxel] ?? 0, true);
    view.setInt32(offset + 16, voxel, true);
    offset += ENTRY_BYTES;
  });
  return { entries, count };
}
