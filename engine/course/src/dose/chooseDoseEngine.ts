import { DOSE_ENGINES, electronReachCm, GraywiseError, type DoseEngineName, type DoseMethod, type DoseRequest } from '@graywise/physics';
import type { DecisionAnswer } from '../engine/courseEngine.js';
import { shareAtInterface } from './shareAtInterface.js';

/** A region with a larger share of its voxels next to lung or bone has a mean dose that electrons across the interface decide. */
const LARGEST_INTERFACE_SHARE = 0.2;
/** A body with a larger share of lung and bone is not uniform for photons that cross it. */
const LARGEST_FOREIGN_SHARE = 0.05;
/** Body, not air around it (g/mL). */
const BODY_G_PER_ML = 0.1;
/** Lighter is lung, denser is cortical bone (g/mL); spongy bone and fat are near enough to soft tissue for its kernel. */
export const SOFT_G_PER_ML: readonly [number, number] = [0.7, 1.4];

export type DoseEngineChoice = Pick<DoseMethod, 'engine' | 'chosenBy' | 'reason'>;

/**
 * The engine of a cycle's dose: a person's choice, or by rule D11 the kernel of soft tissue, unless electrons cross into lung or bone in a region, or
 * photons carry most of the energy through a body of lung and bone; then Monte Carlo. Throws GW_USAGE for a name that is no engine.
 */
export function chooseDoseEngine(request: DoseRequest, answers: readonly DecisionAnswer[]): DoseEngineChoice {
  const answer = answers.find(({ kind }) => kind === 'choose dose engine');
  if (answer) return { engine: doseEngineNamed(answer.subject), chosenBy: 'person', reason: answer.reason };
  return { ...ruledEngine(request), chosenBy: 'rule' };
}

/** Throws GW_USAGE for a name that is no engine. */
export function doseEngineNamed(name: string): DoseEngineName {
  const engine = DOSE_ENGINES.find(known => known === name);
  if (!engine) throw new GraywiseError('GW_USAGE', { expected: `a dose engine: ${DOSE_ENGINES.join(', ')}`, found: name });
  return engine;
}

function ruledEngine(request: DoseRequest): Pick<DoseMethod, 'engine' | 'reason'> {
  const { spectrum, densityGPerMl, regions } = request;
  const reachMm = electronReachCm(spectrum) * 10;
  const voxelMm = Math.min(...densityGPerMl.geometry.spacingMm);
  // in lung electrons reach four times as far
  if (4 * reachMm > voxelMm / 2) {
    for (const { label, mask } of regions) {
      const share = shareAtInterface(densityGPerMl, mask, SOFT_G_PER_ML);
      if (share > LARGEST_INTERFACE_SHARE)
        return {
          engine: 'monteCarlo',
          reason: `Of ${label}, ${percent(share)} lies in or next to lung or bone, where electrons of ${spectrum.nuclide} reach another tissue.`,
        };
    }
  }
  const foreign = foreignShare(densityGPerMl.data);
  const photonShare = spectrum.photonEnergyMev / (spectrum.photonEnergyMev + spectrum.electronEnergyMev + spectrum.alphaEnergyMev);
  if (photonShare > 0.5 && foreign > LARGEST_FOREIGN_SHARE)
    return {
      engine: 'monteCarlo',
      reason: `Photons carry ${percent(photonShare)} of the energy of ${spectrum.nuclide}, and ${percent(foreign)} of the body is lung or bone.`,
    };
  return {
    engine: 'voxelKernel',
    reason: `No region lies in or next to lung or cortical bone, and ${percent(1 - photonShare)} of the energy of ${spectrum.nuclide} stays within ${reachMm.toFixed(1)} mm.`,
  };
}

function foreignShare(densities: Float32Array): number {
  let [body, foreign] = [0, 0];
  for (const density of densities) {
    if (density < BODY_G_PER_ML) continue;
    body += 1;
    if (density < SOFT_G_PER_ML[0] || density > SOFT_G_PER_ML[1]) foreign += 1;
  }
  return body === 0 ? 0 : foreign / body;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
