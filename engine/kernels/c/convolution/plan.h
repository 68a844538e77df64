#ifndef GRAYWISE_CONVOLUTION_PLAN_H
#define GRAYWISE_CONVOLUTION_PLAN_H
#include "convolution/fft.h"
/*
 * A convolution of volumes [z][y][x] of one size with one kernel that is symmetric in each axis.
 *
 * A line of n voxels under a kernel that reaches h voxels to either side is padded to n + h only: what wraps round the end then falls on the padding.
 * The kernel's spectrum is real and even, so one eighth of it is kept. The volume's spectrum is real along y only once it is transformed (half of y is
 * kept), and between the steps it is stored where z and x are not padded:
 *   1. slices.h   two slices at a time: forth along y            -> spectrum[z][ky][x]
 *   2. planes.h   each plane of one ky: forth along z and x, times the kernel's spectrum, back along x and z, in cache
 *   3. slices.h   two slices at a time: back along y
 */
typedef struct {
  int nx, ny, nz;
  Transform x, y, z;
  int blocks;        /* blocks of LANES voxels in a row */
  int planeStride;   /* blocks between two rows of the plane */
  int kernelBlocks;  /* blocks of LANES kz in the kernel's spectrum */
  Complex *spectrum; /* [nz][Y / 2 + 1][blocks] */
  Lanes *kernel;     /* [Y / 2 + 1][X / 2 + 1][kernelBlocks] */
  Complex *plane;    /* [Z + 1][planeStride]: one plane of ky; the last row stays zero and stands in for rows that do not exist */
  Complex *strip;    /* [Y][STRIP_BLOCKS]: a strip of two slices */
  Complex *scratch;  /* two lines of the longest transform and LANES more */
  float *slices;     /* [2][ny][nx]: where slices come in and go out */
} Convolution;

/* Blocks of a row that are copied together: two cache lines or more. */
enum { STRIP_BLOCKS = 8 };

static inline int halfOf(const Transform *transform) { return transform->length / 2 + 1; }
static inline int smallerInt(int a, int b) { return a < b ? a : b; }
static inline int largerInt(int a, int b) { return a > b ? a : b; }
static inline int blocksFor(int count, int size) { return (count + size - 1) / size; }

/* The first and second half of the scratch. transformLines may read its lines from the second half. */
static inline Complex *scratchInput(const Convolution *convolution, const Transform *transform) {
  return convolution->scratch + transform->length;
}

/* Where in the scratch a transform may leave its result. */
static inline Complex *scratchResult(const Convolution *convolution, const Transform *transform) {
  return convolution->scratch + ((transform->passes + 1) & 1) * transform->length;
}

/* Rows an odd number of cache lines apart do not fight for the same places in the cache. */
static int spreadStride(int blocks) {
  const int lineBytes = 64;
  int lines = blocksFor(blocks * (int)sizeof(Complex), lineBytes);
  return (lines | 1) * lineBytes / (int)sizeof(Complex);
}

/* A plan for volumes of nx, ny, nz voxels and a kernel that reaches hx, hy, hz voxels to each side; 0 when there is no memory. */
static Convolution *planConvolution(int nx, int ny, int nz, int hx, int hy, int hz) {
  Convolution *convolution = allocateArray(1, sizeof(Convolution));
  if (!convolution) return 0;
  Transform *x = &convolution->x, *y = &convolution->y, *z = &convolution->z;
  convolution->nx = nx;
  convolution->ny = ny;
  convolution->nz = nz;
  if (!prepareTransform(x, paddedLength(nx + smallerInt(hx, nx - 1))) || !prepareTransform(y, paddedLength(ny + smallerInt(hy, ny - 1))) || !prepareTransform(z, paddedLength(nz + smallerInt(hz, nz - 1))))
    return 0;
  int longest = largerInt(x->length, largerInt(y->length, z->length));
  convolution->blocks = blocksFor(nx, LANES);
  convolution->planeStride = spreadStride(convolution->blocks);
  convolution->kernelBlocks = blocksFor(halfOf(z), LANES);
  convolution->spectrum = allocateArray((u64)nz * (u64)halfOf(y) * (u64)convolution->blocks, sizeof(Complex));
  convolution->kernel = allocateArray((u64)halfOf(y) * (u64)halfOf(x) * (u64)convolution->kernelBlocks, sizeof(Lanes));
  convolution->plane = allocateArray((u64)(z->length + 1) * (u64)convolution->planeStride, sizeof(Complex));
  convolution->strip = allocateArray((u64)y->length * STRIP_BLOCKS, sizeof(Complex));
  convolution->scratch = allocateArray(2 * (u64)longest + LANES, sizeof(Complex));
  convolution->slices = allocateArray(2 * (u64)nx * (u64)ny, sizeof(float));
  if (!convolution->spectrum || !convolution->kernel || !convolution->plane || !convolution->strip || !convolution->scratch || !convolution->slices)
    return 0;
  for (int block = 0; block < convolution->planeStride; block++)
    convolution->plane[(long)z->length * convolution->planeStride + block] = (Complex){0};
  return convolution;
}
#endif
