/**
 * Between which absorbed doses per activity (Gy/GBq) the median of a population may lie, for ligands of 177Lu, by region. Suggested, a centre must confirm:
 * chosen a factor of 2 to 10 around the published values of data/clinical and below a published value times 7.4, so that a dose per cycle of 7.4 GBq
 * that is offered as a dose per GBq is refused (kidneys: 0.1 to 2 as in the case cohort-02). For lesions, whose doses differ 100-fold, that is not
 * possible. A region that is not named here is held to `OTHER_REGIONS`.
 */
export const PLAUSIBLE_DOSES: Readonly<Record<string, readonly [number, number]>> = {
  kidneys: [0.1, 2],
  liver: [0.02, 1.5],
  spleen: [0.02, 4],
  'red-marrow': [0.005, 0.15],
  'salivary-glands': [0.1, 3],
  parotids: [0.1, 2.5],
  submandibulars: [0.1, 2.5],
  lacrimals: [0.3, 8],
  lungs: [0.005, 0.5],
  pituitary: [0.01, 0.4],
  'bladder-wall': [0.05, 2],
  'whole-body': [0.005, 0.3],
  lesion: [0.1, 30],
};

export const OTHER_REGIONS: readonly [number, number] = [0.001, 30];

/** Widest and narrowest spreads between patients (standard deviation of the logarithm) that are taken for real. Suggested. */
export const PLAUSIBLE_DEVIATIONS: readonly [number, number] = [0.03, 2];

/** No organ loses half of its activity faster than this after the distribution phase (h). Suggested. */
export const SHORTEST_HALF_LIFE_H = 0.5;
