import { normalQuantile } from '../quantities/normalQuantile.js';

const { imul } = Math;

/**
 * Standard normal numbers that belong to a name: the same seed, name and position give the same number on every machine, whatever else was drawn.
 *
 * A hash of name and position through the finaliser of MurmurHash3 (Appleby 2011) gives 53 bits, the quantile of the normal distribution the number.
 */
export function seededNormals(seed: number, name: string): (position: number) => number {
  let hash = mixed(seed ^ 0x811c9dc5);
  for (let i = 0; i < name.length; i++) hash = imul(hash ^ name.charCodeAt(i), 0x01000193);
  const start = mixed(hash);
  return position => {
    const high = mixed(start ^ mixed(2 * position + 1)) >>> 5;
    const low = mixed(start + imul(position, 0x9e3779b9) + 0x632be59b) >>> 6;
    return normalQuantile((high * 0x4000000 + low + 0.5) / 0x20000000000000);
  };
}

function mixed(value: number): number {
  let word = value | 0;
  word = imul(word ^ (word >>> 16), 0x85ebca6b);
  word = imul(word ^ (word >>> 13), 0xc2b2ae35);
  return word ^ (word >>> 16);
}
