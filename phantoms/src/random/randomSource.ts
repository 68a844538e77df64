/** Taken from the global object once: in jest's sandbox every look at it costs more than the sum that follows. */
const { imul } = Math;

/** A stream of reproducible random numbers. The same seed and the same path give the same stream in every run. */
export interface RandomSource {
  /** 32 random bits as an unsigned integer. */
  bits(): number;
  /** Uniform in [0, 1). */
  uniform(): number;
  /** Uniform in [least, greatest). */
  between(least: number, greatest: number): number;
}

/**
 * The random numbers of one object of a phantom, such as `['cycle 1', 'kidney']`.
 *
 * xoshiro128** (Blackman and Vigna, ACM Trans. Math. Softw. 47:36, 2021), its state filled by a splitmix sequence that starts from a hash of the seed and
 * the path: objects are independent of each other, and one object more changes none of the others.
 */
export function randomSource(seed: number, ...path: readonly string[]): RandomSource {
  const next = splitmix(fowlerNollVo([String(seed), ...path].join('\u0000')));
  let [a, b, c, d] = [next(), next(), next(), next()];
  const bits = (): number => {
    const result = imul(rotate(imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
  const uniform = (): number => bits() / 0x100000000;
  return { bits, uniform, between: (least, greatest) => least + (greatest - least) * uniform() };
}

function rotate(word: number, count: number): number {
  return (word << count) | (word >>> (32 - count));
}

/** 32-bit splitmix: a Weyl sequence through the finaliser of MurmurHash3. */
function splitmix(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let word = state;
    word = imul(word ^ (word >>> 16), 0x85ebca6b);
    word = imul(word ^ (word >>> 13), 0xc2b2ae35);
    return word ^ (word >>> 16);
  };
}

/** FNV-1a, 32 bits, over UTF-16 code units. */
function fowlerNollVo(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
