/**
 * What people call a region: the label that was drawn, or, where that says no more than the name does, the name in plain words: "Left kidney", "Lesion 1".
 */
export function regionLabel(name: string, drawnLabel: string): string {
  const plain = drawnLabel
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  if (plain !== '' && plain !== name) return drawnLabel.trim();
  const [, organ = name, side = ''] = /^(.+?)-(left|right)$/.exec(name) ?? [];
  const words = `${side} ${organ.replaceAll('-', ' ')}`.trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
