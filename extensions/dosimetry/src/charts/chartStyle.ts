/** The look of every chart: the viewer's text colour on no background. */
export const CHART_STYLE = {
  background: 'transparent',
  color: 'inherit',
  fontSize: '12px',
  fontFamily: 'inherit',
  overflow: 'visible',
} as const;

export const CHART_HEIGHT = 230;
