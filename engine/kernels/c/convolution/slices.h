#ifndef GRAYWISE_SLICES_H
#define GRAYWISE_SLICES_H
#include "convolution/plan.h"
/*
 * Along y. A line of the transform carries two real lines, those of slice z as its real part and of slice z + 1 as its imaginary part; neighbours in x lie
 * side by side as they are, so nothing is transposed. The spectra are told apart by symmetry, both times 2 (the kernel's spectrum takes that out):
 *   2 A(k) = Z(k) + conj Z(-k),  2 i B(k) = Z(k) - conj Z(-k).
 */

/* Up to LANES voxels of a row; what is missing is zero. */
static inline Lanes loadVoxels(const float *voxels, int count) {
  if (count >= LANES) return *(const LooseLanes *)voxels;
  Lanes lanes = {0};
  for (int lane = 0; lane < count; lane++) lanes[lane] = voxels[lane];
  return lanes;
}

static inline void storeVoxels(float *voxels, int count, Lanes lanes) {
  if (count >= LANES) *(LooseLanes *)voxels = lanes;
  else
    for (int lane = 0; lane < count; lane++) voxels[lane] = lanes[lane];
}

/* How many of the two slices from z on there are. */
static inline int slicesFrom(const Convolution *convolution, int z) { return smallerInt(2, convolution->nz - z); }

/* Copies a strip of `slices` slices that begins at a block, zero beyond their edges. */
static void loadStrip(const Convolution *convolution, int firstBlock, int slices) {
  const int nx = convolution->nx, end = smallerInt(firstBlock + STRIP_BLOCKS, convolution->blocks);
  const long sliceLength = (long)nx * convolution->ny;
  for (int y = 0; y < convolution->y.length; y++) {
    Complex *row = convolution->strip + y * STRIP_BLOCKS;
    const float *source = convolution->slices + (long)y * nx;
    for (int block = firstBlock; block < end; block++) {
      int x = block * LANES, count = y < convolution->ny ? nx - x : 0;
      row[block - firstBlock] = (Complex){loadVoxels(source + x, count), loadVoxels(source + sliceLength + x, slices > 1 ? count : 0)};
    }
  }
}

/* Copies a strip back to the slices. */
static void storeStrip(const Convolution *convolution, int firstBlock, int slices) {
  const int nx = convolution->nx, end = smallerInt(firstBlock + STRIP_BLOCKS, convolution->blocks);
  const long sliceLength = (long)nx * convolution->ny;
  for (int y = 0; y < convolution->ny; y++) {
    const Complex *row = convolution->strip + y * STRIP_BLOCKS;
    float *target = convolution->slices + (long)y * nx;
    for (int block = firstBlock; block < end; block++) {
      int x = block * LANES;
      storeVoxels(target + x, nx - x, row[block - firstBlock].re);
      if (slices > 1) storeVoxels(target + sliceLength + x, nx - x, row[block - firstBlock].im);
    }
  }
}

static inline Complex *spectrumOfSlice(const Convolution *convolution, int z) {
  return convolution->spectrum + (long)z * halfOf(&convolution->y) * convolution->blocks;
}

/* One line of the strip forth, and the spectra of its two real lines to their slices. */
static void forwardLine(const Convolution *convolution, Complex *line, Complex *first, Complex *second) {
  const Transform *transform = &convolution->y;
  Complex *there = scratchResult(convolution, transform), *back = there + transform->length;
  transformLines(transform, (Lines){line, STRIP_BLOCKS}, (Lines){there, 1}, convolution->scratch);
  *second = (Complex){there->im + there->im, (Lanes){0}};
  *first = (Complex){there->re + there->re, (Lanes){0}};
  for (int k = 1; k < halfOf(transform); k++) {
    there++, back--, first += convolution->blocks, second += convolution->blocks;
    *second = (Complex){there->im + back->im, back->re - there->re};
    *first = (Complex){there->re + back->re, there->im - back->im};
  }
}

/* The spectra of two slices put together with ky reversed, Z(-k) = conj A(k) + i conj B(k), and transformed: the way back to the strip. */
static void backwardLine(const Convolution *convolution, const Complex *first, const Complex *second, Complex *line) {
  const Transform *transform = &convolution->y;
  Complex *input = scratchInput(convolution, transform), *there = input, *back = input + transform->length;
  *there = (Complex){first->re + second->im, second->re - first->im};
  for (int k = 1; k < halfOf(transform); k++) {
    there++, back--, first += convolution->blocks, second += convolution->blocks;
    *back = (Complex){first->re - second->im, first->im + second->re};
    *there = (Complex){first->re + second->im, second->re - first->im};
  }
  transformLines(transform, (Lines){input, 1}, (Lines){line, STRIP_BLOCKS}, convolution->scratch);
}

/* Slices z and z + 1 forth along y into their places in the spectrum. A last slice alone is its own second, which is written before it and so forgotten. */
static void forwardSlices(const Convolution *convolution, int z) {
  const int slices = slicesFrom(convolution, z);
  Complex *first = spectrumOfSlice(convolution, z), *second = spectrumOfSlice(convolution, z + slices - 1);
  for (int block = 0; block < convolution->blocks; block++) {
    int inStrip = block % STRIP_BLOCKS;
    if (inStrip == 0) loadStrip(convolution, block, slices);
    forwardLine(convolution, convolution->strip + inStrip, first + block, second + block);
  }
}

/* Back along y: slices z and z + 1 of the result. */
static void backwardSlices(const Convolution *convolution, int z) {
  const int slices = slicesFrom(convolution, z);
  const Complex *first = spectrumOfSlice(convolution, z), *second = spectrumOfSlice(convolution, z + slices - 1);
  for (int block = 0; block < convolution->blocks; block++) {
    int inStrip = block % STRIP_BLOCKS;
    backwardLine(convolution, first + block, second + block, convolution->strip + inStrip);
    if (inStrip == STRIP_BLOCKS - 1 || block + 1 == convolution->blocks) storeStrip(convolution, block - inStrip, slices);
  }
}
#endif
