#ifndef GRAYWISE_BUTTERFLIES_H
#define GRAYWISE_BUTTERFLIES_H
#include "convolution/lanes.h"
/*
 * Fourier transforms of 2 to 8 points, z_k <- sum over j of z_j exp(-2 pi i j k / r), in place.
 * Forms after Winograd as given by Nussbaumer, Fast Fourier Transform and Convolution Algorithms (Springer 1982), section 5.
 */
INLINED void butterfly2(Complex *z) {
  Complex difference01 = difference(z[0], z[1]);
  z[0] = sum(z[0], z[1]);
  z[1] = difference01;
}

INLINED void butterfly3(Complex *z) {
  const float sine60 = 0.866025403784438647f;
  Complex pair = sum(z[1], z[2]);
  Complex across = quarterBack(scaled(difference(z[1], z[2]), sine60));
  Complex middle = difference(z[0], scaled(pair, 0.5f));
  z[0] = sum(z[0], pair);
  z[1] = sum(middle, across);
  z[2] = difference(middle, across);
}

INLINED void butterfly4(Complex *z) {
  Complex even = sum(z[0], z[2]), evenAcross = difference(z[0], z[2]);
  Complex odd = sum(z[1], z[3]), oddAcross = quarterBack(difference(z[1], z[3]));
  z[0] = sum(even, odd);
  z[1] = sum(evenAcross, oddAcross);
  z[2] = difference(even, odd);
  z[3] = difference(evenAcross, oddAcross);
}

INLINED void butterfly5(Complex *z) {
  const float rootOf5Over4 = 0.559016994374947424f, sine72 = 0.951056516295153572f, sine144 = 0.587785252292473129f;
  Complex outer = sum(z[1], z[4]), outerAcross = difference(z[1], z[4]);
  Complex inner = sum(z[2], z[3]), innerAcross = difference(z[2], z[3]);
  Complex all = sum(outer, inner);
  Complex middle = difference(z[0], scaled(all, 0.25f)), spread = scaled(difference(outer, inner), rootOf5Over4);
  Complex near = sum(middle, spread), far = difference(middle, spread);
  Complex nearAcross = quarterBack(sum(scaled(outerAcross, sine72), scaled(innerAcross, sine144)));
  Complex farAcross = quarterBack(difference(scaled(outerAcross, sine144), scaled(innerAcross, sine72)));
  z[0] = sum(z[0], all);
  z[1] = sum(near, nearAcross);
  z[2] = sum(far, farAcross);
  z[3] = difference(far, farAcross);
  z[4] = difference(near, nearAcross);
}

/* 6 = 2 * 3 have no common factor, so the parts need no twiddles between them: the indices are renumbered instead (Good 1958). */
INLINED void butterfly6(Complex *z) {
  Complex even[3] = {z[0], z[2], z[4]}, odd[3] = {z[3], z[5], z[1]};
  butterfly3(even);
  butterfly3(odd);
  z[0] = sum(even[0], odd[0]);
  z[1] = difference(even[1], odd[1]);
  z[2] = sum(even[2], odd[2]);
  z[3] = difference(even[0], odd[0]);
  z[4] = sum(even[1], odd[1]);
  z[5] = difference(even[2], odd[2]);
}

INLINED void butterfly8(Complex *z) {
  const float cosine45 = 0.707106781186547524f;
  Complex even[4] = {z[0], z[2], z[4], z[6]}, odd[4] = {z[1], z[3], z[5], z[7]};
  butterfly4(even);
  butterfly4(odd);
  odd[1] = scaled(sum(odd[1], quarterBack(odd[1])), cosine45);
  odd[2] = quarterBack(odd[2]);
  odd[3] = scaled(difference(quarterBack(odd[3]), odd[3]), cosine45);
  UNROLLED for (int k = 0; k < 4; k++) {
    z[k] = sum(even[k], odd[k]);
    z[k + 4] = difference(even[k], odd[k]);
  }
}

INLINED void butterfly(int radix, Complex *z) {
  if (radix == 2) butterfly2(z);
  if (radix == 3) butterfly3(z);
  if (radix == 4) butterfly4(z);
  if (radix == 5) butterfly5(z);
  if (radix == 6) butterfly6(z);
  if (radix == 8) butterfly8(z);
}
#endif
