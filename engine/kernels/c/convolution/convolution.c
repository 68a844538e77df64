/* The module of the convolution: one translation unit. See plan.h for the method and planes.h for its heart. */
#include "common/memory.h"
#include "convolution/plan.h"
#include "convolution/planes.h"
#include "convolution/slices.h"
#include "convolution/spectrum.h"

/* A block for the caller's arrays; see allocateBlock. */
EXPORT(allocate) void *allocate(u32 bytes) { return allocateBlock(bytes); }

/*
 * The plan of a convolution of volumes of nx, ny, nz voxels with a kernel given by its octant [hz + 1][hy + 1][hx + 1] (x fastest): the values at 0 to h
 * voxels along each axis, alike on both sides. 0 when there is no memory.
 */
EXPORT(createConvolution)
Convolution *createConvolution(int nx, int ny, int nz, int hx, int hy, int hz, const float *octant) {
  Convolution *convolution = planConvolution(nx, ny, nz, hx, hy, hz);
  if (convolution) transformKernel(convolution, octant, hx, hy, hz);
  return convolution;
}

/* Where two slices [2][ny][nx] are put before takeSlices and found after giveSlices. */
EXPORT(slicesOf) float *slicesOf(const Convolution *convolution) { return convolution->slices; }

/* How many planes there are to filter. */
EXPORT(planesOf) int planesOf(const Convolution *convolution) { return halfOf(&convolution->y); }

/*
 * The three steps, each of which may be stopped between two calls: slices z and z + 1 (z even; the last may be alone) forward, every plane filtered,
 * slices back.
 */
EXPORT(takeSlices) void takeSlices(const Convolution *convolution, int z) { forwardSlices(convolution, z); }
EXPORT(filterPlane) void filterPlaneAt(const Convolution *convolution, int ky) { filterPlane(convolution, ky); }
EXPORT(giveSlices) void giveSlices(const Convolution *convolution, int z) { backwardSlices(convolution, z); }
