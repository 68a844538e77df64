import type { SourceSpectrum } from '../../nuclides/sourceSpectrum.js';
import { JOULE_PER_MEV } from '../../quantities/quantity.js';
import { chargedFraction } from './chargedFraction.js';
import { electronSelfAbsorption } from './electronSelfAbsorption.js';
import { findOrgan, type Organ } from './findOrgan.js';
import type { OrganModel } from './organRecord.js';
import { photonFraction, type PhotonFraction } from './photonFraction.js';
import { photonFractionTable } from './photonFractionTable.js';
import { wholeOrgan } from './wholeOrgan.js';

export interface OrganSValueRequest {
  readonly spectrum: SourceSpectrum;
  /** Organs by the names of `findOrgan`, or one of the sides of `wholeOrgan`. */
  readonly source: string;
  readonly target: string;
  readonly model: OrganModel;
  /** The patient's own masses, g; the reference masses of ICRP Publication 89 when left out. */
  readonly targetMassG?: number;
  readonly sourceMassG?: number;
}

/** Absorbed dose in the target per decay in the source, Gy/(Bq s), and its parts by radiation; the parts add to the whole. */
export interface OrganSValue {
  readonly sGyPerBqS: number;
  readonly electronPart: number;
  readonly photonPart: number;
  /** Not weighted for its biological effect. */
  readonly alphaPart: number;
  /** Standard uncertainty of the model relative to the value. */
  readonly relativeUncertainty: number;
  readonly assumptions: readonly string[];
}

/** Mean energies of the decay scheme. */
const CHARGED_UNCERTAINTY = 0.01;
/** Of the electrons that leave an organ, as a share: its shape is not that of the patient's, and some return from organs that it touches. */
const LEAVING_UNCERTAINTY = 0.5;
/** Two digits of the table, its cross sections of the 1980s and the shape of the organ. */
const SELF_PHOTON_UNCERTAINTY = 0.1;
/** Half of 17 organs irradiated by the kidneys differ by more (as a logarithm) between this phantom and that of ICRP 110: docs/validation/organ-s-values.md. */
const CROSS_PHOTON_UNCERTAINTY = 0.45;
/** Added where a pair of the other sex stands in. */
const BORROWED_UNCERTAINTY = 0.2;

/**
 * The S-value of a pair of organs of an adult: electrons and alpha particles by where they end (`chargedFraction`, `electronSelfAbsorption`), photons by the
 * specific absorbed fractions of the stylised adult (`photonFraction`), both with the masses of the patient where they are known.
 *
 * The model knows both kidneys as one organ. One of them has half of its mass and irradiates itself twice as much as the two together irradiate each; what it
 * sends to the other is in that, which is exact for equally active kidneys.
 *
 * S = sum over radiations of mean energy per decay times specific absorbed fraction, MIRD Pamphlet 21 eq. 5. The tables are loaded with the first call.
 * Rejects with GW_ORGAN_UNKNOWN, GW_ORGAN_PAIR.
 */
export async function organSValue(request: OrganSValueRequest): Promise<OrganSValue> {
  const [source, target] = [wholeOrgan(request.source), wholeOrgan(request.target)];
  const [isSourceSide, isTargetSide] = [source !== request.source, target !== request.target];
  const whole = await ofWholeOrgans({
    ...request,
    source,
    target,
    ...(isTargetSide && request.targetMassG !== undefined ? { targetMassG: 2 * request.targetMassG } : {}),
    ...(isSourceSide && request.sourceMassG !== undefined ? { sourceMassG: 2 * request.sourceMassG } : {}),
  });
  if (!isSourceSide || !isTargetSide || source !== target) return whole;
  const share = request.source === request.target ? 2 : 0;
  return {
    ...whole,
    sGyPerBqS: share * whole.sGyPerBqS,
    electronPart: share * whole.electronPart,
    photonPart: share * whole.photonPart,
    alphaPart: share * whole.alphaPart,
    assumptions: [...whole.assumptions, `What one of the ${source} sends to the other is counted as its own.`],
  };
}

async function ofWholeOrgans({ spectrum, model, ...request }: OrganSValueRequest): Promise<OrganSValue> {
  const target = withMass(findOrgan(request.target, model), request.targetMassG);
  const source = request.source === request.target ? target : withMass(findOrgan(request.source, model), request.sourceMassG);
  const photons = photonFraction(await photonFractionTable(), { source, target, model });
  const staying = source === target ? await electronSelfAbsorption(spectrum, target) : 1;
  const charged = chargedFraction(source, target, staying);
  const electronPart = JOULE_PER_MEV * spectrum.electronEnergyMev * charged.electronPerKg;
  const alphaPart = JOULE_PER_MEV * spectrum.alphaEnergyMev * charged.alphaPerKg;
  const photonPart = JOULE_PER_MEV * photonEnergyPerKg(spectrum, photons);
  const sGyPerBqS = electronPart + photonPart + alphaPart;
  const isSelf = source === target || source.name === 'whole-body' || target.name === 'whole-body';
  const photonUncertainty = (isSelf ? SELF_PHOTON_UNCERTAINTY : CROSS_PHOTON_UNCERTAINTY) + (photons.borrowed ? BORROWED_UNCERTAINTY : 0);
  const uncertainty = Math.hypot(
    CHARGED_UNCERTAINTY * (electronPart + alphaPart),
    (LEAVING_UNCERTAINTY * (1 - staying) * electronPart) / staying,
    photonUncertainty * photonPart,
  );
  return {
    sGyPerBqS,
    electronPart,
    photonPart,
    alphaPart,
    relativeUncertainty: sGyPerBqS === 0 ? 0 : uncertainty / sGyPerBqS,
    assumptions: [spectrum.chain.sentence, charged.assumption, ...photons.assumptions, ...massAssumptions(source, target)],
  };
}

function withMass(organ: Organ, massG: number | undefined): Organ {
  return massG === undefined ? organ : { ...organ, massG, suggested: false };
}

function photonEnergyPerKg({ photonLines: { energiesMev, yields } }: SourceSpectrum, { perKg }: PhotonFraction): number {
  return energiesMev.reduce((sum, energyMev, line) => sum + energyMev * (yields[line] ?? 0) * perKg(energyMev), 0);
}

function massAssumptions(source: Organ, target: Organ): string[] {
  const organs = source === target ? [target] : [source, target];
  return organs.map(
    ({ name, massG, suggested }) => `${name} of ${massG} g${suggested === true ? ' (suggested, waits for confirmation)' : ''}.`,
  );
}
