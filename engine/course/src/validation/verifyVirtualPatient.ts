import {
  VIRTUAL_POPULATION,
  VIRTUAL_REGIONS,
  virtualDoses,
  virtualErrors,
  virtualPatient,
  type BetweenCycles,
  type VirtualErrors,
  type VirtualErrorSource,
  type VirtualPatient,
} from '@graywise/phantoms';
import {
  BETWEEN_CYCLE_LOG_DEVIATION,
  HALF_LIFE_BETWEEN_CYCLES,
  modelUncertainty,
  NO_FACTS,
  nuclideData,
  sourceSpectrum,
  type CycleVerification,
  type Facts,
  type PopulationPrior,
  type SourceSpectrum,
} from '@graywise/physics';
import { EVERY_REGION, type DecisionAnswer } from '../engine/courseEngine.js';
import type { SegmentedCycle } from '../model/cycle.js';
import type { StageTools } from '../stages/stageTools.js';
import { verifyCycle } from '../verifyCycle.js';
import { inlinePool } from './inlinePool.js';
import { virtualCalibration } from './virtualCalibration.js';
import { VIRTUAL_RADIOPHARMACEUTICAL, virtualCycle, type VirtualCycleRequest } from './virtualCycle.js';
import { virtualImages } from './virtualImages.js';
import { virtualOutcome, type VirtualOutcome } from './virtualOutcome.js';

/** Scans of a fully imaged cycle, h after the administration. */
const FULL = [4, 24, 96, 168];

/**
 * How a virtual patient's cycle is verified: which scans there are, which of them a person uses, and where a half-life comes from. Regions are outlined on the scan of
 * 24 h; the one scan of the second cycle has outlines of its own.
 */
export const VIRTUAL_MODES = [
  { name: 'four scans', cycle: 1, hours: FULL, used: null, halfLife: 'fitted' },
  { name: 'two scans', cycle: 1, hours: FULL, used: '2,3', halfLife: 'fitted' },
  { name: 'one scan, population half-life', cycle: 1, hours: FULL, used: '3', halfLife: 'population' },
  { name: "one scan, patient's own half-life", cycle: 2, hours: [96], used: null, halfLife: 'own' },
] as const;

export type VirtualMode = (typeof VIRTUAL_MODES)[number];

/** How many patients the population half-life comes from: as many as Hänscheid 2018 measured (29; recalled). */
export const PRIOR_PATIENTS = 29;
/** Standard deviations of the logarithms between cycles (rules P2 and T19). */
const BETWEEN: BetweenCycles = { dose: BETWEEN_CYCLE_LOG_DEVIATION, halfLife: HALF_LIFE_BETWEEN_CYCLES };
/** Relative, of the photon dose of the kernel engine and of nothing else: as the engine states it. */
const KERNEL_MODEL = { photonUncertainty: 0.1, reason: '' };
/** Of soft tissue from its CT number, as rule S3 states it. */
const DENSITY_RELATIVE = 0.02;

export interface VirtualStudy {
  readonly seed: number;
  readonly modes?: readonly VirtualMode[];
  /** Sources of error that are switched off. */
  readonly off?: readonly VirtualErrorSource[];
  /** Early phases that the patient has, other than those that the engine assumes. */
  readonly earlyPhases?: Parameters<typeof virtualPatient>[3];
}

/** Verifies one virtual patient in each mode by the stages of the pipeline and holds every region's dose against its truth. */
export async function verifyVirtualPatient({
  seed,
  modes = VIRTUAL_MODES,
  off = [],
  earlyPhases,
}: VirtualStudy): Promise<VirtualOutcome[]> {
  const nuclide = nuclideData('Lu-177');
  const spectrum = await sourceSpectrum(nuclide.name, 'parent alone');
  const patient = virtualPatient(seed, nuclide.electronEnergyPerDecay, BETWEEN, earlyPhases);
  const errors = virtualErrors(seed, off);
  const tools: StageTools = { pool: inlinePool(), answers: [] };
  const images = virtualImages(patient, errors, virtualCalibration(errors.calibration));
  const truths = new Map<number, Awaited<ReturnType<typeof trueDoses>>>();
  const full = { patient, errors, images, cycle: 1, hours: FULL, facts: NO_FACTS, earlier: [] } as const;
  let imaged: Verified | null = null;
  const outcomes: VirtualOutcome[] = [];
  for (const mode of modes) {
    const truth = truths.get(mode.cycle) ?? (await trueDoses(patient, mode.cycle, spectrum, errors));
    truths.set(mode.cycle, truth);
    if (mode.hours === FULL || mode.halfLife === 'own') imaged ??= await verified(full, tools);
    const found = await verifiedBy(mode, { ...full, cycle: mode.cycle, hours: mode.hours, facts: factsOf(mode, errors) }, imaged, tools);
    for (const { name, volumeMl } of patient.regions) {
      const region = found.regions.find(result => result.name === name);
      if (!region) throw new RangeError(`There is no ${name}.`);
      const known = { seed, mode: mode.name, region: name, trueVolumeMl: volumeMl, truthGy: truth[name] };
      outcomes.push(virtualOutcome(known, region.absorbedDose));
    }
  }
  return outcomes;
}

/** The true doses with what nobody can know: tissue as dense as it is, and the dose engine as wrong as it may be. */
async function trueDoses(
  patient: VirtualPatient,
  cycle: 1 | 2,
  spectrum: SourceSpectrum,
  errors: VirtualErrors,
): ReturnType<typeof virtualDoses> {
  const doses = await virtualDoses(patient, cycle, spectrum);
  const engine = modelUncertainty(spectrum, KERNEL_MODEL).relative;
  const factor = (1 + engine * errors.doseEngine) / (1 + DENSITY_RELATIVE * errors.density);
  return { 'kidney-left': doses['kidney-left'] * factor, 'lesion-1': doses['lesion-1'] * factor };
}

interface Verified {
  readonly segmented: SegmentedCycle;
  readonly verification: CycleVerification;
}

/** The verification of a mode; of a cycle that is fully imaged already, its regions are taken and other scans are chosen. */
async function verifiedBy(
  mode: VirtualMode,
  request: VirtualCycleRequest,
  imaged: Verified | null,
  tools: StageTools,
): Promise<CycleVerification> {
  if (mode.hours !== FULL || !imaged)
    return (await verified({ ...request, earlier: mode.halfLife === 'own' && imaged ? [imaged.verification] : [] }, tools)).verification;
  if (mode.used === null) return imaged.verification;
  const answers: DecisionAnswer[] = [{ kind: 'choose scans', subject: mode.used, reason: 'the study', halfLifeHours: null }];
  if (mode.halfLife === 'population')
    answers.push({ kind: 'state half-life', subject: EVERY_REGION, reason: 'the study', halfLifeHours: null, method: 'population' });
  return (await verified(request, { ...tools, answers }, { ...imaged.segmented, facts: request.facts })).verification;
}

async function verified(request: VirtualCycleRequest, tools: StageTools, known: SegmentedCycle | null = null): Promise<Verified> {
  const aligned = known ?? virtualCycle(request);
  let segmented = known;
  for await (const made of verifyCycle(aligned, tools, { calibrate: aligned, align: aligned, ...(known && { regions: known }) })) {
    segmented = made.regions ?? segmented;
    if (made.record && segmented) return { segmented, verification: made.record.verification };
  }
  throw new RangeError('The cycle was not verified.');
}

/** The population that the mode knows. The patient's own half-life comes from the earlier cycle, without a word of a person. */
function factsOf({ halfLife }: VirtualMode, errors: VirtualErrors): Facts {
  return halfLife === 'population' ? { ...NO_FACTS, priors: VIRTUAL_REGIONS.map(name => populationOf(name, errors)) } : NO_FACTS;
}

/** A site's prior: median and spread as its sample of patients shows them. */
function populationOf(name: (typeof VIRTUAL_REGIONS)[number], errors: VirtualErrors): PopulationPrior {
  const { median, variation } = VIRTUAL_POPULATION[name].halfLifeHours;
  const deviation = Math.sqrt(Math.log1p(variation ** 2));
  const { mean, squares } = errors.prior(name, PRIOR_PATIENTS);
  return {
    id: `virtual/${name}`,
    version: 'of the study',
    radiopharmaceutical: VIRTUAL_RADIOPHARMACEUTICAL,
    regions: [name.replace(/^lesion-\d+$/, 'lesion')],
    quantity: 'effective half-life',
    unit: 'h',
    median: median * Math.exp((deviation * mean) / Math.sqrt(PRIOR_PATIENTS)),
    logDeviation: deviation * Math.sqrt(squares / (PRIOR_PATIENTS - 1)),
    n: PRIOR_PATIENTS,
    method: 'drawn from the virtual population',
    source: 'the study',
    certainty: 'read in table',
    confirmed: true,
    origin: 'site',
  };
}
