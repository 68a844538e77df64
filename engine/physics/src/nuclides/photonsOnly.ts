import type { SourceSpectrum } from './sourceSpectrum.js';

/** A spectrum without its electrons, alpha particles and recoil: what crosses from one organ to another. */
export function photonsOnly(spectrum: SourceSpectrum): SourceSpectrum {
  const none = { energiesMev: [], yields: [] };
  return { ...spectrum, betaSpectra: [], electronLines: none, alphaLines: none, electronEnergyMev: 0, alphaEnergyMev: 0 };
}
