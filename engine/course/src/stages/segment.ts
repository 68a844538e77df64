import { readRegionMasks } from '@graywise/dicom';
import {
  densityCurve,
  densityFromHounsfield,
  GraywiseError,
  maskOnGrid,
  regionMass,
  regionVolume,
  unionOfRegions,
  voxelCount,
  volumeOnGrid,
  warning,
  type Assumption,
  type RegionMask,
  type RegistrationResult,
  type StepWarning,
  type Volume,
} from '@graywise/physics';
import type { AlignedCycle, MeasuredRegion, SegmentedCycle } from '../model/cycle.js';
import { coverageWarnings } from './coverageWarnings.js';
import { report, type StageTools } from './stageTools.js';

const AIR_HOUNSFIELD = -1000;
const SOFT_TISSUE_DENSITY = 1.05;

/**
 * aligned -> regions. Takes the regions drawn on the reference scan to the dose grid and measures volume and mass.
 *
 * Throws GW_REGISTRATION_GATE while a registration below its gate was not accepted by a person, GW_NO_REGIONS, GW_SEGMENTATION_FRAME.
 */
export async function segment(unaccepted: AlignedCycle, tools: StageTools): Promise<SegmentedCycle> {
  const aligned = acceptRegistrations(unaccepted, tools);
  const { doseGrid, referenceCt } = aligned;
  report(tools, 'regions', 0, 'Reading regions');
  const { masks, sources, warnings } = await drawnRegions(aligned);
  const density = densityOnGrid(aligned, referenceCt);
  const unions = pairs(masks);
  const drawnAlone = masks.filter(({ name }) => !unions.some(({ mask }) => mask.name === name));
  const withUnions = [...drawnAlone.map(mask => ({ mask, parts: [] as string[] })), ...unions];
  const regions = withUnions.map(({ mask, parts }): MeasuredRegion => {
    report(tools, 'regions', 0.5, `Measuring ${mask.label}`);
    return {
      name: mask.name,
      mask,
      parts,
      volume: regionVolume(mask),
      mass: regionMass(mask, density),
      warnings: [warning('GW_PARTIAL_VOLUME', { where: mask.label }), ...coverageWarnings(aligned, mask)],
    };
  });
  return {
    ...aligned,
    assumptions: [...aligned.assumptions, ...densityAssumption(aligned)],
    warnings: [...aligned.warnings, ...warnings],
    density,
    regions,
    regionSources: sources,
  };
  function densityOnGrid(cycle: AlignedCycle, ct: Volume<'HU'> | null): Volume<'g/mL'> {
    if (ct) return densityFromHounsfield(volumeOnGrid(ct, doseGrid, AIR_HOUNSFIELD), densityCurve(cycle.facts.huToDensity));
    return { geometry: doseGrid, unit: 'g/mL', data: new Float32Array(voxelCount(doseGrid)).fill(SOFT_TISSUE_DENSITY) };
  }
}

/** Replaces the gate's verdict by a person's, where a person accepted; refuses what nobody accepted. */
function acceptRegistrations(cycle: AlignedCycle, tools: StageTools): AlignedCycle {
  const warnings: StepWarning[] = [];
  const registrations = cycle.registrations.map((result): RegistrationResult => {
    if (!result.quality || result.quality.accepted) return result;
    const found = result.quality.reasons.join('; ');
    const answer = tools.answers.find(({ kind, subject }) => kind === 'accept registration' && subject === String(result.timePoint));
    if (!answer || answer.reason.trim() === '') {
      throw new GraywiseError('GW_REGISTRATION_GATE', { moving: result.timePoint, fixed: cycle.referenceIndex + 1, found });
    }
    warnings.push({
      step: 'align',
      ...warning('GW_REGISTRATION_ACCEPTED', { timePoint: result.timePoint, found: `${found} (reason: ${answer.reason})` }),
    });
    return { ...result, method: 'accepted by a person' };
  });
  return { ...cycle, registrations, warnings: [...cycle.warnings, ...warnings] };
}

interface DrawnRegions {
  readonly masks: readonly RegionMask[];
  readonly sources: SegmentedCycle['regionSources'];
  readonly warnings: readonly StepWarning[];
}

async function drawnRegions(cycle: AlignedCycle): Promise<DrawnRegions> {
  const frame = cycle.doseGrid.frameOfReferenceUid;
  const sets = cycle.regionSets.filter(set => set.frameOfReferenceUid === frame);
  if (sets.length === 0) throw new GraywiseError('GW_NO_REGIONS', {});
  const masks: RegionMask[] = [];
  const warnings: StepWarning[] = [];
  for (const set of sets) {
    for (const drawn of await readRegionMasks(set, cycle.referenceCt?.geometry ?? cycle.doseGrid)) {
      const mask = maskOnGrid(drawn, cycle.doseGrid);
      const reason = masks.some(({ name }) => name === mask.name)
        ? 'drawn twice; the first one is used'
        : mask.mask.includes(1)
          ? ''
          : 'empty on the dose grid';
      if (reason === '') masks.push(mask);
      else warnings.push({ step: 'regions', ...warning('GW_OTHER_SERIES_IGNORED', { where: mask.label, found: reason }) });
    }
  }
  if (masks.length === 0) throw new GraywiseError('GW_NO_REGIONS', {});
  return { masks, sources: sets.map(({ reference }) => reference), warnings };
}

/** Organs that come in pairs are limited together: both kidneys are one region more. */
function pairs(masks: readonly RegionMask[]): { mask: RegionMask; parts: string[] }[] {
  const kidneys = masks.filter(({ name }) => name === 'kidney-left' || name === 'kidney-right');
  if (kidneys.length < 2) return [];
  return [{ mask: unionOfRegions(kidneys, 'kidneys', 'Kidneys'), parts: kidneys.map(({ name }) => name) }];
}

function densityAssumption(cycle: AlignedCycle): Assumption[] {
  const text = cycle.referenceCt
    ? `Densities come from the CT of the reference scan by ${cycle.facts.huToDensity ? "the centre's own curve" : 'the curve of Schneider 2000'}.`
    : `No CT: every voxel is taken as soft tissue of ${SOFT_TISSUE_DENSITY.toFixed(2)} g/mL.`;
  return [{ step: 'regions', text }];
}
