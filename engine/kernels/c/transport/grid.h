#ifndef GRAYWISE_GRID_H
#define GRAYWISE_GRID_H
#include "common/memory.h"
#include "transport/vector.h"
/*
 * The patient as a box of voxels. A corner of the box is the origin, x runs fastest in every array, lengths are cm. One instance of the module holds one
 * patient; outside of the box is vacuum.
 */
enum { MATERIALS_AT_MOST = 64 };

/* A particle that enters a voxel needs all of this at once: side by side it is one access to memory. */
typedef struct {
  double absorbed; /* MeV, times statistical weight; cleared before a batch */
  float density;   /* g/cm3 */
  int material;
} Voxel;

typedef struct {
  int sizeX, sizeY, sizeZ;
  Vector spacing, inverseSpacing, extent;
  Voxel *voxels;
} VoxelGrid;

static VoxelGrid grid;

/* What else becomes of the energy: emitted, and carried out of the box. */
static double escapedEnergy;
static double emittedEnergy;

static inline void deposit(int voxel, double energy) { grid.voxels[voxel].absorbed += energy; }

static inline int isInside(Vector point) {
  return point.x >= 0 && point.x < grid.extent.x && point.y >= 0 && point.y < grid.extent.y && point.z >= 0 && point.z < grid.extent.z;
}

static inline int voxelNumber(int x, int y, int z) { return x + grid.sizeX * (y + grid.sizeY * z); }

/* The voxel in which a point inside the box lies; a point on the last face by rounding belongs to the last voxel. */
static inline int voxelAt(Vector point) {
  int x = (int)(point.x * grid.inverseSpacing.x), y = (int)(point.y * grid.inverseSpacing.y), z = (int)(point.z * grid.inverseSpacing.z);
  return voxelNumber(x < grid.sizeX ? x : grid.sizeX - 1, y < grid.sizeY ? y : grid.sizeY - 1, z < grid.sizeZ ? z : grid.sizeZ - 1);
}

/* Takes the patient; the voxels stay the caller's. Every material number is below MATERIALS_AT_MOST. */
EXPORT(setGrid)
void setGrid(int sizeX, int sizeY, int sizeZ, double spacingX, double spacingY, double spacingZ, Voxel *voxels) {
  VoxelGrid patient = { sizeX, sizeY, sizeZ, { spacingX, spacingY, spacingZ }, { 1 / spacingX, 1 / spacingY, 1 / spacingZ },
                        { sizeX * spacingX, sizeY * spacingY, sizeZ * spacingZ }, voxels };
  grid = patient;
}

/* Makes everything zero that a batch adds to. */
EXPORT(clearTallies) void clearTallies(void) {
  const Voxel *end = grid.voxels + grid.sizeX * grid.sizeY * grid.sizeZ;
  for (Voxel *voxel = grid.voxels; voxel < end; voxel++) voxel->absorbed = 0;
  escapedEnergy = emittedEnergy = 0;
}

/* Ends a batch: adds what was absorbed to a sum and its square to another, and clears it for the next. */
EXPORT(endBatch) void endBatch(double *sum, double *sumOfSquares) {
  int voxels = grid.sizeX * grid.sizeY * grid.sizeZ;
  for (int voxel = 0; voxel < voxels; voxel++) {
    double absorbed = grid.voxels[voxel].absorbed;
    sum[voxel] += absorbed;
    sumOfSquares[voxel] += absorbed * absorbed;
    grid.voxels[voxel].absorbed = 0;
  }
}

EXPORT(escaped) double escaped(void) { return escapedEnergy; }
EXPORT(emitted) double emitted(void) { return emittedEnergy; }
#endif
