#ifndef GRAYWISE_ELECTRON_STEP_H
#define GRAYWISE_ELECTRON_STEP_H
#include "transport/electronMaterial.h"
#include "transport/particle.h"
/*
 * One step of an electron with everything soft that happens on it, in two straight pieces: the electron flies a random share of the step, is deflected once
 * by the angle of the whole step, and flies the rest. With this random hinge the mean and the spread of the displacement are nearly those of the true, curved
 * way (Fernandez-Varea, Mayol, Baro and Salvat, Nucl. Instrum. Meth. B 73:447, 1993).
 */
typedef struct {
  double length;     /* g/cm2 */
  double hinge;      /* share of the length before the deflection */
  double cosine;     /* of the deflection */
  double loss;       /* MeV, spread evenly over the length */
  double eventBound; /* cm2/g: at its end a hard event may happen, with this bound on its frequency; 0 for none */
} ElectronStep;

/* 1 - e^-x by its Pade approximant: within 1e-6 for x below 0.25, 5e-4 at 1. The moments of a step, which this is for, are smaller and not known better. */
static inline double oneMinusExponential(double x) { return 12 * x / (12 + x * (6 + x)); }

/*
 * The cosine of a deflection whose mean Legendre polynomials are exp(-first) and exp(-second), as transport theory demands of a path (Goudsmit and Saunderson,
 * Phys. Rev. 57:24, 1940; Lewis, Phys. Rev. 78:526, 1950). Beyond these two moments the shape is free: mu = (1 - cos) / 2 is uniform below `edge`
 * with probability `core`, and uniform above it otherwise; edge = (2 <mu> - 3 <mu^2>) / (1 - 2 <mu>), core = 1 + edge - 2 <mu>.
 */
static inline double deflectionCosine(double first, double second, RandomStream *random) {
  double twiceMean = oneMinusExponential(first);
  double edge = 0.5 * (oneMinusExponential(second) - twiceMean) / (1 - twiceMean);
  double core = 1 + edge - twiceMean;
  double share = randomUniform(random);
  double mu = share < core ? edge * share / core : edge + (1 - edge) * (share - core) / (1 - core);
  return 1 - 2 * mu;
}

/*
 * A loss with this mean and variance that is never negative: after many steps nothing else of its distribution is left. Uniform about the mean where that
 * stays positive, otherwise none at all or uniform from zero (Salvat, PENELOPE-2018, NEA/MBDAV/R(2019)1, section 4.2).
 */
static inline double fluctuatingLoss(double mean, double variance, RandomStream *random) {
  double share = randomUniform(random);
  if (mean * mean > 3 * variance) return mean + squareRoot(12 * variance) * (share - 0.5);
  double largest = 1.5 * (mean * mean + variance) / mean;
  double probability = 2 * mean / largest;
  return share < probability ? largest * share / probability : 0;
}

/*
 * The next step of an electron of an energy and its place in the grid. `hardDepth` counts down the mean free paths to the next hard event. Losses and
 * deflection are those at the energy in the middle of the step: an error of second order in the share of the energy that a step takes.
 *
 * Always inline: as a call it would hand its result over in memory, which costs a tenth of the speed in WebAssembly.
 */
__attribute__((always_inline)) static inline ElectronStep nextStep(const ElectronRow *rows, double energy, EnergyPlace place, double *hardDepth,
                                                                   RandomStream *random) {
  ElectronStep step;
  const ElectronRow *row = rows + place.index;
  double bound = between(row[0].hardBound, row[1].hardBound, place.fraction);
  step.length = between(row[0].stepLength, row[1].stepLength, place.fraction);
  step.eventBound = 0;
  if (*hardDepth < bound * step.length) {
    step.length = *hardDepth / bound;
    step.eventBound = bound;
  } else *hardDepth -= bound * step.length;

  place = placeOfEnergy(energy - 0.5 * step.length * between(row[0].stoppingPower, row[1].stoppingPower, place.fraction));
  row = rows + place.index;
  double mean = step.length * between(row[0].stoppingPower, row[1].stoppingPower, place.fraction);
  double variance = step.length * between(row[0].straggling, row[1].straggling, place.fraction);
  step.loss = smaller(energy, fluctuatingLoss(mean, variance, random));
  step.hinge = randomUniform(random);
  step.cosine = deflectionCosine(step.length * between(row[0].firstTransport, row[1].firstTransport, place.fraction),
                                 step.length * between(row[0].secondTransport, row[1].secondTransport, place.fraction), random);
  return step;
}
#endif
