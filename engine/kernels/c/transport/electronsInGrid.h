#ifndef GRAYWISE_ELECTRONS_IN_GRID_H
#define GRAYWISE_ELECTRONS_IN_GRID_H
#include "transport/electronEvent.h"
#include "transport/electronStep.h"
#include "transport/photon.h"
#include "transport/source.h"
/*
 * Electrons through the voxels of a patient. In a voxel of the same composition a step goes on as it was planned, only its length in space changes with the
 * density; where the composition changes it ends at the face.
 */
typedef struct {
  int x, y, z; /* place in the grid */
  int number;
} Cell;

static inline Cell cellAt(Vector point) {
  int x = (int)(point.x * grid.inverseSpacing.x), y = (int)(point.y * grid.inverseSpacing.y), z = (int)(point.z * grid.inverseSpacing.z);
  Cell cell = { x < grid.sizeX ? x : grid.sizeX - 1, y < grid.sizeY ? y : grid.sizeY - 1, z < grid.sizeZ ? z : grid.sizeZ - 1, 0 };
  cell.number = voxelNumber(cell.x, cell.y, cell.z);
  return cell;
}

static inline double distanceToFaces(double position, int cell, double spacing) {
  double half = 0.5 * spacing;
  return half - absolute(position - cell * spacing - half);
}

/* The smaller of two numbers without a branch, which in the hottest place could not be foretold; right to rounding. */
static inline double smallerByArithmetic(double a, double b) { return 0.5 * (a + b - absolute(a - b)); }

/* From a place in a voxel to the nearest of its faces, cm. */
static inline double distanceToNearestFace(Vector place, Cell cell) {
  double x = distanceToFaces(place.x, cell.x, grid.spacing.x), y = distanceToFaces(place.y, cell.y, grid.spacing.y);
  return smallerByArithmetic(smallerByArithmetic(x, y), distanceToFaces(place.z, cell.z, grid.spacing.z));
}

/* Along one axis from a place to the face ahead, cm along the ray. */
static inline double distanceToFaceAhead(double position, double direction, int cell, double spacing) {
  if (direction == 0) return 1e30;
  return larger(0, ((cell + (direction > 0)) * spacing - position) / direction);
}

/* Goes to the next voxel along an axis; 0 when the box ends there. */
static inline int enterNext(int *place, int *number, double direction, int size, int stride) {
  int forward = direction > 0;
  *place += forward ? 1 : -1;
  *number += forward ? stride : -stride;
  return *place >= 0 && *place < size;
}

/*
 * Flies straight on for a mass length (g/cm2) and leaves energy on the way, `loss` MeV per g/cm2. Gives the mass length that was not flown because the box
 * ended (then the cell's number is -1) or another material begins.
 */
static double flyStraight(Particle *electron, Cell *cell, double massLength, double loss) {
  Vector direction = electron->direction;
  int material = grid.voxels[cell->number].material;
  for (;;) {
    double x = distanceToFaceAhead(electron->position.x, direction.x, cell->x, grid.spacing.x);
    double y = distanceToFaceAhead(electron->position.y, direction.y, cell->y, grid.spacing.y);
    double z = distanceToFaceAhead(electron->position.z, direction.z, cell->z, grid.spacing.z);
    double toFace = smaller(smaller(x, y), z), density = grid.voxels[cell->number].density;
    if (massLength <= toFace * density) {
      electron->position = movedAlong(electron->position, direction, massLength / density);
      deposit(cell->number, loss * massLength);
      return 0;
    }
    electron->position = movedAlong(electron->position, direction, toFace);
    deposit(cell->number, loss * toFace * density);
    massLength -= toFace * density;
    int inside = toFace == x   ? enterNext(&cell->x, &cell->number, direction.x, grid.sizeX, 1)
                 : toFace == y ? enterNext(&cell->y, &cell->number, direction.y, grid.sizeY, grid.sizeX)
                               : enterNext(&cell->z, &cell->number, direction.z, grid.sizeZ, grid.sizeX * grid.sizeY);
    if (!inside) {
      cell->number = -1;
      return massLength;
    }
    if (grid.voxels[cell->number].material != material) return massLength;
  }
}

/* An electron that has flown a step, or the share of it up to where something cut it short. */
typedef struct {
  Particle electron;
  Cell cell;
  double share;
} Flown;

/*
 * Flies the two pieces of a step that may meet a face. A step cut before its hinge has no deflection, one cut behind it the deflection of the whole step: on
 * average over the hinge's place this is the deflection of the part flown.
 */
static Flown flyStep(Particle electron, Cell cell, ElectronStep step, Vector newDirection) {
  Flown flown = { electron, cell, 1 };
  double lossPerLength = electron.weight * step.loss / step.length, toHinge = step.length * step.hinge;
  double notFlown = flyStraight(&flown.electron, &flown.cell, toHinge, lossPerLength);
  if (notFlown > 0) flown.share = (toHinge - notFlown) / step.length;
  else {
    flown.electron.direction = newDirection;
    notFlown = flyStraight(&flown.electron, &flown.cell, step.length - toHinge, lossPerLength);
    if (notFlown > 0) flown.share = 1 - notFlown / step.length;
  }
  return flown;
}

/* Follows one electron until it is absorbed or has left the box; delta rays and photons come to wait. */
static void followInGrid(Particle electron, RandomStream *random, ElectronStack *waiting) {
  Cell cell = cellAt(electron.position);
  double hardDepth = newHardDepth(random);
  while (electron.energy > absorptionEnergy) {
    const ElectronRow *rows = electronRows[grid.voxels[cell.number].material];
    double density = grid.voxels[cell.number].density;
    double toFace = density * distanceToNearestFace(electron.position, cell);
    EnergyPlace place = placeOfEnergy(electron.energy);
    if (csdaRangeAt(rows, place) < toFace) break; /* it cannot leave the voxel any more */
    ElectronStep step = nextStep(rows, electron.energy, place, &hardDepth, random);
    Vector newDirection = deflected(electron.direction, step.cosine, randomAzimuth(random));
    if (step.length < toFace) {
      double inverseDensity = 1 / density;
      Vector hinge = movedAlong(electron.position, electron.direction, step.length * step.hinge * inverseDensity);
      electron.position = movedAlong(hinge, newDirection, step.length * (1 - step.hinge) * inverseDensity);
      electron.direction = newDirection;
      deposit(cell.number, electron.weight * step.loss);
    } else {
      Flown flown = flyStep(electron, cell, step, newDirection);
      electron = flown.electron;
      cell = flown.cell;
      if (flown.share < 1) {
        electron.energy -= step.loss * flown.share;
        if (cell.number < 0) {
          escapedEnergy += electron.weight * electron.energy;
          return;
        }
        hardDepth = newHardDepth(random);
        continue;
      }
    }
    electron.energy -= step.loss;
    if (step.eventBound > 0) {
      electron = hardEvent(electron, rows, step.eventBound, random, waiting);
      hardDepth = newHardDepth(random);
    }
  }
  deposit(cell.number, electron.weight * absorbedOnTheSpot(electron, electronRows[grid.voxels[cell.number].material], random));
}
#endif
