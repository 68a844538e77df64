type Color = readonly [number, number, number];

/**
 * Colours of the usual regions on a dark ground, so chosen that neighbours differ in lightness too and colour-blind people can tell them apart
 * (after Okabe M, Ito K. Color universal design, 2008).
 */
const COLORS: Readonly<Record<string, Color>> = {
  kidneys: [240, 228, 66],
  'kidney-left': [230, 159, 0],
  'kidney-right': [255, 200, 120],
  liver: [213, 94, 0],
  spleen: [204, 121, 167],
  'red-marrow': [240, 240, 240],
  lungs: [150, 150, 150],
  bowel: [160, 120, 80],
  'whole-body': [110, 110, 130],
  'lesion-1': [86, 180, 233],
  'lesion-2': [0, 158, 115],
  'lesion-3': [130, 140, 255],
  'lesion-4': [120, 230, 200],
};

/** The colour in which a region is shown everywhere; regions without a usual name keep the colour they were drawn in. */
export function regionColor(name: string, drawn: Color): Color {
  return COLORS[name] ?? drawn;
}
