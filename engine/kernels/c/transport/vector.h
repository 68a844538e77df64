#ifndef GRAYWISE_VECTOR_H
#define GRAYWISE_VECTOR_H
#include "common/numerics.h"
#include "common/random.h"
/* Points (cm) and directions (unit length) in the frame of the voxel grid. */
typedef struct {
  double x, y, z;
} Vector;

static inline Vector movedAlong(Vector point, Vector direction, double distance) {
  Vector moved = { point.x + distance * direction.x, point.y + distance * direction.y, point.z + distance * direction.z };
  return moved;
}

/* Cosine and sine of an angle that is uniform around the circle: a point in the unit disc, its angle doubled, so that no root is needed. */
typedef struct {
  double cosine, sine;
} Azimuth;

static inline Azimuth randomAzimuth(RandomStream *random) {
  double x, y, square;
  do {
    x = 2 * randomUniform(random) - 1;
    y = 2 * randomUniform(random) - 1;
    square = x * x + y * y;
  } while (square > 1);
  Azimuth azimuth = { (x * x - y * y) / square, 2 * x * y / square };
  return azimuth;
}

/* The azimuth at a share of the full turn (0 to 1). Power series on an eighth of a turn, terms left out are below 1e-12. */
static inline Azimuth azimuthAtTurn(double turn) {
  int quarter = (int)(turn * 4 + 0.5);
  double angle = (turn - 0.25 * quarter) * 6.28318530717958647693, z = angle * angle;
  double cosine = 1 + z * (-1.0 / 2 + z * (1.0 / 24 + z * (-1.0 / 720 + z * (1.0 / 40320 + z * (-1.0 / 3628800 + z * (1.0 / 479001600))))));
  double sine = angle * (1 + z * (-1.0 / 6 + z * (1.0 / 120 + z * (-1.0 / 5040 + z * (1.0 / 362880 + z * (-1.0 / 39916800 + z * (1.0 / 6227020800.0)))))));
  Azimuth turned[4] = { { cosine, sine }, { -sine, cosine }, { -cosine, -sine }, { sine, -cosine } };
  return turned[quarter & 3];
}

/* The direction with this cosine to the z axis. */
static inline Vector directionOf(double cosine, Azimuth azimuth) {
  double sine = squareRoot(larger(0, 1 - cosine * cosine));
  Vector direction = { sine * azimuth.cosine, sine * azimuth.sine, cosine };
  return direction;
}

static inline Vector isotropicDirection(RandomStream *random) {
  double cosine = 2 * randomUniform(random) - 1;
  return directionOf(cosine, randomAzimuth(random));
}

/* A direction deflected by an angle of this cosine, at an azimuth around the old direction. */
static inline Vector deflected(Vector direction, double cosine, Azimuth azimuth) {
  double sine = squareRoot(larger(0, 1 - cosine * cosine));
  double across = direction.x * direction.x + direction.y * direction.y;
  double u = sine * azimuth.cosine, v = sine * azimuth.sine;
  Vector turned;
  if (across < 1e-20) { /* along z: any pair of transverse axes does */
    turned.x = u;
    turned.y = v;
    turned.z = direction.z > 0 ? cosine : -cosine;
    return turned;
  }
  double root = squareRoot(across), inverse = 1 / root;
  turned.x = direction.x * cosine + (direction.x * direction.z * u - direction.y * v) * inverse;
  turned.y = direction.y * cosine + (direction.y * direction.z * u + direction.x * v) * inverse;
  turned.z = direction.z * cosine - root * u;
  return turned;
}
#endif
