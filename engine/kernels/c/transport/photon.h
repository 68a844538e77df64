#ifndef GRAYWISE_PHOTON_H
#define GRAYWISE_PHOTON_H
#include "transport/photonInteractions.h"
#include "transport/source.h"
/*
 * Photons through the voxels. Two estimators of the absorbed energy with the same expectation: `analog` deposits what charged particles take where a
 * photon interacts; `track length` deposits in every voxel on the way the energy that photons of this energy transfer there on average.
 */
typedef enum { ANALOG, TRACK_LENGTH } Estimator;

/*
 * Flies a photon to its next interaction by the method of Woodcock (ANL-7050, 1965): steps as if every voxel attenuated like the strongest; where a voxel
 * attenuates less the rest of the interactions is imaginary. Gives the voxel, or -1 when the photon leaves the box.
 */
static int flyToInteraction(Particle *photon, EnergyPlace place, RandomStream *random) {
  double strongest = tableAt(majorant, place), meanStep = 1 / strongest;
  for (;;) {
    photon->position = movedAlong(photon->position, photon->direction, -logarithm(randomUniform(random)) * meanStep);
    if (!isInside(photon->position)) return -1;
    int voxel = voxelAt(photon->position);
    if (randomUniform(random) * strongest < grid.density[voxel] * attenuation(grid.material[voxel], place)) return voxel;
  }
}

/* One axis of the way through the voxels: the voxel's place along it, where the ray meets the next face, and how far faces are apart on the ray. */
typedef struct {
  int place, size, step, stride;
  double nextFace, apart; /* cm along the ray */
} RayAxis;

static inline RayAxis rayAxis(double position, double direction, double spacing, double inverseSpacing, int size, int stride) {
  int place = (int)(position * inverseSpacing);
  RayAxis axis = { place < size ? place : size - 1, size, 1, stride, 1e30, 1e30 };
  if (direction < 0) {
    axis.step = -1;
    axis.stride = -stride;
  }
  if (absolute(direction) < 1e-12) return axis; /* never leaves its layer inside the box */
  double inverse = 1 / direction;
  axis.apart = absolute(spacing * inverse);
  axis.nextFace = ((axis.place + (direction > 0)) * spacing - position) * inverse;
  return axis;
}

/* 1 - e^-depth: the share of photons that interact on the way through an optical depth. The series leaves out terms below 1e-7 of it. */
static inline double interactingShare(double depth) {
  if (depth > 0.25) return depth < 600 ? 1 - exponential(-depth) : 1;
  return depth * (1 - depth * (1.0 / 2) * (1 - depth * (1.0 / 3) * (1 - depth * (1.0 / 4) * (1 - depth * (1.0 / 5) * (1 - depth * (1.0 / 6))))));
}

/*
 * Flies a photon to its next interaction voxel by voxel (Amanatides and Woo, Eurographics 1987). Every voxel that it enters receives what a photon entering there
 * transfers on average before it leaves or interacts: energy times transfer coefficient times the expected track length, (1 - e^-depth) / attenuation.
 * Gives the voxel of the interaction, or -1 when the photon leaves the box.
 */
static int flyAndScore(Particle *photon, EnergyPlace place, RandomStream *random) {
  Vector from = photon->position, direction = photon->direction;
  RayAxis axes[3] = { rayAxis(from.x, direction.x, grid.spacing.x, grid.inverseSpacing.x, grid.sizeX, 1),
                      rayAxis(from.y, direction.y, grid.spacing.y, grid.inverseSpacing.y, grid.sizeY, grid.sizeX),
                      rayAxis(from.z, direction.z, grid.spacing.z, grid.inverseSpacing.z, grid.sizeZ, grid.sizeX * grid.sizeY) };
  int voxel = voxelNumber(axes[0].place, axes[1].place, axes[2].place), material = -1;
  double opticalDepth = -logarithm(randomUniform(random)), travelled = 0, attenuationHere = 0, transferred = 0;
  for (;;) {
    RayAxis *axis = axes[0].nextFace < axes[1].nextFace ? axes : axes + 1;
    if (axes[2].nextFace < axis->nextFace) axis = axes + 2;
    if (grid.material[voxel] != material) {
      material = grid.material[voxel];
      attenuationHere = attenuation(material, place);
      transferred = photon->weight * photon->energy * energyTransfer(material, place) / attenuationHere;
    }
    double density = grid.density[voxel], depth = density * (axis->nextFace - travelled) * attenuationHere;
    deposit(voxel, transferred * interactingShare(depth));
    if (depth >= opticalDepth) {
      photon->position = movedAlong(from, direction, travelled + opticalDepth / (attenuationHere * density));
      return voxel;
    }
    opticalDepth -= depth;
    travelled = axis->nextFace;
    axis->nextFace += axis->apart;
    axis->place += axis->step;
    if ((unsigned)axis->place >= (unsigned)axis->size) return -1;
    voxel += axis->stride;
  }
}

/* Follows a photon until it is absorbed, leaves the box or falls below the cut. */
static void transportPhoton(Particle photon, Estimator estimator, RandomStream *random) {
  for (;;) {
    if (photon.energy < photonCut) {
      if (photon.energy > 0) deposit(voxelAt(photon.position), photon.weight * photon.energy);
      return;
    }
    EnergyPlace place = placeOfEnergy(photon.energy);
    int voxel = estimator == ANALOG ? flyToInteraction(&photon, place, random) : flyAndScore(&photon, place, random);
    if (voxel < 0) {
      escapedEnergy += photon.weight * photon.energy;
      return;
    }
    double transferred = interact(&photon, grid.material[voxel], place, random);
    if (estimator == ANALOG) deposit(voxel, photon.weight * transferred);
  }
}

/* A batch of histories of the source's photons. The result depends on the seed, the batch and the number of histories alone. */
EXPORT(runPhotons) void runPhotons(u32 seed, u32 batch, u32 histories, Estimator estimator) {
  RandomStream random;
  Lattice start;
  startStream(&random, seed, batch);
  startLattice(&start, &random);
  for (u32 history = 0; history < histories; history++, advanceLattice(&start)) {
    Particle photon;
    emitEnergy(&photon, coordinateOf(&start, FOR_ENERGY));
    emitFromVoxel(&photon, drawVoxel(&photon, coordinateOf(&start, FOR_VOXEL)), &start);
    emittedEnergy += photon.weight * photon.energy;
    transportPhoton(photon, estimator, &random);
    while (waitingCount > 0) transportPhoton(waitingPhotons[--waitingCount], estimator, &random);
  }
}
#endif
