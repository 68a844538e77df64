import type { CycleVerification } from '@graywise/physics';
import { formatEstimate } from '../format/formatEstimate.js';
import { formatPercent } from '../format/formatPercent.js';
import { formatSignificant } from '../format/formatSignificant.js';
import type { Explanation } from './explanation.js';

/** How the numbers that belong to a whole cycle are explained; null while they are not known. */
export const CYCLE_EXPLANATIONS: Readonly<
  Record<'calibration' | 'administered' | 'resolution', (known: Partial<CycleVerification>) => Explanation | null>
> = {
  calibration: ({ calibration }) =>
    calibration
      ? {
          title: 'Camera calibration factor',
          value: `${formatEstimate(calibration.factor)} Bq per count per second`,
          estimate: calibration.factor,
          equation: 'k = A · exp(−λ Δt) / (counts per second in the reconstruction)',
          source: 'Dewaraja YK et al., MIRD Pamphlet 26, J Nucl Med 57 (2016) 151.',
          inputs: [{ name: 'Highest count rate covered', value: `${formatSignificant(calibration.highestCountRate)} per second` }],
          notes: [`${calibration.camera.manufacturer} ${calibration.camera.model}, ${calibration.camera.collimator}`],
          objects: [{ what: 'Calibration acquisition', reference: calibration.source }],
        }
      : null,
  administered: ({ administered }) =>
    administered
      ? {
          title: 'Administered activity',
          value: `${formatEstimate(administered, 1e-6)} MBq`,
          estimate: administered,
          equation: 'A = A(pre-assay) − A(residual), each decayed to the start of the administration',
          source: 'From the facts of the administration.',
          inputs: [],
          notes: [],
          objects: [],
        }
      : null,
  resolution: ({ resolution }) =>
    resolution
      ? {
          title: 'Resolution of the emission images',
          value: `${formatEstimate(resolution.fwhm)} mm`,
          estimate: resolution.fwhm,
          equation: 'Full width at half maximum of the Gaussian that makes the spheres as blurred as the image shows them',
          source: 'Gear JI et al., EANM practical guidance on uncertainty analysis, Eur J Nucl Med Mol Imaging 45 (2018) 2456.',
          inputs: resolution.spheres.map(sphere => ({
            name: `Sphere of ${formatSignificant(sphere.diameterMm)} mm`,
            value: `${formatSignificant(sphere.fwhmMm)} mm; shows ${formatPercent(sphere.recovery)} of its activity`,
          })),
          notes: [resolution.basis === 'stated' ? 'Stated in the facts, not measured.' : 'Measured on spheres of known activity.'],
          objects: resolution.source ? [{ what: 'Acquisition of the spheres', reference: resolution.source }] : [],
        }
      : null,
};
