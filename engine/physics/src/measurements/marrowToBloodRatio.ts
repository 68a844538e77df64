/** The red-marrow-to-blood ratio of activity concentrations, and why. */
export interface MarrowToBloodRatio {
  readonly ratio: number;
  readonly reason: string;
}

/** Vectors whose concentration in marrow is that of blood. By name: DOTA alone may carry an antibody. */
const PEPTIDES = /dota-?(tate|toc|noc)|octreotate|octreotide|edotreotide|oxodotreotide|psma-?(617|i&?t|11|1007)|vipivotide/i;
/** Antibodies, which stay in the plasma and the extracellular fluid of marrow. */
const ANTIBODIES = /mab\b|tuxetan|tiuxetan|igg|antibod/i;
const EXTRACELLULAR_SHARE = 0.19;

/**
 * Activity concentration of red marrow over that of blood (RMBLR), per mass: 1 for peptides and small ligands, 0.19 / (1 - haematocrit) for antibodies; null for
 * a radiopharmaceutical that is neither, or an antibody without a haematocrit (rule M9).
 *
 * Sources: Forrer et al., Eur J Nucl Med Mol Imaging 36 (2009) 1138 (177Lu-DOTATATE); Sgouros, J Nucl Med 34 (1993) 689; Hindorf et al., EANM guidelines for
 * bone marrow dosimetry, Eur J Nucl Med Mol Imaging 37 (2010) 1238.
 */
export function marrowToBloodRatio(radiopharmaceutical: string, haematocrit: number | null): MarrowToBloodRatio | null {
  if (ANTIBODIES.test(radiopharmaceutical)) {
    if (haematocrit === null) return null;
    const ratio = EXTRACELLULAR_SHARE / (1 - haematocrit);
    return { ratio, reason: `0.19 / (1 - haematocrit) for an antibody (Sgouros 1993), haematocrit ${haematocrit.toFixed(2)}` };
  }
  return PEPTIDES.test(radiopharmaceutical) ? { ratio: 1, reason: '1 for a peptide or small ligand (Forrer 2009)' } : null;
}
