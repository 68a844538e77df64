import type { CycleVerification, DoseEngineName, RegionResult } from '@graywise/physics';
import { doseEngineTitle } from '../format/doseEngineTitle.js';
import { formatEstimate } from '../format/formatEstimate.js';
import { formatPercent } from '../format/formatPercent.js';
import { formatSignificant } from '../format/formatSignificant.js';
import type { ExplainableQuantity, ExplainedQuantity } from '../state/courseState.js';
import { CYCLE_EXPLANATIONS } from './explainCycle.js';
import { doseEquation } from './doseEquation.js';
import type { Explanation } from './explanation.js';
import { explainExpected } from './explainExpected.js';
import { explainMeasured } from './explainMeasured.js';
import { objectsUsed } from './objectsUsed.js';
import { recoveryNotes } from './recoveryNotes.js';
import { regionInputs } from './regionInputs.js';
import { shiftNotes } from './shiftNotes.js';

/** Explains a number of the verification; null while it is not known. */
export function explainQuantity(known: Partial<CycleVerification>, { region: name, quantity }: ExplainedQuantity): Explanation | null {
  if (quantity === 'calibration' || quantity === 'administered' || quantity === 'resolution') return CYCLE_EXPLANATIONS[quantity](known);
  if (quantity === 'measuredDose') {
    const measured = known.measured?.find(one => one.name === name);
    return measured ? explainMeasured(measured) : null;
  }
  const region = known.regions?.find(one => one.name === name);
  return region ? (REGION_EXPLANATIONS[quantity](region, known) ?? null) : null;
}

type RegionQuantity = Exclude<ExplainableQuantity, 'calibration' | 'administered' | 'resolution' | 'measuredDose'>;
type Explain = (region: RegionResult, known: Partial<CycleVerification>) => Explanation | null;

/** Records of before there was a choice were made by local deposition. */
const engineOf = (known: Partial<CycleVerification>): DoseEngineName => known.doseMethod?.engine ?? 'localDeposition';

const quantities = (region: RegionResult) => ({
  volume: { name: 'Volume V', value: `${formatEstimate(region.volume)} mL` },
  mass: { name: 'Mass m', value: `${formatEstimate(region.mass, 1e3)} g` },
  integrated: { name: 'Time-integrated activity Ã', value: `${formatEstimate(region.timeIntegratedActivity, 1 / 3.6e9)} MBq h` },
  dose: { name: 'Absorbed dose D', value: `${formatEstimate(region.absorbedDose)} Gy` },
});

const REGION_EXPLANATIONS: Readonly<Record<RegionQuantity, Explain>> = {
  volume: (region, known) => ({
    title: `Volume of ${region.label}`,
    value: `${formatEstimate(region.volume)} mL`,
    estimate: region.volume,
    equation: 'V = N · v, the number of voxels inside the drawn region times the volume of one voxel',
    source:
      'Uncertainty of the outline after Gear JI et al., EANM practical guidance on uncertainty analysis, Eur J Nucl Med Mol Imaging 45 (2018) 2456.',
    inputs: [],
    notes: [],
    objects: objectsUsed(known),
  }),
  mass: (region, known) => ({
    title: `Mass of ${region.label}`,
    value: `${formatEstimate(region.mass, 1e3)} g`,
    estimate: region.mass,
    equation: 'm = Σ ρ(HU) · v over the voxels of the region',
    source: 'Density from CT numbers after Schneider W et al., Phys Med Biol 45 (2000) 459.',
    inputs: [quantities(region).volume],
    notes: [],
    objects: objectsUsed(known),
  }),
  recovery: (region, known) =>
    region.recovery
      ? {
          title: `Recovery of ${region.label}`,
          value: `${formatEstimate(region.recovery, 100, 1)} %`,
          estimate: region.recovery,
          equation: 'R = activity that the image shows inside the outline / activity after the correction of partial volume',
          source: 'Geometric transfer matrix: Rousset OG et al., J Nucl Med 39 (1998) 904.',
          inputs: known.resolution ? [{ name: 'Resolution of the images', value: `${formatEstimate(known.resolution.fwhm)} mm` }] : [],
          notes: ['What spills out of the region, and what spills in from its neighbours, is corrected together.'],
          objects: objectsUsed(known),
        }
      : null,
  expectedDose: (region, known) => {
    const found = known.comparisons?.find(comparison => comparison.region === region.name);
    return found ? explainExpected(region, found) : null;
  },
  histogram: (region, known) => ({
    title: `Dose in the voxels of ${region.label}`,
    value: `${formatSignificant(region.histogram.meanGy)} Gy on average`,
    estimate: null,
    equation: 'D98, D50 and D2: the doses that 98, 50 and 2 % of the volume receive at least',
    source: 'ICRU Report 83, J ICRU 10 (2010).',
    inputs: [quantities(region).dose],
    notes: [
      'Figures of single voxels carry noise and blur of the images; their uncertainty is not stated. That of the mean is the dose’s.',
    ],
    objects: objectsUsed(known),
  }),
  timeIntegratedActivity: (region, known) => ({
    title: `Time-integrated activity of ${region.label}`,
    value: `${formatEstimate(region.timeIntegratedActivity, 1 / 3.6e9)} MBq h`,
    estimate: region.timeIntegratedActivity,
    equation: 'Ã = ∫ A(t) dt = Σ aᵢ / λᵢ, from the administration without end',
    source: 'MIRD Pamphlet 21: Bolch WE et al., J Nucl Med 50 (2009) 477; fit after EANM guidance, Gear JI et al. (2018).',
    inputs: [...regionInputs.curve(region), ...regionInputs.recovery(region), ...regionInputs.halfLife(region)],
    notes: [
      ...recoveryNotes(region, known),
      `Model: ${region.fit.model}. ${region.fit.reason}`,
      `${formatPercent(region.fit.extrapolatedFraction)} lies after the last scan (tail: ${region.fit.tail}).`,
      ...(region.fit.advice ?? []),
      ...shiftNotes(region.timeIntegratedActivity),
    ],
    objects: objectsUsed(known),
  }),
  effectiveHalfLife: (region, known) => ({
    title: `Effective half-life of ${region.label}`,
    value: `${formatEstimate(region.effectiveHalfLife, 1 / 3600)} h`,
    estimate: region.effectiveHalfLife,
    equation:
      region.fit.singleScan?.method === 'cohort'
        ? "T = geometric mean of the cohort's slowest phases"
        : 'T = ln 2 / λ of the slowest term of the fit',
    source: 'Gear JI et al., EANM practical guidance on uncertainty analysis, Eur J Nucl Med Mol Imaging 45 (2018) 2456.',
    inputs: regionInputs.halfLife(region),
    notes: [`Model: ${region.fit.model}. ${region.fit.reason}`],
    objects: objectsUsed(known),
  }),
  absorbedDose: (region, known) => ({
    title: `Absorbed dose to ${region.label}`,
    value: `${formatEstimate(region.absorbedDose)} Gy`,
    estimate: region.absorbedDose,
    ...doseEquation(engineOf(known)),
    inputs: [quantities(region).integrated, quantities(region).mass, ...regionInputs.recovery(region), ...regionInputs.halfLife(region)],
    notes: [
      ...recoveryNotes(region, known),
      `Dose engine: ${doseEngineTitle(engineOf(known))}. ${known.doseMethod?.reason ?? ''}`.trim(),
      ...shiftNotes(region.absorbedDose),
      ...region.warnings.map(warning => warning.message),
    ],
    objects: objectsUsed(known),
  }),
  alphaDose: (region, known) =>
    region.alphaDose
      ? {
          title: `Part of alpha particles in the absorbed dose to ${region.label}`,
          value: `${formatEstimate(region.alphaDose)} Gy`,
          estimate: region.alphaDose,
          equation: 'D(α) = Ã · E(α) / m, with the energy of alpha particles and recoiling nuclei of the chain per decay',
          source: 'MIRD Pamphlet 22: Sgouros G et al., J Nucl Med 51 (2010) 311.',
          inputs: [quantities(region).integrated, quantities(region).mass],
          notes: ['Absorbed dose, not weighted by a relative biological effectiveness.'],
          objects: objectsUsed(known),
        }
      : null,
  bed: (region, known) =>
    region.bed && {
      title: `Biologically effective dose to ${region.label}`,
      value: `${formatEstimate(region.bed)} Gy`,
      estimate: region.bed,
      equation: 'BED = D + G · D² / (α/β), with G from the exponentials of the dose rate and the repair half-time',
      source: region.radiobiology?.source ?? 'MIRD Pamphlet 20: Wessels BW et al., J Nucl Med 49 (2008) 1884.',
      inputs: [
        quantities(region).dose,
        ...(region.radiobiology
          ? [
              { name: 'α/β', value: `${formatSignificant(region.radiobiology.alphaBetaGy)} Gy` },
              { name: 'Repair half-time', value: `${formatSignificant(region.radiobiology.repairHalfTime / 3600)} h` },
            ]
          : []),
      ],
      notes: [],
      objects: objectsUsed(known),
    },
};
