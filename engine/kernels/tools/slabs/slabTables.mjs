import { referenceMaterial } from '@graywise/physics';
import { compareLayers } from './compareLayers.mjs';
import { sumOfLayers } from './layerStatistics.mjs';
import { LAYER_CM } from './slabCases.mjs';

const FROM = 0.05;

const percent = (share, digits = 2) => `${share > 0 ? '+' : ''}${(100 * share).toFixed(digits)} %`;
const withUncertainty = ({ value, uncertainty }) => `${percent(value)} ± ${(100 * uncertainty).toFixed(2)}`;
const rowOf = cells => `| ${cells.join(' | ')} |`;
const tableOf = (head, rows) => [rowOf(head), `|${'---|'.repeat(head.length)}`, ...rows.map(rowOf)].join('\n');
const nameOf = ({ nuclide, slab, activeIn }) => [nuclide, slab, activeIn === 'slab' ? slab : 'tissue'];

/** A slab's layers as they are compared: the judge (electrons and photons), dose relative to the largest, and where it is above 5 %. */
export function judgedLayers({ layers }, found) {
  const { electrons } = found;
  const judge = sumOfLayers(electrons, found.photons);
  const densities = layers.map(({ medium }) => referenceMaterial(medium).densityGPerMl);
  const doses = found.monteCarlo.map(({ mean }, layer) => mean / densities[layer]);
  const largest = Math.max(...doses);
  const relative = doses.map(dose => dose / largest);
  return { electrons, judge, densities, relative, shown: relative.map(dose => dose > FROM) };
}

/** One row for each slab: Monte Carlo against the judge. */
export function monteCarloTable(slabs) {
  const head = [
    'nuclide',
    'slab',
    'activity in',
    'layers',
    'Monte Carlo: mean',
    'largest',
    'chi-square per layer',
    'electrons in cubes: mean',
  ];
  return tableOf(
    head,
    slabs.map(({ slabCase, found }) => {
      const { electrons, judge, shown } = judgedLayers(slabCase, found);
      const [whole, cubes] = [
        compareLayers(found.monteCarlo, judge, shown),
        compareLayers(found.cubes, electrons, mostlyElectrons(electrons, judge, shown)),
      ];
      return [
        ...nameOf(slabCase),
        whole.count,
        withUncertainty(whole.mean),
        withUncertainty(whole.largest),
        whole.chiSquare.toFixed(2),
        withUncertainty(cubes.mean),
      ];
    }),
  );
}

/** Where photons carry the dose a comparison of electrons alone says nothing. */
function mostlyElectrons(electrons, judge, shown) {
  return shown.map((show, layer) => show && electrons[layer].mean > 0.5 * judge[layer].mean);
}

/** One row for each slab: what the kernel of soft tissue errs by, against Monte Carlo. */
export function kernelTable(slabs) {
  const head = [
    'nuclide',
    'slab',
    'activity in',
    'tissue at the face',
    'slab at the face',
    'largest error',
    'mean of the active layers',
    'mean of the slab',
  ];
  return tableOf(
    head,
    slabs.map(({ slabCase, found }) => {
      const { shown } = judgedLayers(slabCase, found);
      const errors = found.kernel.map((energy, layer) => energy / found.monteCarlo[layer].mean - 1);
      const first = slabCase.layers.findIndex(({ medium }) => medium === slabCase.slab);
      const worst = errors.reduce((most, error, layer) => (shown[layer] && Math.abs(error) > Math.abs(most) ? error : most), 0);
      const meanWhere = chosen => {
        const sum = values => values.reduce((total, value, layer) => total + (chosen(slabCase.layers[layer]) ? value : 0), 0);
        return sum(found.kernel) / sum(found.monteCarlo.map(({ mean }) => mean)) - 1;
      };
      return [
        ...nameOf(slabCase),
        ...[
          errors[first - 1],
          errors[first],
          worst,
          meanWhere(({ active }) => active),
          meanWhere(({ medium }) => medium === slabCase.slab),
        ].map(error => percent(error, 1)),
      ];
    }),
  );
}

/** The layers of one slab from the first that is above 5 %. */
export function profileTable({ slabCase, found }) {
  const { judge, relative, shown } = judgedLayers(slabCase, found);
  const head = ['mm from the face', 'medium', 'dose', 'collision by collision', 'Monte Carlo', 'difference', 'kernel'];
  const first = slabCase.layers.findIndex(({ medium }) => medium === slabCase.slab);
  const scale = 1 / Math.max(...judge.map(({ mean }, layer) => (shown[layer] ? mean : 0)));
  const rows = slabCase.layers.flatMap(({ medium, active }, layer) => {
    if (!shown[layer]) return [];
    const { mean, uncertainty } = judge[layer];
    const ours = found.monteCarlo[layer];
    const from = 10 * LAYER_CM * (layer - first);
    const difference = { value: ours.mean / mean - 1, uncertainty: Math.hypot(ours.uncertainty, uncertainty) / mean };
    return [
      [
        `${from.toFixed(1)} to ${(from + 10 * LAYER_CM).toFixed(1)}`,
        active ? `${medium}, active` : medium,
        `${(100 * relative[layer]).toFixed(1)} %`,
        `${(mean * scale).toFixed(4)} ± ${(uncertainty * scale).toFixed(4)}`,
        (ours.mean * scale).toFixed(4),
        withUncertainty(difference),
        percent(found.kernel[layer] / ours.mean - 1, 1),
      ],
    ];
  });
  return tableOf(head, rows);
}
