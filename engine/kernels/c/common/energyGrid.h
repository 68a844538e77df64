#ifndef GRAYWISE_ENERGY_GRID_H
#define GRAYWISE_ENERGY_GRID_H
#include "numerics.h"
/*
 * The grid on which every table over energy lives: 64 equal steps in each octave from 2^-10 MeV (0.98 keV) to 2^4 MeV (16 MeV), energies
 * 2^e (1 + j / 64). A double already holds e and j in its leading bits, so finding an energy costs a shift; between grid points tables are linear.
 */
enum { ENERGY_STEPS_PER_OCTAVE = 64, ENERGY_LOWEST_EXPONENT = -10, ENERGY_OCTAVES = 14, ENERGY_POINTS = ENERGY_OCTAVES * ENERGY_STEPS_PER_OCTAVE + 1 };

typedef struct {
  int index;       /* the grid point at or below, 0 to ENERGY_POINTS - 2 */
  double fraction; /* 0 to 1 on the way to the next */
} EnergyPlace;

/* Where an energy (MeV) lies in the grid; energies beyond its ends are held at the ends. */
static inline EnergyPlace placeOfEnergy(double energy) {
  const double lowest = 0x1p-10, highest = 0x1.fffffffffffffp3;
  double held = energy < lowest ? lowest : energy > highest ? highest : energy;
  u64 bits = bitsOf(held);
  EnergyPlace place;
  place.index = (int)(bits >> 46) - ((1023 + ENERGY_LOWEST_EXPONENT) << 6);
  place.fraction = doubleOf((bits << 6 & 0xfffffffffffffull) | 0x3ff0000000000000ull) - 1;
  return place;
}

/* The energy (MeV) of a point of the grid. */
static inline double energyOfPoint(int index) {
  return doubleOf((u64)(index + ((1023 + ENERGY_LOWEST_EXPONENT) << 6)) << 46);
}

static inline double between(double low, double high, double fraction) { return low + fraction * (high - low); }

static inline double tableAt(const double *table, EnergyPlace place) {
  const double *value = table + place.index;
  return value[0] + place.fraction * (value[1] - value[0]);
}
#endif
