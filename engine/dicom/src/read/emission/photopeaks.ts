/**
 * Photon lines that therapy and companion nuclides are imaged by, keV, the principal line first. Lines of short-lived daughters are included.
 *
 * Energies: ICRP Publication 107, Nuclear Decay Data for Dosimetric Calculations (2008), gamma lines of a few percent and more; for nuclides imaged
 * by characteristic X-rays (Ra-223, Tl-201, At-211, I-125) the K lines. A nuclide imaged by bremsstrahlung has an empty list.
 */
export const PHOTOPEAKS_KEV: Readonly<Record<string, readonly number[]>> = {
  'Ac-225': [218.2, 440.5, 99.9],
  'Ag-111': [342.1, 245.4],
  'At-211': [79.3, 687],
  'Bi-213': [440.5],
  'Cu-64': [511],
  'Cu-67': [184.6, 93.3],
  'Er-169': [],
  'F-18': [511],
  'Ga-67': [93.3, 184.6, 300.2, 393.5],
  'Ga-68': [511],
  'Ho-166': [80.6],
  'I-123': [159],
  'I-124': [602.7, 511],
  'I-125': [35.5, 27.5],
  'I-131': [364.5, 637, 284.3],
  'In-111': [245.4, 171.3],
  'Lu-177': [208.4, 112.9],
  'P-32': [],
  'Pb-203': [279.2],
  'Pb-212': [238.6, 583.2, 77.1],
  'Ra-223': [82, 269.5, 154.2, 351.1],
  'Re-186': [137.2],
  'Re-188': [155],
  'Sc-47': [159.4],
  'Sm-153': [103.2, 69.7],
  'Sr-89': [],
  'Tb-149': [352.2, 165, 511],
  'Tb-152': [344.3, 511],
  'Tb-155': [86.5, 105.3],
  'Tb-161': [74.6, 48.9],
  'Tc-99m': [140.5],
  'Th-227': [236, 50.1],
  'Tl-201': [70.8, 167.4, 135.3],
  'Y-90': [],
  'Zr-89': [511],
};
