#ifndef GRAYWISE_ELECTRON_EVENT_H
#define GRAYWISE_ELECTRON_EVENT_H
#include "transport/electronMaterial.h"
#include "transport/particle.h"
/* Hard events: a collision that sets a delta ray free, or a photon of bremsstrahlung. Positrons are followed as electrons. */
#define ELECTRON_MASS 0.51099895 /* MeV, CODATA 2018 */

/*
 * Electrons that wait while a delta ray is followed. The slower of two colliding electrons is followed first, so each that waits has at least twice the
 * energy of the next: fourteen octaves of energy need no more room.
 */
enum { ELECTRONS_AT_MOST = 16 };

typedef struct {
  Particle electrons[ELECTRONS_AT_MOST];
  int count;
} ElectronStack;

/* Mean free paths to the next hard event. */
static inline double newHardDepth(RandomStream *random) { return -logarithm(randomUniform(random)); }

/*
 * The energy given to the slower electron, from the cut-off to half of `energy`, distributed as Moller's cross-section
 * 1/W^2 + 1/(E - W)^2 + a/E^2 - (1 - a) / (W (E - W)), a = (T / (T + m))^2 (Moller, Ann. Phys. 406:531, 1932). W is drawn from 1/W^2, the rest by rejection.
 */
static inline double mollerTransfer(double energy, RandomStream *random) {
  double ratio = energy / (energy + ELECTRON_MASS), a = ratio * ratio;
  double most = 1 + 1.25 * a;
  for (;;) {
    double share = randomUniform(random);
    double transfer = deltaCutoff * energy / (energy - share * (energy - 2 * deltaCutoff));
    double epsilon = transfer / energy, odds = transfer / (energy - transfer);
    double weight = 1 + odds * odds + a * epsilon * epsilon - (1 - a) * odds;
    if (randomUniform(random) * most < weight) return transfer;
  }
}

/* A collision of two free electrons: gives the delta ray, the faster one waits. */
static inline Particle collide(Particle electron, RandomStream *random, ElectronStack *waiting) {
  double energy = electron.energy, transfer = mollerTransfer(energy, random), rest = energy - transfer;
  double twoMasses = 2 * ELECTRON_MASS;
  double cosineOfDelta = squareRoot(transfer * (energy + twoMasses) / (energy * (transfer + twoMasses)));
  double cosineOfPrimary = squareRoot(rest * (energy + twoMasses) / (energy * (rest + twoMasses)));
  Azimuth azimuth = randomAzimuth(random), opposite = { -azimuth.cosine, -azimuth.sine };

  Particle *primary = &waiting->electrons[waiting->count++];
  *primary = electron;
  primary->energy = rest;
  primary->direction = deflected(electron.direction, cosineOfPrimary, opposite);
  electron.energy = transfer;
  electron.direction = deflected(electron.direction, cosineOfDelta, azimuth);
  return electron;
}

/* The energy of a photon above the cut-off from an electron: drawn from 1/k, the rest by rejection with the tabulated shape. */
static inline double bremsstrahlungEnergy(double energy, RandomStream *random) {
  double octaves = logarithm(energy / photonCutoff);
  EnergyPlace place = placeOfEnergy(energy);
  double rowPlace = (place.index + place.fraction) * (1.0 / (1 << SPECTRUM_ENERGY_SHIFT));
  int row = (int)(rowPlace + randomUniform(random)); /* of the two rows around the energy, the nearer more often: linear on average */
  const double *shape = bremsstrahlungShape + row * (SPECTRUM_STEPS + 1);
  for (;;) {
    double photon = photonCutoff * exponential(octaves * randomUniform(random));
    double stepPlace = smaller(photon / energy, 0.999999) * SPECTRUM_STEPS;
    int step = (int)stepPlace;
    if (randomUniform(random) < between(shape[step], shape[step + 1], stepPlace - step)) return photon;
  }
}

/*
 * The cosine between an electron and the photon that it radiates: a dipole in the electron's own frame, seen from the frame at rest (Kissel, Quarles and
 * Pratt, At. Data Nucl. Data Tables 28:381, 1983, in its simplest form).
 */
static inline double bremsstrahlungCosine(double energy, RandomStream *random) {
  double total = energy + ELECTRON_MASS, speed = squareRoot(energy * (energy + 2 * ELECTRON_MASS)) / total;
  double cosine;
  do cosine = 2 * randomUniform(random) - 1;
  while (2 * randomUniform(random) > 1 + cosine * cosine);
  return (cosine + speed) / (1 + speed * cosine);
}

/* A photon leaves the electron, which goes on in its direction without the photon's energy. */
static inline Particle radiate(Particle electron, RandomStream *random) {
  Particle photon = electron;
  photon.energy = bremsstrahlungEnergy(electron.energy, random);
  double cosine = bremsstrahlungCosine(electron.energy, random);
  photon.direction = deflected(electron.direction, cosine, randomAzimuth(random));
  electron.energy -= photon.energy;
  addWaitingPhoton(photon);
  return electron;
}

/*
 * The event at the end of a step. Steps end as often as the bound on hard events says; what the true frequencies at the present energy leave of the bound is no
 * event at all.
 */
static inline Particle hardEvent(Particle electron, const ElectronRow *rows, double boundOfStep, RandomStream *random, ElectronStack *waiting) {
  EnergyPlace place = placeOfEnergy(electron.energy);
  const ElectronRow *row = rows + place.index;
  double deltaRays = between(row[0].deltaRays, row[1].deltaRays, place.fraction);
  double bremsstrahlung = between(row[0].bremsstrahlung, row[1].bremsstrahlung, place.fraction);
  double chosen = boundOfStep * randomUniform(random);
  if (chosen < deltaRays && electron.energy > 2 * deltaCutoff) return collide(electron, random, waiting);
  if (chosen >= deltaRays && chosen < deltaRays + bremsstrahlung && electron.energy > photonCutoff) return radiate(electron, random);
  return electron;
}

/*
 * What an electron leaves where it is when it cannot get away any more: all its energy, less a photon that it may still radiate. At most one is made: the
 * number to come is far below one and also the probability. It is radiated at the energy at which the number still to come has fallen to the random
 * number: an energy is then met as often as photons are radiated there.
 */
static inline double absorbedOnTheSpot(Particle electron, const ElectronRow *rows, RandomStream *random) {
  EnergyPlace place = placeOfEnergy(electron.energy);
  const ElectronRow *row = rows + place.index;
  double number = randomUniform(random);
  if (number >= between(row[0].photonsToCome, row[1].photonsToCome, place.fraction)) return electron.energy;
  int low = 0, high = place.index + 1;
  while (high - low > 1) {
    int middle = (low + high) / 2;
    if (rows[middle].photonsToCome > number) high = middle;
    else low = middle;
  }
  Particle photon = electron;
  photon.energy = bremsstrahlungEnergy(smaller(electron.energy, energyOfPoint(high)), random);
  photon.direction = isotropicDirection(random);
  addWaitingPhoton(photon);
  return electron.energy - photon.energy;
}
#endif
