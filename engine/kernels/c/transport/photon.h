#ifndef GRAYWISE_PHOTON_H
#define GRAYWISE_PHOTON_H
#include "transport/photonInteractions.h"
#include "transport/source.h"
#include "transport/voxelWalk.h"
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
    if (randomUniform(random) * strongest < grid.voxels[voxel].density * attenuation(grid.voxels[voxel].material, place)) return voxel;
  }
}

/* 1 - e^-depth: the share of photons that interact on the way through an optical depth. The series leaves out terms below 1e-7 of it. */
static inline double interactingShare(double depth) {
  if (depth > 0.25) return depth < 600 ? 1 - exponential(-depth) : 1;
  return depth * (1 - depth * (1.0 / 2) * (1 - depth * (1.0 / 3) * (1 - depth * (1.0 / 4) * (1 - depth * (1.0 / 5) * (1 - depth * (1.0 / 6))))));
}

/*
 * Flies a photon to its next interaction voxel by voxel. Every voxel that it enters receives what a photon entering there transfers on average before it leaves
 * or interacts: energy times transfer coefficient times the expected track length, (1 - e^-depth) / attenuation. Gives the voxel of the interaction, or -1 when
 * the photon leaves the box.
 */
static int flyAndScore(Particle *photon, EnergyPlace place, RandomStream *random) {
  Vector from = photon->position, direction = photon->direction;
  VoxelWalk walk = startWalk(from, direction);
  int material = -1;
  double opticalDepth = -logarithm(randomUniform(random)), travelled = 0, attenuationHere = 0, transferred = 0;
  for (;;) {
    int voxel = voxelOf(walk);
    Doubles face = nextFaceOf(walk);
    if (grid.voxels[voxel].material != material) {
      material = grid.voxels[voxel].material;
      attenuationHere = attenuation(material, place);
      transferred = photon->weight * photon->energy * energyTransfer(material, place) / attenuationHere;
    }
    double density = grid.voxels[voxel].density, depth = density * (face[0] - travelled) * attenuationHere;
    deposit(voxel, transferred * interactingShare(depth));
    if (depth >= opticalDepth) {
      photon->position = movedAlong(from, direction, travelled + opticalDepth / (attenuationHere * density));
      return voxel;
    }
    opticalDepth -= depth;
    travelled = face[0];
    if (!crossFace(&walk, face)) return -1;
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
    double transferred = interact(&photon, grid.voxels[voxel].material, place, random);
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
