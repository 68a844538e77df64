#ifndef GRAYWISE_ELECTRONS_BY_VOXEL_H
#define GRAYWISE_ELECTRONS_BY_VOXEL_H
#include "transport/electronsInGrid.h"
/*
 * The electrons of a whole patient, few of which leave the voxel where they are emitted. So every source voxel first receives all the energy that its
 * electrons have, which is known without chance; a history takes its energy from there and leaves it where the electron does. Expectations are the same,
 * and chance is only in what crosses faces: histories start only where a face is within the electron's range.
 */
typedef struct {
  double decays;    /* of the whole voxel */
  double histories; /* of a batch, on average; need not be whole */
  int voxel;
  int unused;
} ElectronSource;

/* From a share (0 to 1) of the two margins of a side to the place on the side, both in units of the side; `core` is what lies between the margins. */
static inline double placeInMargins(double share, double core) {
  double place = share * (1 - core);
  return 2 * place < 1 - core ? place : place + core;
}

static inline double placeInCore(double share, double core) { return 0.5 * (1 - core) + core * share; }

/*
 * Sets place and direction of a particle: isotropic, and uniform in the part of a voxel from which a face is nearer than `reach` (cm). Gives that part's share
 * of the voxel. It is cut into the margins along x, those along y between them, and those along z between both.
 */
static inline double emitNearFaces(Particle *particle, int voxel, double reach, const Lattice *start) {
  double coreX = larger(0, 1 - 2 * reach * grid.inverseSpacing.x);
  double coreY = larger(0, 1 - 2 * reach * grid.inverseSpacing.y);
  double coreZ = larger(0, 1 - 2 * reach * grid.inverseSpacing.z);
  double alongX = 1 - coreX, alongY = coreX * (1 - coreY), alongZ = coreX * coreY * (1 - coreZ), all = alongX + alongY + alongZ;
  double chosen = coordinateOf(start, FOR_X) * all;
  double x, y = coordinateOf(start, FOR_Y), z = coordinateOf(start, FOR_Z);
  if (chosen < alongX) x = placeInMargins(chosen / alongX, coreX);
  else {
    x = placeInCore(y, coreX);
    if (chosen < alongX + alongY) y = placeInMargins((chosen - alongX) / alongY, coreY);
    else {
      y = placeInCore(z, coreY);
      z = placeInMargins((chosen - alongX - alongY) / alongZ, coreZ);
    }
  }
  particle->position.x = grid.spacing.x * (voxel % grid.sizeX + x);
  particle->position.y = grid.spacing.y * (voxel / grid.sizeX % grid.sizeY + y);
  particle->position.z = grid.spacing.z * (voxel / grid.sizeX / grid.sizeY + z);
  particle->direction = directionOf(2 * coordinateOf(start, FOR_COSINE) - 1, azimuthAtTurn(coordinateOf(start, FOR_AZIMUTH)));
  return all;
}

/*
 * The electrons of a history that start too deep in the voxel to reach a face: all that leaves is what they may radiate, as a photon from the middle of the
 * voxel. Their energy, of which the voxel has already received all, has the weight `electron->weight`.
 */
static inline void radiateFromCore(const Particle *electron, int voxel, const ElectronRow *rows, RandomStream *random) {
  Particle deep = *electron;
  deep.position.x = grid.spacing.x * (voxel % grid.sizeX + 0.5);
  deep.position.y = grid.spacing.y * (voxel / grid.sizeX % grid.sizeY + 0.5);
  deep.position.z = grid.spacing.z * (voxel / grid.sizeX / grid.sizeY + 0.5);
  deposit(voxel, deep.weight * (absorbedOnTheSpot(deep, rows, random) - deep.energy));
}

static inline void followWaiting(RandomStream *random, ElectronStack *waiting) {
  while (waiting->count > 0) followInGrid(waiting->electrons[--waiting->count], random, waiting);
  while (waitingCount > 0) transportPhoton(waitingPhotons[--waitingCount], TRACK_LENGTH, random);
}

/*
 * Where in the row of all histories of a batch the first one starts, in units of one: batch after batch goes on by the golden ratio. So a voxel that gets a history
 * in one batch of many gets as many as it should over the batches, not more or fewer by chance: where few histories carry the energy of many decays, one too many
 * would take more than there is.
 */
static double firstHistory(u32 seed, u32 batch) {
  RandomStream offsets;
  startStream(&offsets, seed, 0xffffffffu);
  u64 turn = randomBits(&offsets) + batch * 0x9e3779b97f4a7c15ull;
  return ((double)(i64)(turn >> 12) + 0.5) * 0x1p-52;
}

/*
 * A batch of histories, to each source voxel its number (systematic sampling: the whole number below or above). The photons that electrons radiate are
 * followed by track length. `energyPerDecay` (MeV) is the mean of the spectrum. The result depends on the seed, the batch and the sources alone.
 */
EXPORT(runElectronsByVoxel) void runElectronsByVoxel(u32 seed, u32 batch, const ElectronSource *sources, int count, double energyPerDecay) {
  RandomStream random;
  Lattice start;
  ElectronStack waiting = { .count = 0 };
  startStream(&random, seed, batch);
  startLattice(&start, &random);
  double due = firstHistory(seed, batch);
  for (const ElectronSource *source = sources; source < sources + count; source++) {
    int voxel = source->voxel;
    const ElectronRow *rows = electronRows[grid.voxels[voxel].material];
    deposit(voxel, source->decays * energyPerDecay);
    emittedEnergy += source->decays * energyPerDecay;
    for (due += source->histories; due >= 1; due -= 1) {
      Particle electron;
      emitEnergy(&electron, coordinateOf(&start, FOR_ENERGY));
      double share = emitNearFaces(&electron, voxel, csdaRangeAt(rows, placeOfEnergy(electron.energy)) / grid.voxels[voxel].density, &start);
      double weight = electron.weight * source->decays / source->histories;
      advanceLattice(&start);
      electron.weight = weight * (1 - share);
      if (share < 1) radiateFromCore(&electron, voxel, rows, &random);
      electron.weight = weight * share;
      deposit(voxel, -electron.weight * electron.energy);
      followInGrid(electron, &random, &waiting);
      followWaiting(&random, &waiting);
    }
  }
}
#endif
