/*
 * The convolution natively.
 *   convolution nx ny nz hx hy hz octantFile volumeFile resultFile   convolves once
 *   convolution nx ny nz hx hy hz octantFile volumeFile              convolves for every line on standard input and answers with the CPU seconds
 */
#include "convolution/convolution.c"
#include "rawFiles.h"
#include <string.h>

static void convolve(const Convolution *convolution, const float *volume, float *result) {
  const size_t voxels = (size_t)convolution->nx * convolution->ny;
  for (int z = 0; z < convolution->nz; z += 2) {
    memcpy(slicesOf(convolution), volume + z * voxels, slicesFrom(convolution, z) * voxels * sizeof(float));
    takeSlices(convolution, z);
  }
  for (int ky = 0; ky < planesOf(convolution); ky++) filterPlaneAt(convolution, ky);
  for (int z = 0; z < convolution->nz; z += 2) {
    giveSlices(convolution, z);
    memcpy(result + z * voxels, slicesOf(convolution), slicesFrom(convolution, z) * voxels * sizeof(float));
  }
}

int main(int count, char **arguments) {
  if (count < 9) giveUp("usage: convolution nx ny nz hx hy hz octantFile volumeFile [resultFile];", "too few arguments");
  int sizes[6];
  for (int axis = 0; axis < 6; axis++) sizes[axis] = atoi(arguments[1 + axis]);
  size_t octantBytes, volumeBytes;
  float *octant = readRawFile(arguments[7], &octantBytes), *volume = readRawFile(arguments[8], &volumeBytes);
  float *result = malloc(volumeBytes);
  Convolution *convolution = createConvolution(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4], sizes[5], octant);
  if (!result || !convolution) giveUp("no memory for", arguments[8]);
  if (count > 9) {
    convolve(convolution, volume, result);
    writeRawFile(arguments[9], result, volumeBytes);
    return 0;
  }
  for (int key = getchar(); key != EOF; key = getchar()) {
    if (key != '\n') continue;
    double start = cpuSeconds();
    convolve(convolution, volume, result);
    printf("%.9f\n", cpuSeconds() - start);
    fflush(stdout);
  }
  return 0;
}
