#ifndef GRAYWISE_NUMERICS_H
#define GRAYWISE_NUMERICS_H
#include "memory.h"
/*
 * Logarithm and exponential from additions, multiplications and divisions alone, which IEEE 754 fixes: the same bits in WebAssembly and natively.
 * Square root and absolute value are instructions and exact everywhere.
 */
static inline double squareRoot(double x) { return __builtin_sqrt(x); }
static inline double absolute(double x) { return __builtin_fabs(x); }
static inline double smaller(double a, double b) { return a < b ? a : b; }
static inline double larger(double a, double b) { return a > b ? a : b; }

static inline u64 bitsOf(double x) {
  u64 bits;
  __builtin_memcpy(&bits, &x, 8);
  return bits;
}

static inline double doubleOf(u64 bits) {
  double x;
  __builtin_memcpy(&x, &bits, 8);
  return x;
}

/*
 * ln x for normal x > 0, within 2 units in the last place.
 * x = 2^k m with m from sqrt(1/2) to sqrt(2); ln m = 2 artanh(s), s = (m - 1) / (m + 1), |s| <= 0.1716: the terms left out are below 1e-17.
 */
static inline double logarithm(double x) {
  const double ln2 = 0.69314718055994530942;
  u64 bits = bitsOf(x);
  int k = (int)(bits >> 52) - 1023;
  double m = doubleOf((bits & 0xfffffffffffffull) | 0x3ff0000000000000ull);
  if (m > 1.41421356237309505) {
    m *= 0.5;
    k += 1;
  }
  double s = (m - 1) / (m + 1), z = s * s;
  double series = 2.0 / 19 + z * (2.0 / 21);
  series = 2.0 / 15 + z * (2.0 / 17 + z * series);
  series = 2.0 / 11 + z * (2.0 / 13 + z * series);
  series = 2.0 / 7 + z * (2.0 / 9 + z * series);
  series = 2.0 / 3 + z * (2.0 / 5 + z * series);
  return k * ln2 + (2 * s + s * z * series);
}

/* e^x for |x| < 700, within 2 units in the last place: x = k ln 2 + r, and the power series of e^r for |r| <= ln(2) / 2. */
static inline double exponential(double x) {
  const double ln2High = 6.93147180369123816490e-01, ln2Low = 1.90821492927058770002e-10, inverseLn2 = 1.44269504088896340736;
  int k = (int)(x * inverseLn2 + (x < 0 ? -0.5 : 0.5));
  double r = (x - k * ln2High) - k * ln2Low;
  double series = 1.0 / 479001600 + r * (1.0 / 6227020800.0);
  series = 1.0 / 3628800 + r * (1.0 / 39916800 + r * series);
  series = 1.0 / 40320 + r * (1.0 / 362880 + r * series);
  series = 1.0 / 720 + r * (1.0 / 5040 + r * series);
  series = 1.0 / 24 + r * (1.0 / 120 + r * series);
  series = 0.5 + r * (1.0 / 6 + r * series);
  return (1 + (r + r * r * series)) * doubleOf((u64)(k + 1023) << 52);
}
#endif
