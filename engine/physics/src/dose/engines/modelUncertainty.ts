import type { SourceSpectrum } from '../../nuclides/sourceSpectrum.js';
import type { ModelUncertainty } from '../../record/doseMethod.js';

/** Energies per decay, stopping powers and cross sections: what no engine knows better. */
const DATA_UNCERTAINTY = 0.01;
/** Share of its photons' energy that an organ of a kilogram absorbs, about: enough to weigh photons against electrons. */
const ABSORBED_IN_ORGAN = 0.3;

/** Of photons that are transported: the composition of tissues, relative. Suggested; the centre must confirm. */
export const TRANSPORTED_PHOTON_UNCERTAINTY = 0.02;

/** The uncertainty of an engine whose photon dose is uncertain by `photonUncertainty`, relative, and whose whole by `ownUncertainty` besides. */
export function modelUncertainty(
  spectrum: Pick<SourceSpectrum, 'photonEnergyMev' | 'electronEnergyMev' | 'alphaEnergyMev'>,
  { photonUncertainty, ownUncertainty = 0, reason }: { photonUncertainty: number; ownUncertainty?: number; reason: string },
): ModelUncertainty {
  const photons = ABSORBED_IN_ORGAN * spectrum.photonEnergyMev;
  const share = photons / (photons + spectrum.electronEnergyMev + spectrum.alphaEnergyMev);
  return {
    relative: Math.hypot(DATA_UNCERTAINTY, ownUncertainty, photonUncertainty * share),
    reason: `Decay data and cross sections ${(100 * DATA_UNCERTAINTY).toFixed(0)} %; ${reason}.`,
  };
}
