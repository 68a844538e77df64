/** Saves the first SVG inside a node as a file named after the title; colours that come from the theme are written out. */
export function saveSvg(node: HTMLElement, title: string): void {
  const svg = node.querySelector('svg');
  if (!svg) return;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const { color, backgroundColor, fontFamily } = getComputedStyle(svg);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('style', `color:${color};background:${backgroundColor};font-family:${fontFamily}`);
  const address = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.svg`;
  link.click();
  URL.revokeObjectURL(address);
}
