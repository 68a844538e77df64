#ifndef GRAYWISE_ANALOG_ELECTRONS_H
#define GRAYWISE_ANALOG_ELECTRONS_H
/*
 * Electrons through plane layers, one collision with an atom after the other: an independent judge of the condensed steps. Scattering is drawn from the
 * differential cross-section itself; flights (about a micrometre) end at each collision and at each face; an electron is absorbed when its energy is below the
 * cut-off or it cannot leave its layer any more. Shared with the transport are the stopping powers, Moller's cross-section and bremsstrahlung, whose photons are followed from interaction to
 * interaction. Layers have no sides: places along them are not kept.
 */
typedef struct {
  double charge, atomsPerGram; /* Z, and N_A times mass fraction over atomic mass */
} AnalogElement;

typedef struct {
  int count;
  const AnalogElement *elements;
  const double *softTransport; /* cm2/g on the energy grid: <1 - cos> of the collisions with electrons that are no events */
} AnalogMaterial;

static AnalogMaterial analogMaterials[MATERIALS_AT_MOST];

/* Moliere's screened Rutherford cross-section of an atom: total (cm2) and screening; see elasticTransport.ts. */
typedef struct {
  double total, screening;
} ScreenedRutherford;

static ScreenedRutherford screenedRutherford(double charge, double massOverMomentumSquared, double betaSquared) {
  const double fineStructure = 7.2973525693e-3, radius = 2.8179403262e-13, pi = 3.14159265358979323846;
  double cubeRoot = exponential(logarithm(charge) / 3), coulomb = fineStructure * charge, shell = fineStructure * cubeRoot / 0.885;
  ScreenedRutherford atom;
  atom.screening = 0.25 * shell * shell * massOverMomentumSquared * (1.13 + 3.76 * coulomb * coulomb / betaSquared);
  atom.total = pi * charge * charge * radius * radius * massOverMomentumSquared / betaSquared / (atom.screening * (1 + atom.screening));
  return atom;
}

/* Collisions with atoms per path, cm2/g. `cumulative` takes the sums up to each element. */
static double collisionsPerPath(const AnalogMaterial *material, double energy, double *cumulative, ScreenedRutherford *atoms) {
  double momentumSquared = energy * (energy + 2 * ELECTRON_MASS), total = energy + ELECTRON_MASS;
  double sum = 0;
  for (int element = 0; element < material->count; element++) {
    const AnalogElement *here = material->elements + element;
    atoms[element] = screenedRutherford(here->charge, ELECTRON_MASS * ELECTRON_MASS / momentumSquared, momentumSquared / (total * total));
    cumulative[element] = sum += here->atomsPerGram * atoms[element].total;
  }
  return sum;
}

/* A deflection by an atom: from the screened Rutherford cross-section; rejected by the ratio of McKinley and Feshbach it is none at all. */
static double singleScatteringCosine(double charge, double screening, double energy, RandomStream *random) {
  double share = randomUniform(random), mu = screening * share / (1 + screening - share), root = squareRoot(mu);
  double beta = squareRoot(energy * (energy + 2 * ELECTRON_MASS)) / (energy + ELECTRON_MASS);
  double coulomb = 3.14159265358979323846 * 7.2973525693e-3 * charge * beta;
  double ratio = 1 - beta * beta * mu + coulomb * root * (1 - root);
  return randomUniform(random) * (1 + 0.25 * coulomb) < ratio ? 1 - 2 * mu : 1;
}

/* Energies change by a percent at most before cross-sections are computed anew, and before it is asked anew whether the electron can still leave its layer. */
typedef struct {
  double energy, perPath;
  int material;
  double cumulative[32];
  ScreenedRutherford atoms[32];
} AnalogSections;

/* Whether they were computed anew. */
static int renewSections(AnalogSections *sections, int material, double energy) {
  if (sections->material == material && energy < sections->energy && energy > 0.99 * sections->energy) return 0;
  sections->material = material;
  sections->energy = energy;
  sections->perPath = collisionsPerPath(analogMaterials + material, 0.995 * energy, sections->cumulative, sections->atoms);
  return 1;
}

/*
 * Ranges are those of the mean loss; by chance an electron may fly a little further, though not straight. Only one that is even so too far from its layer's faces
 * is not followed to the end.
 */
#define LONGEST_OVER_MEAN_RANGE 1.2

static int cannotLeave(const Particle *electron, int layer, EnergyPlace place) {
  double depth = electron->position.z - layer * grid.spacing.z, toFace = smaller(depth, grid.spacing.z - depth) * grid.voxels[layer].density;
  return LONGEST_OVER_MEAN_RANGE * csdaRangeAt(electronRows[grid.voxels[layer].material], place) < toFace;
}

/*
 * Collisions with electrons that are no events deflect by so little that some dozens of flights are taken together: <1 - cos> to here, half a degree. Its distribution
 * is exponential.
 */
#define SOFT_AT_MOST 5e-5

static void followAnalog(Particle electron, RandomStream *random, ElectronStack *waiting) {
  int layer = (int)(electron.position.z * grid.inverseSpacing.z);
  AnalogSections sections = { .material = -1 };
  double soft = 0;
  while (electron.energy > absorptionEnergy) {
    int number = grid.voxels[layer].material;
    const ElectronRow *rows = electronRows[number];
    EnergyPlace place = placeOfEnergy(electron.energy);
    const ElectronRow *row = rows + place.index;
    if (renewSections(&sections, number, electron.energy) && cannotLeave(&electron, layer, place)) break;
    double hard = between(row[0].deltaRays, row[1].deltaRays, place.fraction) + between(row[0].bremsstrahlung, row[1].bremsstrahlung, place.fraction);
    double flight = -logarithm(randomUniform(random)) / (sections.perPath + hard);
    double toFace = grid.voxels[layer].density * distanceToFaceAhead(electron.position.z, electron.direction.z, layer, grid.spacing.z);
    int crosses = toFace < flight;
    if (crosses) flight = toFace;
    double loss = smaller(electron.energy, flight * between(row[0].stoppingPower, row[1].stoppingPower, place.fraction));
    deposit(layer, electron.weight * loss);
    electron.energy -= loss;
    electron.position.z += electron.direction.z * flight / grid.voxels[layer].density;
    soft += flight * tableAt(analogMaterials[number].softTransport, place);
    if (crosses) {
      layer += electron.direction.z > 0 ? 1 : -1;
      electron.position.z = (electron.direction.z > 0 ? layer : layer + 1) * grid.spacing.z;
      if (layer < 0 || layer >= grid.sizeZ) return;
      continue;
    }
    if (soft > SOFT_AT_MOST) {
      electron.direction = deflected(electron.direction, larger(-1, 1 + soft * logarithm(randomUniform(random))), randomAzimuth(random));
      soft = 0;
    }
    double chosen = randomUniform(random) * (sections.perPath + hard);
    if (chosen >= sections.perPath) {
      electron = hardEvent(electron, rows, hard, random, waiting);
      continue;
    }
    int element = 0;
    while (chosen > sections.cumulative[element]) element++;
    double charge = analogMaterials[number].elements[element].charge;
    double cosine = singleScatteringCosine(charge, sections.atoms[element].screening, electron.energy, random);
    electron.direction = deflected(electron.direction, cosine, randomAzimuth(random));
  }
  deposit(layer, electron.weight * absorbedOnTheSpot(electron, electronRows[grid.voxels[layer].material], random));
}

/* Electrons of the source through the layers; tallies as runPhotons. */
static void runAnalogElectrons(u32 seed, u32 batch, u32 histories) {
  RandomStream random;
  Lattice start;
  ElectronStack waiting = { .count = 0 };
  startStream(&random, seed, batch);
  startLattice(&start, &random);
  for (u32 history = 0; history < histories; history++, advanceLattice(&start)) {
    Particle electron;
    emitEnergy(&electron, coordinateOf(&start, FOR_ENERGY));
    emitFromVoxel(&electron, drawVoxel(&electron, coordinateOf(&start, FOR_VOXEL)), &start);
    followAnalog(electron, &random, &waiting);
    while (waiting.count > 0) followAnalog(waiting.electrons[--waiting.count], &random, &waiting);
    while (waitingCount > 0) transportPhoton(waitingPhotons[--waitingCount], ANALOG, &random);
  }
}
#endif
