import { exp } from '../../numerics/exp.js';
import type { Spectrum } from '../../nuclides/nuclideEmissions.js';
import type { SourceSpectrum } from '../../nuclides/sourceSpectrum.js';
import type { ElectronPointKernelTable, PhotonPointKernelTable, PointKernelTables } from './pointKernelTables.js';
import type { RadialKernel } from './radialKernel.js';
import { addAbsorbed, placeOfEnergy, type ScaledShares } from './scaledShares.js';

/** Radii of every nuclide's kernel: from 0.1 um to 10 m of water, 64 in each factor of ten, and 0. */
const RADII_PER_DECADE = 64;
const DECADES = 8;
const SMALLEST_G_PER_CM2 = 1e-5;

/** The sum of mono-energetic kernels over the spectrum of a nuclide. A beta spectrum is taken piece by piece, each with its number and mean energy, so that the emitted energy is exact. */
export function radialKernelOf(spectrum: SourceSpectrum, tables: PointKernelTables, densityGPerMl: number): RadialKernel {
  const radii = massRadii();
  const [electronMev, bremsstrahlungMev, photonMev] = [emptyOf(radii), emptyOf(radii), emptyOf(radii)];
  const electrons = electronShares(tables.electrons);
  const photons = photonShares(tables.photons);
  const radiatedMev = new Float64Array(tables.electrons.photonEnergiesMev.length);
  for (const { energyMev, perDecay } of electronEmissions(spectrum)) {
    addAbsorbed(electrons, energyMev, energyMev * perDecay, radii, electronMev);
    addRadiated(tables.electrons, energyMev, energyMev * perDecay, radiatedMev);
  }
  tables.electrons.photonEnergiesMev.forEach((energyMev, index) => {
    addAbsorbed(photons, energyMev, radiatedMev[index] ?? 0, radii, bremsstrahlungMev);
  });
  spectrum.photonLines.energiesMev.forEach((energyMev, index) => {
    addAbsorbed(photons, energyMev, energyMev * (spectrum.photonLines.yields[index] ?? 0), radii, photonMev);
  });
  [electronMev, bremsstrahlungMev, photonMev].forEach(holdAscending);
  return {
    nuclide: spectrum.nuclide,
    medium: tables.medium,
    densityGPerMl,
    radiiCm: radii.map(radius => radius / densityGPerMl),
    electronMev,
    bremsstrahlungMev,
    photonMev,
    alphaMev: spectrum.alphaEnergyMev,
    emittedMev: { electron: spectrum.electronEnergyMev, photon: spectrum.photonEnergyMev, alpha: spectrum.alphaEnergyMev },
  };
}

interface Emission {
  readonly energyMev: number;
  readonly perDecay: number;
}

function electronEmissions({ betaSpectra, electronLines }: SourceSpectrum): Emission[] {
  const lines = electronLines.energiesMev.map((energyMev, index) => ({ energyMev, perDecay: electronLines.yields[index] ?? 0 }));
  return [...betaSpectra.flatMap(piecesOf), ...lines].filter(({ energyMev, perDecay }) => energyMev > 0 && perDecay > 0);
}

/** Each straight piece of a spectrum as one emission of its mean energy. */
function piecesOf({ energiesMev, perMev }: Spectrum): Emission[] {
  return energiesMev.slice(1).map((high, index) => {
    const low = energiesMev[index] ?? 0;
    const [atLow, atHigh] = [perMev[index] ?? 0, perMev[index + 1] ?? 0];
    const perDecay = ((high - low) * (atLow + atHigh)) / 2;
    const energy = ((high - low) * (low * (2 * atLow + atHigh) + high * (2 * atHigh + atLow))) / 6;
    return { energyMev: perDecay > 0 ? energy / perDecay : 0, perDecay };
  });
}

function addRadiated(table: ElectronPointKernelTable, energyMev: number, emittedMev: number, radiatedMev: Float64Array): void {
  const { index, fraction } = placeOfEnergy(table.energiesMev, energyMev);
  for (let photon = 0; photon < radiatedMev.length; photon++) {
    const low = table.bremsstrahlungShares[index]?.[photon] ?? 0;
    const high = table.bremsstrahlungShares[index + 1]?.[photon] ?? 0;
    radiatedMev[photon] = (radiatedMev[photon] ?? 0) + emittedMev * (low + fraction * (high - low));
  }
}

function electronShares({ energiesMev, csdaRangesGPerCm2, scaledRadii, absorbedShares }: ElectronPointKernelTable): ScaledShares {
  return { energiesMev, lengthsGPerCm2: csdaRangesGPerCm2, scaledRadii, shares: absorbedShares };
}

function photonShares({ energiesMev, attenuationsCm2PerG, scaledRadii, absorbedShares }: PhotonPointKernelTable): ScaledShares {
  return { energiesMev, lengthsGPerCm2: attenuationsCm2PerG.map(attenuation => 1 / attenuation), scaledRadii, shares: absorbedShares };
}

function massRadii(): Float64Array {
  const step = Math.LN10 / RADII_PER_DECADE;
  return Float64Array.from({ length: DECADES * RADII_PER_DECADE + 2 }, (_, index) =>
    index === 0 ? 0 : SMALLEST_G_PER_CM2 * exp((index - 1) * step),
  );
}

/** What is left within a radius never falls as the radius grows; interpolated between tables it would, by rounding, near where all is left. */
function holdAscending(absorbedMev: Float64Array): void {
  for (let i = 1; i < absorbedMev.length; i++) absorbedMev[i] = Math.max(absorbedMev[i] ?? 0, absorbedMev[i - 1] ?? 0);
}

function emptyOf(radii: Float64Array): Float64Array {
  return new Float64Array(radii.length);
}
