import {
  electronsPerMass,
  electronStoppingPowers,
  elementsOf,
  energyGrid,
  interpolateLogLog,
  meanExcitationEnergy,
  type ElectronStoppingPowers,
  type Material,
  type MaterialElement,
} from '@graywise/physics';
import { bremsstrahlungMoments } from './bremsstrahlungMoments.js';
import { bremsstrahlungShape } from './bremsstrahlungShape.js';
import { collisionMoments } from './collisionMoments.js';
import { elasticTransport } from './elasticTransport.js';
import type { ElectronSettings, ScatteringModel } from './electronSettings.js';

/** What the electron transport looks up of a material. Plain arrays, so that it can be handed to a worker. */
export interface ElectronTables {
  readonly settings: ElectronSettings;
  /** `ElectronRow` of c/transport/electronMaterial.h at every point of the energy grid. */
  readonly rows: Float64Array;
  readonly csdaRangeGPerCm2: Float64Array;
}

/** Numbers in a row. */
const COLUMNS = 10;
/** Every how many points of the energy grid the scattering by atoms is computed: eight an octave, between them it is a power of the energy. */
const ELASTIC_STRIDE = 8;

/** The tables of a material for the electron transport; lengths are g/cm2, so they serve every density. */
export async function electronTables(material: Material, settings: ElectronSettings): Promise<ElectronTables> {
  const powers = await electronStoppingPowers(material);
  const elements = elementsOf(material);
  const elastic = atomicScattering(elements, settings.scattering);
  const [electrons, excitationMev] = [electronsPerMass(material), 1e-6 * meanExcitationEnergy(material)];
  const shape = bremsstrahlungShape();
  const rows = new Float64Array(powers.energiesMev.length * COLUMNS);
  powers.energiesMev.forEach((energyMev, point) => {
    const [collision, radiative] = [powers.collision[point] ?? NaN, powers.radiative[point] ?? NaN];
    const collisions = collisionMoments(energyMev, settings.deltaCutoffMev, electrons, excitationMev);
    const photons = bremsstrahlungMoments(point, radiative, shape, settings.photonCutoffMev);
    const softLoss = collision - collisions.hardLoss + radiative * photons.softShare;
    const apart = settings.scattering === 'mott';
    rows.set(
      [
        softLoss,
        collisions.softVariance,
        elastic.first(energyMev) + (apart ? collisions.softFirstTransport : 0),
        elastic.second(energyMev) + (apart ? collisions.softSecondTransport : 0),
        (settings.stepFraction * energyMev) / softLoss,
        0,
        collisions.hardNumber,
        photons.hardNumber,
        powers.csdaRange[point] ?? NaN,
        0,
      ],
      point * COLUMNS,
    );
  });
  boundHardEvents(rows, powers.energiesMev, settings.stepFraction);
  countPhotonsToCome(rows, powers);
  return { settings, rows, csdaRangeGPerCm2: powers.csdaRange };
}

function atomicScattering(
  elements: readonly MaterialElement[],
  model: ScatteringModel,
): Record<'first' | 'second', (mev: number) => number> {
  const energies = [...energyGrid().filter((_unused, index) => index % ELASTIC_STRIDE === 0)];
  const sums = energies.map(energyMev => {
    let [first, second] = [0, 0];
    for (const element of elements) {
      const atom = elasticTransport(element, energyMev, model);
      first += element.massFraction * atom.first;
      second += element.massFraction * atom.second;
    }
    return { first, second };
  });
  const along = (moment: 'first' | 'second'): ((mev: number) => number) =>
    interpolateLogLog(
      energies,
      sums.map(sum => sum[moment]),
    );
  return { first: along('first'), second: along('second') };
}

/** A step loses at most about twice its mean loss; the bound is the most frequent that hard events are on the way there. */
function boundHardEvents(rows: Float64Array, energiesMev: Float64Array, stepFraction: number): void {
  const frequency = energiesMev.map((_unused, point) => (rows[point * COLUMNS + 6] ?? NaN) + (rows[point * COLUMNS + 7] ?? NaN));
  energiesMev.forEach((energyMev, point) => {
    let most = Math.max(frequency[point] ?? NaN, frequency[point + 1] ?? 0);
    for (let below = point - 1; below >= 0 && (energiesMev[below] ?? 0) > energyMev * (1 - 2.5 * stepFraction); below--)
      most = Math.max(most, frequency[below] ?? NaN);
    rows[point * COLUMNS + 5] = most;
  });
}

/** The integral of photons per path over the path, dE / S, from zero energy, by the trapezoidal rule. */
function countPhotonsToCome(rows: Float64Array, { energiesMev, collision, radiative }: ElectronStoppingPowers): void {
  const perEnergy = (point: number): number => (rows[point * COLUMNS + 7] ?? NaN) / ((collision[point] ?? NaN) + (radiative[point] ?? NaN));
  for (let point = 1; point < energiesMev.length; point++)
    rows[point * COLUMNS + 9] =
      (rows[(point - 1) * COLUMNS + 9] ?? NaN) +
      (((energiesMev[point] ?? NaN) - (energiesMev[point - 1] ?? NaN)) * (perEnergy(point) + perEnergy(point - 1))) / 2;
}
