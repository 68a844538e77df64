#ifndef GRAYWISE_ELECTRONS_BY_VOXEL_H
#define GRAYWISE_ELECTRONS_BY_VOXEL_H
#include "transport/electronsInGrid.h"
/*
 * The electrons of a whole patient, few of which leave the voxel where they are emitted. So every source voxel first receives all the energy that its
 * electrons have, which is known without chance; a history takes its energy from there and leaves it where the electron does. Expectations are the same,
 * and chance is only in what crosses faces.
 */
typedef struct {
  double decays;    /* of the whole voxel */
  double histories; /* of a batch, on average; need not be whole */
  int voxel;
  int unused;
} ElectronSource;

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
  double due = randomUniform(&random);
  for (const ElectronSource *source = sources; source < sources + count; source++) {
    deposit(source->voxel, source->decays * energyPerDecay);
    emittedEnergy += source->decays * energyPerDecay;
    for (due += source->histories; due >= 1; due -= 1) {
      Particle electron;
      emitEnergy(&electron, coordinateOf(&start, FOR_ENERGY));
      emitFromVoxel(&electron, source->voxel, &start);
      advanceLattice(&start);
      electron.weight *= source->decays / source->histories;
      deposit(source->voxel, -electron.weight * electron.energy);
      followInGrid(electron, &random, &waiting);
      while (waiting.count > 0) followInGrid(waiting.electrons[--waiting.count], &random, &waiting);
      while (waitingCount > 0) transportPhoton(waitingPhotons[--waitingCount], TRACK_LENGTH, &random);
    }
  }
}
#endif
