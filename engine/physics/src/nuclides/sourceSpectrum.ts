import { decayChain, type ChainAssumption, type DecayChain } from './decayChain.js';
import { nuclideEmissions, type Lines, type NuclideEmissions, type Spectrum } from './nuclideEmissions.js';
import { spectrumMoments } from './spectrumMoments.js';

/** What a chain emits per decay of its parent. */
export interface SourceSpectrum {
  readonly nuclide: string;
  readonly assumption: ChainAssumption;
  readonly chain: DecayChain;
  /** One for each member that emits beta particles. */
  readonly betaSpectra: readonly Spectrum[];
  readonly electronLines: Lines;
  readonly photonLines: Lines;
  /** Alpha particles and recoiling nuclei: their dose is never added to that of electrons and photons in silence. */
  readonly alphaLines: Lines;
  /** Mean energies per decay of the parent, MeV: beta particles and electron lines; photons; alpha particles and recoil. */
  readonly electronEnergyMev: number;
  readonly photonEnergyMev: number;
  readonly alphaEnergyMev: number;
}

/** The emissions of a nuclide and its daughters, each weighted by its decays per decay of the parent. Rejects with GW_UNKNOWN_NUCLIDE. */
export async function sourceSpectrum(name: string, assumption: ChainAssumption): Promise<SourceSpectrum> {
  const chain = decayChain(name, assumption);
  const emissions = await Promise.all(chain.members.map(member => nuclideEmissions(member.name)));
  const weights = chain.members.map(member => member.decaysPerParentDecay);
  const linesOf = (kind: LineKind): Lines => weightedLines(emissions, weights, kind);
  const betaSpectra = emissions.flatMap(({ betaSpectrum }, index) =>
    betaSpectrum === null
      ? []
      : [{ energiesMev: betaSpectrum.energiesMev, perMev: betaSpectrum.perMev.map(value => value * (weights[index] ?? 0)) }],
  );
  const [electronLines, photonLines, alphaLines] = [linesOf('electronLines'), linesOf('photonLines'), linesOf('alphaLines')];
  return {
    nuclide: name,
    assumption,
    chain,
    betaSpectra,
    electronLines,
    photonLines,
    alphaLines,
    electronEnergyMev: betaSpectra.reduce((sum, spectrum) => sum + spectrumMoments(spectrum).energyMev, energyOfLines(electronLines)),
    photonEnergyMev: energyOfLines(photonLines),
    alphaEnergyMev: energyOfLines(alphaLines),
  };
}

type LineKind = 'electronLines' | 'photonLines' | 'alphaLines';

function weightedLines(emissions: readonly NuclideEmissions[], weights: readonly number[], kind: LineKind): Lines {
  const pairs = emissions.flatMap(({ [kind]: { energiesMev, yields } }, member) =>
    energiesMev.map((energy, index) => ({ energy, perDecay: (yields[index] ?? 0) * (weights[member] ?? 0) })),
  );
  pairs.sort((a, b) => a.energy - b.energy);
  return { energiesMev: pairs.map(({ energy }) => energy), yields: pairs.map(({ perDecay }) => perDecay) };
}

function energyOfLines({ energiesMev, yields }: Lines): number {
  return energiesMev.reduce((sum, energy, index) => sum + energy * (yields[index] ?? 0), 0);
}
