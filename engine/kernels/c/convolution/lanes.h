#ifndef GRAYWISE_LANES_H
#define GRAYWISE_LANES_H
#include "common/memory.h"
/*
 * Numbers of LANES neighbouring lines side by side: every line of the volume goes through the same operations in the same order, one per lane, so the
 * result does not depend on how many lanes there are. LANES is 4 in WebAssembly and 4, 8 or 16 natively.
 */
typedef float Lanes __attribute__((vector_size(LANES * sizeof(float)), may_alias));

/* The same at any address that a float may have. */
typedef float LooseLanes __attribute__((vector_size(LANES * sizeof(float)), aligned(sizeof(float)), may_alias));

/* A complex number in each lane. */
typedef struct {
  Lanes re, im;
} Complex;

/* Loops of a constant few rounds over arrays that live in registers. */
#define UNROLLED _Pragma("GCC unroll 16")
#define INLINED static inline __attribute__((always_inline))

#define NOT_INLINED __attribute__((noinline))

INLINED Complex sum(Complex a, Complex b) { return (Complex){a.re + b.re, a.im + b.im}; }
INLINED Complex difference(Complex a, Complex b) { return (Complex){a.re - b.re, a.im - b.im}; }
INLINED Complex product(Complex a, Complex b) { return (Complex){a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re}; }

/* One value in every lane. The engine would build the constants of a loop anew in each round; so they stay in registers. It changes no value. */
INLINED Lanes everywhere(float value) {
  Lanes lanes = value - (Lanes){0};
#ifdef __wasm__
  __asm__("" : "+r"(lanes));
#endif
  return lanes;
}

INLINED Complex scaled(Complex a, float factor) {
  Lanes factors = everywhere(factor);
  return (Complex){a.re * factors, a.im * factors};
}

/* -i a: a quarter turn backwards. */
INLINED Complex quarterBack(Complex a) { return (Complex){a.im, -a.re}; }

/* The lower (upper) halves of two, taken in turn: a0 b0 a1 b1 ... */
#if LANES == 4
#define LOWER_IN_TURN(a, b) __builtin_shufflevector(a, b, 0, 4, 1, 5)
#define UPPER_IN_TURN(a, b) __builtin_shufflevector(a, b, 2, 6, 3, 7)
#elif LANES == 8
#define LOWER_IN_TURN(a, b) __builtin_shufflevector(a, b, 0, 8, 1, 9, 2, 10, 3, 11)
#define UPPER_IN_TURN(a, b) __builtin_shufflevector(a, b, 4, 12, 5, 13, 6, 14, 7, 15)
#elif LANES == 16
#define LOWER_IN_TURN(a, b) __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
#define UPPER_IN_TURN(a, b) __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
#endif

/* Turns LANES rows of LANES numbers into columns: as many perfect shuffles of the rows as 2 goes into LANES. */
INLINED void transpose(Lanes rows[LANES]) {
  UNROLLED for (int round = 1; round < LANES; round *= 2) {
    Lanes shuffled[LANES];
    UNROLLED for (int row = 0; row < LANES / 2; row++) {
      shuffled[2 * row] = LOWER_IN_TURN(rows[row], rows[row + LANES / 2]);
      shuffled[2 * row + 1] = UPPER_IN_TURN(rows[row], rows[row + LANES / 2]);
    }
    UNROLLED for (int row = 0; row < LANES; row++) rows[row] = shuffled[row];
  }
}
#endif
