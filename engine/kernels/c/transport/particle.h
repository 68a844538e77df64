#ifndef GRAYWISE_PARTICLE_H
#define GRAYWISE_PARTICLE_H
#include "transport/grid.h"
/* A photon or an electron on its way. */
typedef struct {
  Vector position;
  Vector direction;
  double energy; /* MeV; of an electron its kinetic energy */
  double weight; /* how many particles of the patient it stands for */
} Particle;

/*
 * Photons that were made on the way (annihilation, bremsstrahlung) and wait for their turn. A history makes few of them; one that found no room, which no
 * spectrum below 16 MeV does, would be absorbed where it was made.
 */
enum { WAITING_AT_MOST = 256 };
static Particle waitingPhotons[WAITING_AT_MOST];
static int waitingCount;

static inline void addWaitingPhoton(Particle photon) {
  if (waitingCount < WAITING_AT_MOST) waitingPhotons[waitingCount++] = photon;
  else deposit(voxelAt(photon.position), photon.weight * photon.energy);
}
#endif
