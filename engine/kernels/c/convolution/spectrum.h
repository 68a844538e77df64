#ifndef GRAYWISE_SPECTRUM_H
#define GRAYWISE_SPECTRUM_H
#include "convolution/slices.h"
/*
 * The spectrum of a kernel that is symmetric in each axis, from one octant of it: along each axis a real even line has a real even spectrum. So a line of
 * the transform carries two of them, one as its real and one as its imaginary part, and they never mix.
 * What reaches as far as the volume is long, or farther, never meets two of its voxels and is left out.
 */

/* The spectrum of even lines whose places 0 to `reach` are at the beginning of `line`; places 0 to length / 2 of the result count. */
static const Complex *transformEven(const Convolution *convolution, const Transform *transform, Complex *line, int reach) {
  Complex *result = scratchResult(convolution, transform);
  for (int place = reach + 1; place < transform->length; place++)
    line[place] = transform->length - place <= reach ? line[transform->length - place] : (Complex){0};
  transformLines(transform, (Lines){line, 1}, (Lines){result, 1}, convolution->scratch);
  return result;
}

/* Along z: from the octant [hz + 1][hy + 1][hx + 1] to kernel[y][x][kz]. The lanes are neighbours in x, the two lines neighbours in y. */
static void transformOctantAlongZ(Convolution *convolution, const float *octant, int hx, int hy, int hz) {
  const int reachX = smallerInt(hx, convolution->nx - 1), reachY = smallerInt(hy, convolution->ny - 1), reachZ = smallerInt(hz, convolution->nz - 1);
  Complex *line = scratchInput(convolution, &convolution->z);
  for (int y = 0; y <= reachY; y += 2)
    for (int x = 0; x <= reachX; x += LANES) {
      const int count = smallerInt(LANES, reachX + 1 - x);
      for (int z = 0; z <= reachZ; z++) {
        const float *source = octant + ((long)z * (hy + 1) + y) * (hx + 1) + x;
        line[z] = (Complex){loadVoxels(source, count), loadVoxels(source + hx + 1, y < reachY ? count : 0)};
      }
      const Complex *spectrum = transformEven(convolution, &convolution->z, line, reachZ);
      for (int lane = 0; lane < count; lane++) {
        float *first = (float *)(convolution->kernel + ((long)y * halfOf(&convolution->x) + x + lane) * convolution->kernelBlocks);
        float *second = first + (long)halfOf(&convolution->x) * convolution->kernelBlocks * LANES;
        for (int kz = 0; kz < convolution->kernelBlocks * LANES; kz++) {
          Complex value = kz < halfOf(&convolution->z) ? spectrum[kz] : (Complex){0};
          first[kz] = value.re[lane];
          if (y < reachY) second[kz] = value.im[lane];
        }
      }
    }
}

/*
 * Along another axis, in place and times `scale`: `lines` lines of blocks of kz, taken two by two. `step` blocks lie between places of a line, `apart`
 * between lines.
 */
static void transformBlocks(const Convolution *convolution, const Transform *transform, int lines, long apart, long step, int reach, float scale) {
  Complex *line = scratchInput(convolution, transform);
  for (int number = 0; number < lines; number += 2)
    for (int block = 0; block < convolution->kernelBlocks; block++) {
      Lanes *first = convolution->kernel + number * apart + block, *second = number + 1 < lines ? first + apart : first;
      for (int place = 0; place <= reach; place++) line[place] = (Complex){first[place * step], second[place * step]};
      const Complex *spectrum = transformEven(convolution, transform, line, reach);
      for (int k = 0; k < halfOf(transform); k++) {
        first[k * step] = spectrum[k].re * scale;
        second[k * step] = spectrum[k].im * scale;
      }
    }
}

/*
 * The spectrum of the kernel, with what the transforms of the volume leave out: 1 / (X Y Z) of the way back, and 1 / 2 of the two real lines in one.
 */
static void transformKernel(Convolution *convolution, const float *octant, int hx, int hy, int hz) {
  const Transform *x = &convolution->x, *y = &convolution->y;
  const int reachX = smallerInt(hx, convolution->nx - 1), reachY = smallerInt(hy, convolution->ny - 1);
  const long perX = convolution->kernelBlocks, perY = halfOf(x) * perX;
  const float scale = (float)(0.5 / ((double)x->length * y->length * convolution->z.length));
  transformOctantAlongZ(convolution, octant, hx, hy, hz);
  transformBlocks(convolution, y, reachX + 1, perX, perY, reachY, 1);
  transformBlocks(convolution, x, halfOf(y), perY, perX, reachX, scale);
}
#endif
