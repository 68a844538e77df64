import type { PhotonFractionTable } from './photonFraction.js';

/** The photon specific absorbed fractions of the stylised adult; ORNL/TM-8381, data/ornl-tm8381. Loaded with the first call. */
export async function photonFractionTable(): Promise<PhotonFractionTable> {
  const { PHOTON_FRACTIONS } = await import('./generated/photonFractionTable.js');
  return PHOTON_FRACTIONS;
}
