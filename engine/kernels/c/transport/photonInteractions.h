#ifndef GRAYWISE_PHOTON_INTERACTIONS_H
#define GRAYWISE_PHOTON_INTERACTIONS_H
#include "transport/particle.h"
#include "transport/photonTables.h"
/*
 * What happens to a photon where it interacts. Each function changes the photon and gives the kinetic energy (MeV) that charged particles took. Binding
 * energies are not taken from electrons and fluorescence is absorbed where it is made: both stay with the atom, within micrometres in tissue.
 */
static const double electronRestEnergy = 0.51099895; /* MeV (CODATA 2018) */
static const double planckTimesLight = 0.01239841984; /* MeV Angstrom (CODATA 2018) */

/* x^2 of the largest momentum transfer of a photon: scattering straight back. */
static inline double largestTransfer(double energy) {
  double inverseWavelength = energy / planckTimesLight;
  return inverseWavelength * inverseWavelength;
}

typedef struct {
  int index;
  double fraction;
} TransferPlace;

/* Where x^2 lies in the momentum-transfer grid; what is below the grid's first point has a negative index, what is above is held at its end. */
static inline TransferPlace placeOfTransfer(double square) {
  TransferPlace place = { -1, square * 0x1p16 };
  if (square < 0x1p-16) return place;
  u64 bits = bitsOf(smaller(square, 0x1.fffffffffffffp9));
  place.index = (int)(bits >> 48) - ((1023 + TRANSFER_LOWEST_EXPONENT) << 4);
  place.fraction = (double)(i64)(bits & 0xffffffffffffull) * 0x1p-48;
  return place;
}

static inline double incoherentFunction(const ScatteringPoint *points, double square) {
  TransferPlace place = placeOfTransfer(square);
  if (place.index < 0) return points[0].incoherent * place.fraction;
  return between(points[place.index].incoherent, points[place.index + 1].incoherent, place.fraction);
}

/* Integral of F^2 over d(x^2) from 0. */
static inline double coherentIntegral(const ScatteringPoint *points, double square) {
  TransferPlace place = placeOfTransfer(square);
  if (place.index < 0) return points[0].coherentCumulative * place.fraction;
  return between(points[place.index].coherentCumulative, points[place.index + 1].coherentCumulative, place.fraction);
}

/* The x^2 at which that integral has a value: halving the table until one step is left. */
static double transferAtIntegral(const ScatteringPoint *points, double integral) {
  if (integral < points[0].coherentCumulative) return 0x1p-16 * integral / points[0].coherentCumulative;
  int below = 0, above = TRANSFER_POINTS - 1;
  while (above - below > 1) {
    int middle = (below + above) / 2;
    if (points[middle].coherentCumulative <= integral) below = middle;
    else above = middle;
  }
  double step = points[above].coherentCumulative - points[below].coherentCumulative;
  double fraction = step > 0 ? (integral - points[below].coherentCumulative) / step : 0;
  return between(points[below].square, points[above].square, fraction);
}

/*
 * Rayleigh scattering: x^2 from F^2, then the polarisation factor (1 + cos^2) / 2 of Thomson scattering by rejection.
 * Hubbell et al., J. Phys. Chem. Ref. Data 4:471, 1975.
 */
static double scatterCoherently(Particle *photon, int material, RandomStream *random) {
  const ScatteringPoint *points = photonMaterials[material].scattering;
  double largest = largestTransfer(photon->energy), whole = coherentIntegral(points, largest), cosine;
  do cosine = 1 - 2 * smaller(1, transferAtIntegral(points, randomUniform(random) * whole) / largest);
  while (2 * randomUniform(random) > 1 + cosine * cosine);
  photon->direction = deflected(photon->direction, cosine, randomAzimuth(random));
  return 0;
}

/*
 * Compton scattering. Energy ratio e = E'/E from the formula of Klein and Nishina as the sum of 1/e and e, each drawn directly, times a rejection
 * 1 - e sin^2 / (1 + e^2) (Butcher and Messel, Nucl. Phys. 20:15, 1960), times the incoherent scattering function for the electrons' binding.
 */
static double scatterIncoherently(Particle *photon, int material, RandomStream *random) {
  const ScatteringPoint *points = photonMaterials[material].scattering;
  double energy = photon->energy, kappa = energy / electronRestEnergy;
  double least = 1 / (1 + 2 * kappa), inverseShare = -logarithm(least), linearShare = 0.5 * (1 - least * least);
  double largest = largestTransfer(energy), ratio, cosine, accepted;
  do {
    if (randomUniform(random) * (inverseShare + linearShare) < inverseShare) ratio = exponential(-inverseShare * randomUniform(random));
    else ratio = squareRoot(least * least + (1 - least * least) * randomUniform(random));
    double lift = (1 - ratio) / (kappa * ratio); /* 1 - cosine */
    cosine = 1 - lift;
    double sineSquare = lift * (2 - lift);
    accepted = (1 - ratio * sineSquare / (1 + ratio * ratio)) * incoherentFunction(points, largest * 0.5 * lift);
  } while (randomUniform(random) > accepted);
  photon->direction = deflected(photon->direction, larger(-1, cosine), randomAzimuth(random));
  photon->energy = energy * ratio;
  return energy - photon->energy;
}

/*
 * Pair production: both charged particles stop where they are made, the positron annihilates at rest into two photons that fly apart; one goes on as this
 * photon, the other waits.
 */
static double makePair(Particle *photon, RandomStream *random) {
  double transferred = photon->energy - 2 * electronRestEnergy;
  photon->energy = electronRestEnergy;
  photon->direction = isotropicDirection(random);
  Particle opposite = *photon;
  opposite.direction.x = -photon->direction.x;
  opposite.direction.y = -photon->direction.y;
  opposite.direction.z = -photon->direction.z;
  addWaitingPhoton(opposite);
  return transferred;
}

/* One interaction in a material, of the kind that chance chooses; an absorbed photon is left with energy 0. */
static double interact(Particle *photon, int material, EnergyPlace place, RandomStream *random) {
  const PhotonCoefficients *low = photonMaterials[material].coefficients + place.index, *high = low + 1;
  double chosen = randomUniform(random) * between(low->total, high->total, place.fraction);
  chosen -= between(low->compton, high->compton, place.fraction);
  if (chosen < 0) return scatterIncoherently(photon, material, random);
  chosen -= between(low->rayleigh, high->rayleigh, place.fraction);
  if (chosen < 0) return scatterCoherently(photon, material, random);
  chosen -= between(low->photoelectric, high->photoelectric, place.fraction);
  if (chosen >= 0 && photon->energy > 2 * electronRestEnergy) return makePair(photon, random);
  double absorbed = photon->energy;
  photon->energy = 0;
  return absorbed;
}
#endif
