#ifndef GRAYWISE_VOXEL_WALK_H
#define GRAYWISE_VOXEL_WALK_H
#include "transport/grid.h"
/*
 * The voxels along a straight line, one after another (Amanatides and Woo, Eurographics 1987), without a branch for the axis: the axes lie side by side in two
 * registers, and the one whose face is met is chosen by a mask.
 */
typedef double Doubles __attribute__((vector_size(16)));
typedef i64 Integers __attribute__((vector_size(16)));

/*
 * `place` holds the number of the voxel and, in its lower bits, for each axis how many voxels are left ahead: ten bits under a bit that is lost by the step out of
 * the box. A step adds to both at once. Boxes have at most 1024 voxels along an axis and 2^30 in all.
 */
enum { AHEAD_BITS = 11, VOXEL_SHIFT = 3 * AHEAD_BITS };
static const i64 allInside = 1ll << (AHEAD_BITS - 1) | 1ll << (2 * AHEAD_BITS - 1) | 1ll << (3 * AHEAD_BITS - 1);

typedef struct {
  Doubles facesXY, facesZ;  /* cm along the line to the next face of each axis; the second of Z is never met */
  Doubles apartXY, apartZ;  /* between faces */
  Integers stepsXY, stepsZ; /* what crossing a face adds to `place` */
  i64 place;
} VoxelWalk;

typedef struct {
  double face, apart;
  i64 step, ahead;
  int number;
} WalkAxis;

static inline WalkAxis walkAxis(double position, double direction, double spacing, double inverseSpacing, int size, int stride, int order) {
  const double never = 1e30;
  int number = (int)(position * inverseSpacing);
  if (number >= size) number = size - 1;
  i64 one = 1ll << (order * AHEAD_BITS);
  WalkAxis axis = { never, never, (direction < 0 ? -(i64)stride : (i64)stride) * (1ll << VOXEL_SHIFT) - one, (direction < 0 ? number : size - 1 - number) * one, number };
  if (absolute(direction) < 1e-12) return axis; /* never leaves its layer inside the box */
  double inverse = 1 / direction;
  axis.apart = absolute(spacing * inverse);
  axis.face = ((number + (direction > 0)) * spacing - position) * inverse;
  return axis;
}

static inline VoxelWalk startWalk(Vector from, Vector direction) {
  WalkAxis x = walkAxis(from.x, direction.x, grid.spacing.x, grid.inverseSpacing.x, grid.sizeX, 1, 0);
  WalkAxis y = walkAxis(from.y, direction.y, grid.spacing.y, grid.inverseSpacing.y, grid.sizeY, grid.sizeX, 1);
  WalkAxis z = walkAxis(from.z, direction.z, grid.spacing.z, grid.inverseSpacing.z, grid.sizeZ, grid.sizeX * grid.sizeY, 2);
  i64 voxel = voxelNumber(x.number, y.number, z.number);
  VoxelWalk walk = { { x.face, y.face }, { z.face, 1e30 }, { x.apart, y.apart }, { z.apart, 0 }, { x.step, y.step }, { z.step, 0 },
                     (voxel << VOXEL_SHIFT) + allInside + x.ahead + y.ahead + z.ahead };
  return walk;
}

static inline int voxelOf(VoxelWalk walk) { return (int)(walk.place >> VOXEL_SHIFT); }

static inline Doubles smallerOfEach(Doubles a, Doubles b) {
  Integers isSmaller = a < b;
  return (Doubles)(((Integers)a & isSmaller) | ((Integers)b & ~isSmaller));
}

/* The way (cm, twice) from the start of the line to the next face. */
static inline Doubles nextFaceOf(VoxelWalk walk) {
  Doubles nearest = smallerOfEach(walk.facesXY, walk.facesZ);
  Doubles other = { nearest[1], nearest[0] };
  return smallerOfEach(nearest, other);
}

/* Goes through the next face, or through an edge where faces meet. Gives 0 when that leads out of the box. */
static inline int crossFace(VoxelWalk *walk, Doubles face) {
  Integers metXY = walk->facesXY == face, metZ = walk->facesZ == face;
  walk->facesXY += (Doubles)((Integers)walk->apartXY & metXY);
  walk->facesZ += (Doubles)((Integers)walk->apartZ & metZ);
  Integers steps = (walk->stepsXY & metXY) + (walk->stepsZ & metZ);
  walk->place += steps[0] + steps[1];
  return (walk->place & allInside) == allInside;
}
#endif
