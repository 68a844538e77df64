#ifndef GRAYWISE_SOURCE_H
#define GRAYWISE_SOURCE_H
#include "transport/particle.h"
/*
 * Where, with which energy and in which direction histories start.
 *
 * A start is one point of the unit cube of seven dimensions: voxel, energy, place in the voxel (three), direction (two). The points of a batch are those of
 * an additive lattice, shifted as a whole by random numbers of the batch: every single start is uniform, so the estimate is unbiased, while the starts of
 * a batch fill the cube more evenly than independent ones (Cranley and Patterson, SIAM J. Numer. Anal. 13:904, 1976).
 */
enum { FOR_VOXEL, FOR_ENERGY, FOR_X, FOR_Y, FOR_Z, FOR_COSINE, FOR_AZIMUTH, START_DIMENSIONS };

typedef struct {
  u64 coordinate[START_DIMENSIONS]; /* in units of 2^-64; overflow is the wrap-around of the unit cube */
} Lattice;

static inline void startLattice(Lattice *lattice, RandomStream *random) {
  for (int dimension = 0; dimension < START_DIMENSIONS; dimension++) lattice->coordinate[dimension] = randomBits(random);
}

/* Steps are the powers of 1 / g, g^8 = g + 1: the golden ratio of seven dimensions, times 2^64. */
static inline void advanceLattice(Lattice *lattice) {
  static const u64 step[START_DIMENSIONS] = { 0xe95e1dd17d35800dull, 0xd4bc74e13f3c782eull, 0xc1edbc5b5c68ac24ull, 0xb0c8ac50f0edef5cull, 0xa127a31c56d1cdb5ull, 0x92e852c80d153db2ull, 0x85eb75c3024385c3ull };
  for (int dimension = 0; dimension < START_DIMENSIONS; dimension++) lattice->coordinate[dimension] += step[dimension];
}

/* A coordinate in the open interval from 0 to 1. */
static inline double coordinateOf(const Lattice *lattice, int dimension) {
  return ((double)(i64)(lattice->coordinate[dimension] >> 12) + 0.5) * 0x1p-52;
}

/*
 * An emission spectrum as segments in order of energy: a line has no width, a piece of a continuous spectrum is uniform over its width.
 * `guide` gives for the k-th of `guides` (a power of two) equal shares of the cumulative distribution the segment in which it begins.
 */
typedef struct {
  double cumulative; /* share of the histories up to this segment's end; 1 for the last */
  double lowest;     /* MeV at its beginning */
  double slope;      /* MeV per share of histories */
  double weight;     /* emissions per decay that a history stands for, times the number of histories */
} SpectrumSegment;

typedef struct {
  const SpectrumSegment *segments;
  const int *guide;
  int guides;
} Spectrum;

static Spectrum spectrum;

EXPORT(setSpectrum) void setSpectrum(const SpectrumSegment *segments, const int *guide, int guides) {
  Spectrum given = { segments, guide, guides };
  spectrum = given;
}

/* Sets energy and weight of a particle from a share of the cumulative distribution (0 to 1). */
static inline void emitEnergy(Particle *particle, double share) {
  int number = spectrum.guide[(int)(share * spectrum.guides)];
  while (share > spectrum.segments[number].cumulative) number++;
  const SpectrumSegment *segment = spectrum.segments + number;
  double begin = number > 0 ? segment[-1].cumulative : 0;
  particle->energy = segment->lowest + segment->slope * (share - begin);
  particle->weight = segment->weight;
}

/*
 * Voxels that hold activity, as an alias table (Walker, ACM Trans. Math. Softw. 3:253, 1977): one uniform number chooses an entry and whether the voxel is
 * the entry's own or its alias.
 */
typedef struct {
  double probability;         /* of the entry's own voxel */
  double weight, aliasWeight; /* of a history from either voxel; 1 on average over histories */
  int voxel, alias;
} SourceEntry;

typedef struct {
  const SourceEntry *entries;
  int count;
} VoxelSource;

static VoxelSource voxelSource;

EXPORT(setSource) void setSource(const SourceEntry *entries, int count) {
  VoxelSource given = { entries, count };
  voxelSource = given;
}

/* Draws the voxel of a history and multiplies its weight by the voxel's. */
static inline int drawVoxel(Particle *particle, double share) {
  double scaled = share * voxelSource.count;
  int number = (int)scaled;
  const SourceEntry *entry = voxelSource.entries + (number < voxelSource.count ? number : voxelSource.count - 1);
  int isOwn = scaled - number < entry->probability;
  particle->weight *= isOwn ? entry->weight : entry->aliasWeight;
  return isOwn ? entry->voxel : entry->alias;
}

/* Sets place and direction: uniform in the voxel, isotropic. */
static inline void emitFromVoxel(Particle *particle, int voxel, const Lattice *start) {
  int x = voxel % grid.sizeX, y = voxel / grid.sizeX % grid.sizeY, z = voxel / grid.sizeX / grid.sizeY;
  particle->position.x = grid.spacing.x * (x + coordinateOf(start, FOR_X));
  particle->position.y = grid.spacing.y * (y + coordinateOf(start, FOR_Y));
  particle->position.z = grid.spacing.z * (z + coordinateOf(start, FOR_Z));
  particle->direction = directionOf(2 * coordinateOf(start, FOR_COSINE) - 1, azimuthAtTurn(coordinateOf(start, FOR_AZIMUTH)));
}
#endif
