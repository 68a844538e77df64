#ifndef GRAYWISE_FFT_H
#define GRAYWISE_FFT_H
#include "convolution/butterflies.h"
#include "convolution/turns.h"
/*
 * Fourier transform of LANES lines at once, for lengths of factors 2, 3 and 5: Stockham's passes (Cochran et al., Proc. IEEE 55:1664, 1967), which leave
 * the result in its natural order.
 * There is only the forward transform: applied twice it gives length * reversed line, so the way back is the way forth with indices reversed.
 */
enum { MOST_PASSES = 16 };

typedef struct {
  int length;
  int passes;
  int radix[MOST_PASSES];
  Complex *twiddles[MOST_PASSES];
} Transform;

/* Additions, loads and stores of a pass per point, with twiddles; a radix of 0 ends the list. */
static const struct {
  int radix;
  float cost;
} radices[] = {{2, 7}, {3, 9.33f}, {4, 9.5f}, {5, 12}, {6, 11.67f}, {8, 12.25f}, {0, 0}};

/*
 * The cheapest way to write a length as a product of radices that do not fall; gives its cost per point, or more than 1e9 when there is none. Small
 * radices go first: the last pass has no twiddles, which saves a large radix most.
 */
static float chooseRadices(int length, int place, int least, int *chosen, int *count) {
  if (length == 1) {
    *count = place;
    return 0;
  }
  float best = 1e10f;
  for (int choice = 0; radices[choice].radix > 0; choice++) {
    int radix = radices[choice].radix;
    if (radix < least || length % radix != 0 || place == MOST_PASSES) continue;
    int rest[MOST_PASSES], restCount = 0;
    float cost = radices[choice].cost + chooseRadices(length / radix, place + 1, radix, rest, &restCount);
    if (cost >= best) continue;
    best = cost;
    *count = restCount;
    chosen[place] = radix;
    for (int later = place + 1; later < restCount; later++) chosen[later] = rest[later];
  }
  return best;
}

/* The length to which a line of `needed` points is padded: among those that have a transform, the one of the least work. */
static int paddedLength(int needed) {
  /* What else is done for every point: the other axes' transforms, some three passes each, and copies. */
  const float elsewhere = 70;
  int best = 0;
  float bestCost = 1e9f * (float)needed;
  for (int length = needed; length <= 2 * needed; length++) {
    int chosen[MOST_PASSES], count;
    float cost = (float)length * (elsewhere + chooseRadices(length, 0, 2, chosen, &count));
    if (cost >= bestCost) continue;
    best = length;
    bestCost = cost;
  }
  return best;
}

/* Fills in a transform of a length that paddedLength gave; 0 when there is no memory. */
static int prepareTransform(Transform *transform, int length) {
  transform->length = length;
  transform->passes = 0;
  chooseRadices(length, 0, 2, transform->radix, &transform->passes);
  int groups = 1;
  for (int pass = 0; pass < transform->passes; pass++) {
    int radix = transform->radix[pass], span = length / (groups * radix);
    Complex *twiddle = allocateArray((u64)span * (u64)(radix - 1), sizeof(Complex));
    if (!twiddle) return 0;
    transform->twiddles[pass] = twiddle;
    for (int place = 0; place < span; place++)
      for (int output = 1; output < radix; output++) *twiddle++ = backwardTurn(output * groups * place, length);
    groups *= radix;
  }
  return 1;
}

/* LANES lines of complex numbers, `stride` apart. */
typedef struct {
  Complex *at;
  long stride;
} Lines;

/*
 * One pass: butterflies of `radix` points that lie `span` apart, then twiddles exp(-2 pi i output groups place / length). The pass with span 1 is the
 * last and has none.
 */
INLINED void transformPass(int radix, int twiddled, int groups, int span, const Complex *twiddles, Lines from, Lines to) {
  const long sourceStep = span * from.stride, sourceGroup = radix * sourceStep;
  const long targetGroup = span * to.stride, targetStep = groups * targetGroup;
  for (int place = 0; place < span; place++) {
    const Complex *source = from.at + place * from.stride;
    Complex *target = to.at + place * to.stride;
    for (int group = 0; group < groups; group++) {
      Complex z[8];
      const Complex *input = source;
      UNROLLED for (int point = 0; point < radix; point++, input += sourceStep) z[point] = *input;
      butterfly(radix, z);
      const Complex *twiddle = twiddles;
      Complex *output = target;
      *output = z[0];
      UNROLLED for (int point = 1; point < radix; point++) {
        output += targetStep;
        *output = twiddled ? product(z[point], *twiddle++) : z[point];
      }
      source += sourceGroup;
      target += targetGroup;
    }
    twiddles += radix - 1;
  }
}

/* A pass with its radix as a constant; a function of its own, so that its loops have the registers to themselves. */
#define PASS(radix) \
  NOT_INLINED static void pass##radix(int groups, int span, const Complex *twiddles, Lines from, Lines to) { \
    if (span > 1) transformPass(radix, 1, groups, span, twiddles, from, to); \
    else transformPass(radix, 0, groups, span, twiddles, from, to); \
  }
PASS(2)
PASS(3)
PASS(4)
PASS(5)
PASS(6)
PASS(8)

/*
 * Transforms LANES lines. The first pass reads `from`, the last writes `to`, which may be the same lines; those between use the two halves of `scratch`,
 * which holds twice the length.
 */
static void transformLines(const Transform *transform, Lines from, Lines to, Complex *scratch) {
  int length = transform->length, groups = 1;
  if (transform->passes == 0) to.at[0] = from.at[0];
  for (int pass = 0; pass < transform->passes; pass++) {
    int radix = transform->radix[pass], span = length / (groups * radix);
    Lines target = pass == transform->passes - 1 ? to : (Lines){scratch + (pass & 1) * length, 1};
    const Complex *twiddles = transform->twiddles[pass];
    switch (radix) {
      case 2: pass2(groups, span, twiddles, from, target); break;
      case 3: pass3(groups, span, twiddles, from, target); break;
      case 4: pass4(groups, span, twiddles, from, target); break;
      case 5: pass5(groups, span, twiddles, from, target); break;
      case 6: pass6(groups, span, twiddles, from, target); break;
      default: pass8(groups, span, twiddles, from, target);
    }
    from = target;
    groups *= radix;
  }
}
#endif
