#ifndef GRAYWISE_ELECTRON_MATERIAL_H
#define GRAYWISE_ELECTRON_MATERIAL_H
#include "common/energyGrid.h"
#include "transport/grid.h"
/*
 * What matter does to electrons, by kinetic energy, per unit of mass: lengths are g/cm2, so that a density only scales space.
 *
 * Collisions that transfer more than `deltaCutoff` and photons above `photonCutoff` are hard: each is an event of its own. All others are soft and taken
 * together over a step. Every scattering by an atom is soft. The tables are made in TypeScript (electronTables.ts), where their formulas and sources stand.
 */
typedef struct {
  double stoppingPower;   /* MeV cm2/g, of soft losses */
  double straggling;      /* MeV2 cm2/g: variance of the soft losses per path */
  double firstTransport;  /* cm2/g: <1 - cos> per path */
  double secondTransport; /* cm2/g: <3/2 (1 - cos^2)> per path */
  double stepLength;      /* g/cm2, no step is longer */
  double hardBound;       /* cm2/g: hard events are never more frequent within such a step */
  double deltaRays;       /* cm2/g, hard collisions */
  double bremsstrahlung;  /* cm2/g, hard photons */
  double csdaRange;       /* g/cm2 */
  double photonsToCome;   /* hard photons that an electron radiates on average until it stops */
} ElectronRow;

/*
 * The spectrum of bremsstrahlung: k times the differential cross-section, as share of its value for soft photons, over k / T in equal steps, for kinetic
 * energies T at every 32nd point of the energy grid.
 */
enum { SPECTRUM_STEPS = 32, SPECTRUM_ENERGY_SHIFT = 5 };

static const ElectronRow *electronRows[MATERIALS_AT_MOST];
static const double *bremsstrahlungShape;
static double deltaCutoff, photonCutoff, absorptionEnergy;

/* Energies in MeV. An electron slower than `absorption` is absorbed where it is. */
EXPORT(setElectronPhysics) void setElectronPhysics(double delta, double photon, double absorption, const double *shape) {
  deltaCutoff = delta;
  photonCutoff = photon;
  absorptionEnergy = absorption;
  bremsstrahlungShape = shape;
}

EXPORT(setElectronMaterial) void setElectronMaterial(int material, const ElectronRow *rows) { electronRows[material] = rows; }

static inline double csdaRangeAt(const ElectronRow *rows, EnergyPlace place) {
  const ElectronRow *row = rows + place.index;
  return between(row[0].csdaRange, row[1].csdaRange, place.fraction);
}
#endif
