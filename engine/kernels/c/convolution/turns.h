#ifndef GRAYWISE_TURNS_H
#define GRAYWISE_TURNS_H
#include "convolution/lanes.h"
/*
 * exp(-2 pi i k / n), 0 <= k < n, in every lane, each part correct to the float's last place.
 * The turn is brought into the first eighth by whole numbers, without rounding; there the power series of sine and cosine (|x| <= pi / 4) leave out less
 * than 1e-11.
 */
static Complex backwardTurn(int k, int n) {
  int eighth = 8 * k / n;
  /* Distance to the nearest multiple of a quarter turn, in units of 1 / (4 n) of a turn. */
  int quarter = (eighth + 1) / 2;
  double x = 6.28318530717958647692 * (4.0 * k - (double)quarter * n) / (4.0 * n), z = x * x;
  double sine = x * (1 - z / 6 * (1 - z / 20 * (1 - z / 42 * (1 - z / 72 * (1 - z / 110)))));
  double cosine = 1 - z / 2 * (1 - z / 12 * (1 - z / 30 * (1 - z / 56 * (1 - z / 90 * (1 - z / 132)))));
  switch (quarter & 3) {
    case 0: return (Complex){everywhere((float)cosine), everywhere((float)-sine)};
    case 1: return (Complex){everywhere((float)-sine), everywhere((float)-cosine)};
    case 2: return (Complex){everywhere((float)-cosine), everywhere((float)sine)};
    default: return (Complex){everywhere((float)sine), everywhere((float)cosine)};
  }
}
#endif
