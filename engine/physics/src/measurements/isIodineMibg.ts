/** Whether a therapy is 131I-mIBG, whose whole-body dose has a coefficient and a target of its own. */
export function isIodineMibg(nuclide: string, radiopharmaceutical: string): boolean {
  return nuclide === 'I-131' && /m-?ibg|iobenguane/i.test(radiopharmaceutical);
}
