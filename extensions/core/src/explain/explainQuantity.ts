import type { CycleVerification, DoseEngineName, RegionResult } from '@graywise/physics';
import { doseEngineTitle } from '../format/doseEngineTitle.js';
import { formatEstimate } from '../format/formatEstimate.js';
import { formatPercent } from '../format/formatPercent.js';
import { formatSignificant } from '../format/formatSignificant.js';
import type { ExplainableQuantity, ExplainedQuantity } from '../state/courseState.js';
import { doseEquation } from './doseEquation.js';
import type { Explanation } from './explanation.js';
import { objectsUsed } from './objectsUsed.js';

/** Explains a number of the verification; null while it is not known. */
export function explainQuantity(known: Partial<CycleVerification>, { region: name, quantity }: ExplainedQuantity): Explanation | null {
  if (quantity === 'calibration') return explainCalibration(known);
  if (quantity === 'administered') return explainAdministered(known);
  const region = known.regions?.find(one => one.name === name);
  return region ? (REGION_EXPLANATIONS[quantity](region, known) ?? null) : null;
}

type RegionQuantity = Exclude<ExplainableQuantity, 'calibration' | 'administered'>;
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
  timeIntegratedActivity: (region, known) => ({
    title: `Time-integrated activity of ${region.label}`,
    value: `${formatEstimate(region.timeIntegratedActivity, 1 / 3.6e9)} MBq h`,
    estimate: region.timeIntegratedActivity,
    equation: 'Ã = ∫ A(t) dt = Σ aᵢ / λᵢ, from the administration without end',
    source: 'MIRD Pamphlet 21: Bolch WE et al., J Nucl Med 50 (2009) 477; fit after EANM guidance, Gear JI et al. (2018).',
    inputs: region.curve.map(point => ({
      name: `Scan ${String(point.timePoint)} at ${formatSignificant(point.afterAdministration / 3600)} h`,
      value: `${formatEstimate(point.activity, 1e-6)} MBq`,
    })),
    notes: [
      ...recoveryNotes(region, known),
      `Model: ${region.fit.model}. ${region.fit.reason}`,
      `${formatPercent(region.fit.extrapolatedFraction)} lies after the last scan (tail: ${region.fit.tail}).`,
    ],
    objects: objectsUsed(known),
  }),
  effectiveHalfLife: (region, known) => ({
    title: `Effective half-life of ${region.label}`,
    value: `${formatEstimate(region.effectiveHalfLife, 1 / 3600)} h`,
    estimate: region.effectiveHalfLife,
    equation: 'T = ln 2 / λ of the slowest term of the fit',
    source: 'Gear JI et al., EANM practical guidance on uncertainty analysis, Eur J Nucl Med Mol Imaging 45 (2018) 2456.',
    inputs: [],
    notes: [`Model: ${region.fit.model}. ${region.fit.reason}`],
    objects: objectsUsed(known),
  }),
  absorbedDose: (region, known) => ({
    title: `Absorbed dose to ${region.label}`,
    value: `${formatEstimate(region.absorbedDose)} Gy`,
    estimate: region.absorbedDose,
    ...doseEquation(engineOf(known)),
    inputs: [quantities(region).integrated, quantities(region).mass],
    notes: [
      ...recoveryNotes(region, known),
      `Dose engine: ${doseEngineTitle(engineOf(known))}. ${known.doseMethod?.reason ?? ''}`.trim(),
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

/** How partial volume was corrected; nothing where it was not, which a warning says. */
function recoveryNotes({ recovery }: RegionResult, { resolution }: Partial<CycleVerification>): string[] {
  if (!recovery || !resolution) return [];
  const basis = resolution.basis === 'stated' ? 'stated in the facts' : `measured with ${String(resolution.spheres.length)} spheres`;
  const shown = `${formatEstimate(recovery, 0.01)} %`;
  return [
    `Corrected for partial volume: the reference scan shows ${shown} of the activity inside the outline, at a resolution of ${formatEstimate(resolution.fwhm)} mm (${basis}). Geometric transfer matrix after Rousset OG et al., J Nucl Med 39 (1998) 904.`,
  ];
}

function explainCalibration(known: Partial<CycleVerification>): Explanation | null {
  const { calibration } = known;
  if (!calibration) return null;
  return {
    title: 'Camera calibration factor',
    value: `${formatEstimate(calibration.factor)} Bq per count per second`,
    estimate: calibration.factor,
    equation: 'k = A · exp(−λ Δt) / (counts per second in the reconstruction)',
    source: 'Dewaraja YK et al., MIRD Pamphlet 26, J Nucl Med 57 (2016) 151.',
    inputs: [{ name: 'Highest count rate covered', value: `${formatSignificant(calibration.highestCountRate)} per second` }],
    notes: [`${calibration.camera.manufacturer} ${calibration.camera.model}, ${calibration.camera.collimator}`],
    objects: [{ what: 'Calibration acquisition', reference: calibration.source }],
  };
}

function explainAdministered(known: Partial<CycleVerification>): Explanation | null {
  const { administered } = known;
  if (!administered) return null;
  return {
    title: 'Administered activity',
    value: `${formatEstimate(administered, 1e-6)} MBq`,
    estimate: administered,
    equation: 'A = A(pre-assay) − A(residual), each decayed to the start of the administration',
    source: 'From the facts of the administration.',
    inputs: [],
    notes: [],
    objects: [],
  };
}
