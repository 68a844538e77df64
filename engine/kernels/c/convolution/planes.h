#ifndef GRAYWISE_PLANES_H
#define GRAYWISE_PLANES_H
#include "convolution/slices.h"
/*
 * One plane of the spectrum, [z][x] at one ky, is carried through the other two axes while it lies in cache. Along z the lanes are neighbouring x; along x
 * they are LANES rows, so that voxels are transposed in registers on their way to the scratch and back.
 */

/* The plane at ky from the spectrum, zero where z is padding. */
static void loadPlane(const Convolution *convolution, int ky) {
  for (int z = 0; z < convolution->z.length; z++) {
    Complex *row = convolution->plane + (long)z * convolution->planeStride;
    const Complex *source = spectrumOfSlice(convolution, z) + (long)ky * convolution->blocks;
    if (z < convolution->nz) __builtin_memcpy(row, source, convolution->blocks * sizeof(Complex));
    else __builtin_memset(row, 0, convolution->blocks * sizeof(Complex));
  }
}

/* The plane back to the spectrum; the second transform has reversed z. */
static void storePlane(const Convolution *convolution, int ky) {
  for (int z = 0; z < convolution->nz; z++) {
    const Complex *row = convolution->plane + (long)(z == 0 ? 0 : convolution->z.length - z) * convolution->planeStride;
    Complex *target = spectrumOfSlice(convolution, z) + (long)ky * convolution->blocks;
    __builtin_memcpy(target, row, convolution->blocks * sizeof(Complex));
  }
}

/* Every column of the plane forth along z, in place. */
static void transformColumns(const Convolution *convolution) {
  for (int block = 0; block < convolution->blocks; block++) {
    Lines column = {convolution->plane + block, convolution->planeStride};
    transformLines(&convolution->z, column, column, convolution->scratch);
  }
}

/* LANES rows of the plane as lines of the transform along x. */
static void gatherRows(const Convolution *convolution, Complex *const rows[LANES], Complex *lines) {
  Complex *line = lines;
  for (int block = 0; block < convolution->blocks; block++) {
    Lanes re[LANES], im[LANES];
    UNROLLED for (int lane = 0; lane < LANES; lane++) {
      re[lane] = rows[lane][block].re;
      im[lane] = rows[lane][block].im;
    }
    transpose(re);
    transpose(im);
    UNROLLED for (int lane = 0; lane < LANES; lane++) *line++ = (Complex){re[lane], im[lane]};
  }
  for (; line < lines + convolution->x.length; line++) *line = (Complex){0};
}

/* Lines whose x is reversed, back to LANES rows of the plane. */
static void scatterRows(const Convolution *convolution, Complex *lines, Complex *const rows[LANES]) {
  const int length = convolution->x.length;
  /* Position 0 once more at the end, so that -x is length - x for x = 0 too. */
  lines[length] = lines[0];
  const Complex *line = lines + length;
  for (int block = 0; block < convolution->blocks; block++) {
    Lanes re[LANES], im[LANES];
    UNROLLED for (int lane = 0; lane < LANES; lane++) {
      re[lane] = line->re;
      im[lane] = line->im;
      /* The last block may reach beyond the padded length; nobody reads what it stores there. */
      if (line > lines) line--;
    }
    transpose(re);
    transpose(im);
    UNROLLED for (int lane = 0; lane < LANES; lane++) rows[lane][block] = (Complex){re[lane], im[lane]};
  }
}

/* Lines times the kernel's spectrum, which is even in kx. */
static void multiplyByKernel(const Convolution *convolution, const Lanes *kernel, const Complex *lines, Complex *product) {
  const int length = convolution->x.length;
  const Complex *there = lines, *back = lines + length;
  Complex *productThere = product, *productBack = product + length;
  *productThere = (Complex){there->re * *kernel, there->im * *kernel};
  for (int kx = 1; kx < halfOf(&convolution->x); kx++) {
    there++, back--, productThere++, productBack--, kernel += convolution->kernelBlocks;
    Complex last = *back;
    *productThere = (Complex){there->re * *kernel, there->im * *kernel};
    *productBack = (Complex){last.re * *kernel, last.im * *kernel};
  }
}

/* LANES rows of the plane forth along x, times the kernel's spectrum, and back. */
static void filterRows(const Convolution *convolution, Complex *const rows[LANES], const Lanes *kernel) {
  const Transform *transform = &convolution->x;
  Complex *input = scratchInput(convolution, transform), *result = scratchResult(convolution, transform);
  gatherRows(convolution, rows, input);
  transformLines(transform, (Lines){input, 1}, (Lines){result, 1}, convolution->scratch);
  multiplyByKernel(convolution, kernel, result, input);
  transformLines(transform, (Lines){input, 1}, (Lines){result, 1}, convolution->scratch);
  scatterRows(convolution, result, rows);
}

/*
 * One plane: forth along z and x, times the kernel's spectrum, back along x and z. The kernel's spectrum is even in kz, so rows kz and -kz are taken as
 * two groups with the same factors; rows that are their own mirror image, and those beyond the last, are replaced by the row of zeros.
 */
static void filterPlane(const Convolution *convolution, int ky) {
  const int length = convolution->z.length;
  const Lanes *kernel = convolution->kernel + (long)ky * halfOf(&convolution->x) * convolution->kernelBlocks;
  loadPlane(convolution, ky);
  transformColumns(convolution);
  for (int block = 0; block < convolution->kernelBlocks; block++) {
    Complex *there[LANES], *back[LANES];
    for (int lane = 0; lane < LANES; lane++) {
      int kz = block * LANES + lane;
      there[lane] = convolution->plane + (long)(2 * kz <= length ? kz : length) * convolution->planeStride;
      back[lane] = convolution->plane + (long)(kz > 0 && 2 * kz < length ? length - kz : length) * convolution->planeStride;
    }
    filterRows(convolution, there, kernel + block);
    filterRows(convolution, back, kernel + block);
  }
  transformColumns(convolution);
  storePlane(convolution, ky);
}
#endif
