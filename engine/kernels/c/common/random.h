#ifndef GRAYWISE_RANDOM_H
#define GRAYWISE_RANDOM_H
#include "numerics.h"
/*
 * Random numbers: xoshiro256++ (Blackman and Vigna, ACM Trans. Math. Softw. 47:36, 2021), its state filled by splitmix64 from a seed and the number of
 * a batch. Every batch of histories has its own stream, so a batch gives the same result on whichever worker it runs.
 */
typedef struct {
  u64 state[4];
} RandomStream;

static inline u64 rotateLeft(u64 value, int places) {
  return (value << places) | (value >> (64 - places));
}

static inline u64 splitMix(u64 *state) {
  u64 mixed = (*state += 0x9e3779b97f4a7c15ull);
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ull;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebull;
  return mixed ^ (mixed >> 31);
}

static inline void startStream(RandomStream *stream, u32 seed, u32 batch) {
  u64 state = ((u64)seed << 32) | batch;
  for (int word = 0; word < 4; word++) stream->state[word] = splitMix(&state);
}

static inline u64 randomBits(RandomStream *stream) {
  u64 *s = stream->state;
  u64 result = rotateLeft(s[0] + s[3], 23) + s[0];
  u64 shifted = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = rotateLeft(s[3], 45);
  return result;
}

/* Uniform in the open interval from 0 to 1: neither end is ever reached, so a logarithm is finite and an index stays in its table. */
static inline double randomUniform(RandomStream *stream) {
  return doubleOf((randomBits(stream) >> 12) | 0x3ff0000000000000ull) - 0x1.fffffffffffffp-1; /* 1 + k 2^-52, less 1 - 2^-53: exact */
}
#endif
