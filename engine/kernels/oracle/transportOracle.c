/*
 * The transport natively.
 *   transport FOLDER
 * FOLDER holds one case as raw files (src/transport/transportCase.ts names them). Each line on standard input runs one batch, is answered with its CPU
 * seconds, and leaves what the batch left in FOLDER/result:
 *   photons SEED BATCH HISTORIES ESTIMATOR           energy by voxel
 *   electrons SEED BATCH                             energy by voxel
 *   sphere SEED BATCH HISTORIES RADIUS SURROUNDINGS  inside, outside, radiated
 *   analog SEED BATCH HISTORIES                      energy by voxel, electrons of a source of photons' kind; see analogElectrons.h
 *   point SEED BATCH HISTORIES ENERGY SHELL SHELLS   energy by shell, then as of a sphere
 */
#include "transport/transport.c"
#include "analogElectrons.h"
#include "rawFiles.h"
#include <string.h>

static const char *folder;

static const char *pathOf(const char *name) {
  static char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  return path;
}

static void *given(const char *name, size_t *bytes) { return readRawFile(pathOf(name), bytes); }

static void *givenOf(const char *name, int number) {
  char file[64];
  size_t bytes;
  snprintf(file, sizeof file, "%s%d", name, number);
  return given(file, &bytes);
}

static void readAnalogMaterials(int materials) {
  for (int material = 0; material < materials; material++) {
    char file[64];
    size_t bytes;
    snprintf(file, sizeof file, "elements%d", material);
    const AnalogElement *elements = given(file, &bytes);
    AnalogMaterial read = { (int)(bytes / sizeof(AnalogElement)), elements, givenOf("softTransport", material) };
    analogMaterials[material] = read;
  }
}

/* A spectrum and a source, and what else a run needs to be told. */
typedef struct {
  int voxels, sources, materials;
  const void *source;
  double energyPerDecay;
} Case;

static Case readCase(void) {
  size_t bytes, guideBytes, sourceBytes;
  const double *numbers = given("numbers", &bytes);
  const int materials = (int)numbers[0];
  setElectronPhysics(numbers[1], numbers[2], numbers[3], given("shape", &bytes));
  const int size[3] = { (int)numbers[6], (int)numbers[7], (int)numbers[8] };
  Case read = { size[0] * size[1] * size[2], 0, materials, 0, numbers[5] };
  setGrid(size[0], size[1], size[2], numbers[9], numbers[10], numbers[11], given("voxels", &bytes));
  for (int material = 0; material < materials; material++) {
    setElectronMaterial(material, givenOf("electrons", material));
    setPhotonMaterial(material, givenOf("photons", material), givenOf("scattering", material));
  }
  preparePhotons(numbers[4]);
  const SpectrumSegment *segments = given("segments", &bytes);
  const int *guide = given("guide", &guideBytes);
  setSpectrum(segments, guide, (int)(guideBytes / sizeof(int)));
  read.source = given("source", &sourceBytes);
  read.sources = (int)(sourceBytes / (int)numbers[12]);
  setSource(read.source, read.sources);
  return read;
}

static double photonCounts[ENERGY_POINTS];

static double *absorbedByVoxel(size_t voxels) {
  static double *absorbed;
  if (!absorbed) absorbed = calloc(voxels, sizeof(double));
  for (size_t voxel = 0; voxel < voxels; voxel++) absorbed[voxel] = grid.voxels[voxel].absorbed;
  return absorbed;
}

/* Runs what a line asks for; gives the CPU seconds. */
static double answer(const char *line, const Case *known) {
  unsigned seed, batch, histories;
  int kind, shells;
  double length, energy;
  double *result = 0;
  size_t numbers = known->voxels;
  MediumTally tally = { 0, 0, 0 };
  clearTallies();
  double start = cpuSeconds(), end;
  if (sscanf(line, "photons %u %u %u %d", &seed, &batch, &histories, &kind) == 4) {
    runPhotons(seed, batch, histories, kind);
    end = cpuSeconds();
  } else if (sscanf(line, "analog %u %u %u", &seed, &batch, &histories) == 3) {
    readAnalogMaterials(known->materials);
    runAnalogElectrons(seed, batch, histories);
    end = cpuSeconds();
  } else if (sscanf(line, "electrons %u %u", &seed, &batch) == 2) {
    runElectronsByVoxel(seed, batch, known->source, known->sources, known->energyPerDecay);
    end = cpuSeconds();
  } else if (sscanf(line, "sphere %u %u %u %lf %d", &seed, &batch, &histories, &length, &kind) == 5) {
    runSphere(seed, batch, histories, length, kind, photonCounts, &tally);
    end = cpuSeconds();
    result = &tally.inside;
    numbers = 3;
  } else if (sscanf(line, "point %u %u %u %lf %lf %d", &seed, &batch, &histories, &energy, &length, &shells) == 6) {
    result = calloc(shells + 3, sizeof(double));
    runPointSource(seed, batch, histories, energy, length, shells, result, photonCounts, &tally);
    end = cpuSeconds();
    memcpy(result + shells, &tally, sizeof tally);
    numbers = shells + 3;
  } else {
    giveUp("not understood:", line);
    return 0;
  }
  if (!result) result = absorbedByVoxel(numbers);
  writeRawFile(pathOf("result"), result, numbers * sizeof(double));
  return end - start;
}

int main(int count, char **arguments) {
  if (count != 2) giveUp("usage: transport FOLDER;", "one argument");
  folder = arguments[1];
  Case known = readCase();
  char line[256];
  while (fgets(line, sizeof line, stdin)) {
    printf("%.9f\n", answer(line, &known));
    fflush(stdout);
  }
  return 0;
}
