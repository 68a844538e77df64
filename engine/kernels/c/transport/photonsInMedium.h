#ifndef GRAYWISE_PHOTONS_IN_MEDIUM_H
#define GRAYWISE_PHOTONS_IN_MEDIUM_H
#include "transport/photonInteractions.h"
/* Photons from a point in a medium without bounds. Lengths are g/cm2, so one calculation holds at every density; the medium is material 0. */

static inline double lengthOf(Vector place) { return squareRoot(place.x * place.x + place.y * place.y + place.z * place.z); }

/*
 * Scores a straight flight: `perLength` (MeV per g/cm2) times the length of it that lies within each radius about the origin, by the exact chord. Past the
 * first radius that holds both ends it lies within all of them.
 */
static void scoreFlight(Vector from, Vector direction, double length, double perLength, const double *radii, int count, double *absorbedWithin) {
  double begin = from.x * direction.x + from.y * direction.y + from.z * direction.z, end = begin + length;
  double distance = lengthOf(from), nearestSquare = larger(0, distance * distance - begin * begin);
  double farthest = larger(distance, squareRoot(nearestSquare + end * end));
  int radius = 0;
  for (; radius < count && radii[radius] < farthest; radius++) {
    double chordSquare = radii[radius] * radii[radius] - nearestSquare;
    if (chordSquare <= 0) continue;
    double half = squareRoot(chordSquare);
    absorbedWithin[radius] += perLength * larger(0, smaller(end, half) - larger(begin, -half));
  }
  for (; radius < count; radius++) absorbedWithin[radius] += perLength * length;
}

static void followInMedium(Particle photon, const double *radii, int count, double *absorbedWithin, RandomStream *random) {
  while (photon.energy >= photonCut) {
    EnergyPlace place = placeOfEnergy(photon.energy);
    double length = -logarithm(randomUniform(random)) / attenuation(0, place);
    scoreFlight(photon.position, photon.direction, length, photon.energy * energyTransfer(0, place), radii, count, absorbedWithin);
    photon.position = movedAlong(photon.position, photon.direction, length);
    interact(&photon, 0, place, random);
  }
  double distance = lengthOf(photon.position);
  for (int radius = 0; radius < count; radius++)
    if (distance <= radii[radius]) absorbedWithin[radius] += photon.energy;
}

/*
 * Photons of one energy (MeV) from a point, by track length. Adds to `absorbedWithin` the MeV absorbed within each of `count` ascending radii (g/cm2). The
 * result depends on the seed, the batch and the number of histories alone.
 */
EXPORT(runPhotonPointSource)
void runPhotonPointSource(u32 seed, u32 batch, u32 histories, double energy, const double *radii, int count, double *absorbedWithin) {
  RandomStream random;
  startStream(&random, seed, batch);
  for (u32 history = 0; history < histories; history++) {
    Particle photon = { { 0, 0, 0 }, { 0, 0, 1 }, energy, 1 };
    followInMedium(photon, radii, count, absorbedWithin, &random);
    while (waitingCount > 0) followInMedium(waitingPhotons[--waitingCount], radii, count, absorbedWithin, &random);
  }
}
#endif
