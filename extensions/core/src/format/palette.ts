/** Colours that colour-blind people can tell apart: Okabe M, Ito K. Color universal design (2008). */
export const PALETTE = {
  orange: '#e69f00',
  sky: '#56b4e9',
  green: '#009e73',
  yellow: '#f0e442',
  blue: '#0072b2',
  vermilion: '#d55e00',
  purple: '#cc79a7',
} as const;
