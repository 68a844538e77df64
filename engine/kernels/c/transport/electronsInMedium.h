#ifndef GRAYWISE_ELECTRONS_IN_MEDIUM_H
#define GRAYWISE_ELECTRONS_IN_MEDIUM_H
#include "transport/electronEvent.h"
#include "transport/electronStep.h"
#include "transport/source.h"
/* Electrons in a medium without bounds and in a sphere. Lengths are g/cm2, so one calculation holds at every density; the medium is material 0. */

/* What one batch leaves in such a geometry; the caller clears it. */
typedef struct {
  double inside;   /* MeV absorbed in the sphere */
  double outside;  /* MeV absorbed around it, or carried away where there is nothing */
  double radiated; /* MeV of photons */
} MediumTally;

typedef enum { SAME_MEDIUM, VACUUM } Surroundings;

static inline double squareOf(Vector point) { return point.x * point.x + point.y * point.y + point.z * point.z; }

/* The place on a step, at this share of its length, where energy is left. One place drawn anew for every step scores all of the step's loss without bias. */
static inline Vector placeOnStep(const Particle *electron, Vector newDirection, const ElectronStep *step, double share) {
  Vector place = movedAlong(electron->position, electron->direction, step->length * smaller(share, step->hinge));
  return share > step->hinge ? movedAlong(place, newDirection, step->length * (share - step->hinge)) : place;
}

/* Ends a step: place, direction and energy after it, and the event that may be due. */
static inline void endStep(Particle *electron, Vector newDirection, const ElectronStep *step, double *hardDepth, const ElectronRow *rows, RandomStream *random,
                           ElectronStack *waiting) {
  electron->position = placeOnStep(electron, newDirection, step, 1);
  electron->direction = newDirection;
  electron->energy -= step->loss;
  if (step->eventBound > 0) {
    *electron = hardEvent(*electron, rows, step->eventBound, random, waiting);
    *hardDepth = newHardDepth(random);
  }
}

/* Takes the photons that wait out of the calculation, and counts them by energy: `counts` on the energy grid, a photon shared by the points around it. */
static inline void countPhotons(MediumTally *tally, double *counts) {
  while (waitingCount > 0) {
    const Particle *photon = waitingPhotons + --waitingCount;
    EnergyPlace place = placeOfEnergy(photon->energy);
    counts[place.index] += photon->weight * (1 - place.fraction);
    counts[place.index + 1] += photon->weight * place.fraction;
    tally->radiated += photon->weight * photon->energy;
  }
}

static inline int shellOf(Vector place, double inverseShell, int shells) {
  int shell = (int)(squareRoot(squareOf(place)) * inverseShell);
  return shell < shells ? shell : shells - 1;
}

/*
 * Electrons of one energy from a point. `absorbed` takes the MeV left in shells of the thickness `shell` (g/cm2); the last shell takes all that lies
 * beyond. No electron is absorbed before its energy is below the cut.
 */
EXPORT(runPointSource)
void runPointSource(u32 seed, u32 batch, u32 histories, double energy, double shell, int shells, double *absorbed, double *photonCounts, MediumTally *tally) {
  const ElectronRow *rows = electronRows[0];
  RandomStream random;
  ElectronStack waiting = { .count = 0 };
  double inverseShell = 1 / shell;
  startStream(&random, seed, batch);
  for (u32 history = 0; history < histories; history++) {
    Particle electron = { { 0, 0, 0 }, isotropicDirection(&random), energy, 1 };
    for (;;) {
      double hardDepth = newHardDepth(&random);
      while (electron.energy > absorptionEnergy) {
        ElectronStep step = nextStep(rows, electron.energy, placeOfEnergy(electron.energy), &hardDepth, &random);
        Vector newDirection = deflected(electron.direction, step.cosine, randomAzimuth(&random));
        Vector place = placeOnStep(&electron, newDirection, &step, randomUniform(&random));
        absorbed[shellOf(place, inverseShell, shells)] += step.loss;
        endStep(&electron, newDirection, &step, &hardDepth, rows, &random, &waiting);
      }
      absorbed[shellOf(electron.position, inverseShell, shells)] += electron.energy;
      if (waiting.count == 0) break;
      electron = waiting.electrons[--waiting.count];
    }
    countPhotons(tally, photonCounts);
  }
}

/* From a place inside a sphere about the origin to its surface. */
static inline double distanceToSurface(Vector place, Vector direction, double radius) {
  double along = place.x * direction.x + place.y * direction.y + place.z * direction.z;
  return squareRoot(larger(0, along * along + radius * radius - squareOf(place))) - along;
}

/* The share of a step, begun inside a sphere, that lies inside until the electron first leaves it; 1 when it does not leave. */
static inline double shareInside(const Particle *electron, Vector newDirection, const ElectronStep *step, double radius) {
  double toHinge = step->length * step->hinge;
  double first = distanceToSurface(electron->position, electron->direction, radius);
  if (first < toHinge) return first / step->length;
  Vector hinge = movedAlong(electron->position, electron->direction, toHinge);
  double second = distanceToSurface(hinge, newDirection, radius);
  return toHinge + second < step->length ? (toHinge + second) / step->length : 1;
}

static inline Vector pointInSphere(double radius, RandomStream *random) {
  Vector point;
  do {
    point.x = 2 * randomUniform(random) - 1;
    point.y = 2 * randomUniform(random) - 1;
    point.z = 2 * randomUniform(random) - 1;
  } while (squareOf(point) > 1);
  return (Vector){ radius * point.x, radius * point.y, radius * point.z };
}

/* Follows one electron until it is absorbed or has gone for good; delta rays come to wait. */
static void followInSphere(Particle electron, double radius, Surroundings surroundings, MediumTally *tally, RandomStream *random, ElectronStack *waiting) {
  const ElectronRow *rows = electronRows[0];
  double hardDepth = newHardDepth(random);
  while (electron.energy > absorptionEnergy) {
    double toSurface = absolute(radius - squareRoot(squareOf(electron.position)));
    EnergyPlace place = placeOfEnergy(electron.energy);
    if (csdaRangeAt(rows, place) < toSurface) break; /* it cannot reach the surface any more */
    ElectronStep step = nextStep(rows, electron.energy, place, &hardDepth, random);
    Vector newDirection = deflected(electron.direction, step.cosine, randomAzimuth(random));
    double loss = electron.weight * step.loss;
    if (surroundings == VACUUM) {
      double share = step.length < toSurface ? 1 : shareInside(&electron, newDirection, &step, radius);
      tally->inside += loss * share;
      if (share < 1) {
        tally->outside += electron.weight * (electron.energy - step.loss * share);
        return;
      }
    } else {
      Vector place = placeOnStep(&electron, newDirection, &step, randomUniform(random));
      *(squareOf(place) < radius * radius ? &tally->inside : &tally->outside) += loss;
    }
    endStep(&electron, newDirection, &step, &hardDepth, rows, random, waiting);
  }
  double left = electron.weight * absorbedOnTheSpot(electron, rows, random);
  *(squareOf(electron.position) < radius * radius ? &tally->inside : &tally->outside) += left;
}

/* Electrons with the energies of the spectrum, uniform in a sphere (g/cm2) of the medium, which goes on around it or ends at its surface. */
EXPORT(runSphere)
void runSphere(u32 seed, u32 batch, u32 histories, double radius, Surroundings surroundings, double *photonCounts, MediumTally *tally) {
  RandomStream random;
  Lattice start;
  ElectronStack waiting = { .count = 0 };
  startStream(&random, seed, batch);
  startLattice(&start, &random);
  for (u32 history = 0; history < histories; history++, advanceLattice(&start)) {
    Particle electron;
    electron.position = pointInSphere(radius, &random);
    electron.direction = isotropicDirection(&random);
    emitEnergy(&electron, coordinateOf(&start, FOR_ENERGY));
    followInSphere(electron, radius, surroundings, tally, &random, &waiting);
    while (waiting.count > 0) followInSphere(waiting.electrons[--waiting.count], radius, surroundings, tally, &random, &waiting);
    countPhotons(tally, photonCounts);
  }
}
#endif
