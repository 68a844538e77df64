#ifndef GRAYWISE_PHOTON_TABLES_H
#define GRAYWISE_PHOTON_TABLES_H
#include "common/energyGrid.h"
#include "transport/grid.h"
/* Interaction coefficients of one material at one point of the energy grid, cm2/g. Pair production is what is left of the total. */
typedef struct {
  double total, photoelectric, compton, rayleigh;
  double transfer; /* energy given to charged particles over the photon's energy, times the cross section; see energyTransfer in physics */
} PhotonCoefficients;

/*
 * The momentum-transfer grid: x^2 with x = sin(angle / 2) / wavelength in 1/Angstrom, 16 equal steps in each octave from 2^-16 to 2^10. Below it the
 * form factor is that of forward scattering and the incoherent function goes to zero linearly; above it they are 0 and 1.
 */
enum { TRANSFER_STEPS_PER_OCTAVE = 16, TRANSFER_LOWEST_EXPONENT = -16, TRANSFER_OCTAVES = 26, TRANSFER_POINTS = TRANSFER_OCTAVES * TRANSFER_STEPS_PER_OCTAVE + 1 };

typedef struct {
  double square;             /* x^2, 1/Angstrom^2 */
  double incoherent;         /* S(x) per electron, 0 to 1 */
  double coherentCumulative; /* integral of F^2 d(x^2) from 0 to here, any unit */
} ScatteringPoint;

typedef struct {
  const PhotonCoefficients *coefficients; /* ENERGY_POINTS */
  const ScatteringPoint *scattering;      /* TRANSFER_POINTS */
} PhotonMaterial;

static PhotonMaterial photonMaterials[MATERIALS_AT_MOST];
static double majorant[ENERGY_POINTS]; /* 1/cm: no voxel of the patient attenuates more */
static double photonCut;               /* MeV: a photon of less is absorbed where it is */

/* Takes the tables of a material; they stay the caller's. */
EXPORT(setPhotonMaterial) void setPhotonMaterial(int material, const PhotonCoefficients *coefficients, const ScatteringPoint *scattering) {
  PhotonMaterial given = { coefficients, scattering };
  photonMaterials[material] = given;
}

/* After the grid and all of its materials: the attenuation that bounds every voxel's, for the tracking by Woodcock. */
EXPORT(preparePhotons) void preparePhotons(double cut) {
  double densest[MATERIALS_AT_MOST] = { 0 };
  int voxels = grid.sizeX * grid.sizeY * grid.sizeZ;
  for (int voxel = 0; voxel < voxels; voxel++) {
    double *density = densest + grid.voxels[voxel].material;
    if (grid.voxels[voxel].density > *density) *density = grid.voxels[voxel].density;
  }
  for (int point = 0; point < ENERGY_POINTS; point++) {
    majorant[point] = 0;
    for (int material = 0; material < MATERIALS_AT_MOST; material++)
      if (densest[material] > 0) majorant[point] = larger(majorant[point], densest[material] * photonMaterials[material].coefficients[point].total);
  }
  photonCut = cut;
}

/* Total attenuation, cm2/g. */
static inline double attenuation(int material, EnergyPlace place) {
  const PhotonCoefficients *point = photonMaterials[material].coefficients + place.index;
  return between(point[0].total, point[1].total, place.fraction);
}

/* Energy transfer, cm2/g. */
static inline double energyTransfer(int material, EnergyPlace place) {
  const PhotonCoefficients *point = photonMaterials[material].coefficients + place.index;
  return between(point[0].transfer, point[1].transfer, place.fraction);
}
#endif
