import { readRegionMasks } from '@graywise/dicom';
import {
  addEstimates,
  densityCurve,
  densityFromHounsfield,
  GraywiseError,
  kilogram,
  maskOnGrid,
  millilitre,
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
  type VolumeGeometry,
} from '@graywise/physics';
import type { AlignedCycle, MeasuredRegion, SegmentedCycle } from '../model/cycle.js';
import { coverageWarnings } from './coverageWarnings.js';
import { report, type StageTools } from './stageTools.js';

const KIDNEY_SIDES: readonly string[] = ['kidney-left', 'kidney-right'];
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
  const unions = pairs(masks.map(({ mask }) => mask));
  const drawnAlone = masks.filter(({ mask }) => !unions.some(({ name }) => mask.name === name));
  const drawn = drawnAlone.map(({ mask, outlinedOn }, index): MeasuredRegion => {
    report(tools, 'regions', index / drawnAlone.length, `Measuring ${mask.label}`);
    const outline = { outlinedOn, outlineKey: `volume:${String(aligned.cycle)}:${mask.name}` };
    return measured(aligned, mask, regionVolume(mask, outline), regionMass(mask, density, outline), []);
  });
  const regions = [...drawn, ...unions.map(mask => measuredUnion(aligned, mask, drawn))];
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

function measured(
  cycle: AlignedCycle,
  mask: RegionMask,
  volume: MeasuredRegion['volume'],
  mass: MeasuredRegion['mass'],
  parts: readonly string[],
): MeasuredRegion {
  const warnings = [warning('GW_PARTIAL_VOLUME', { where: mask.label }), ...coverageWarnings(cycle, mask)];
  return { name: mask.name, mask, parts, volume, mass, warnings };
}

/** A union weighs what its parts weigh. */
function measuredUnion(cycle: AlignedCycle, mask: RegionMask, drawn: readonly MeasuredRegion[]): MeasuredRegion {
  const parts = drawn.filter(({ name }) => KIDNEY_SIDES.includes(name));
  const volume = addEstimates(
    parts.map(part => part.volume),
    millilitre,
  );
  const mass = addEstimates(
    parts.map(part => part.mass),
    kilogram,
  );
  return measured(
    cycle,
    mask,
    volume,
    mass,
    parts.map(({ name }) => name),
  );
}

interface DrawnRegion {
  readonly mask: RegionMask;
  readonly outlinedOn: VolumeGeometry;
}

interface DrawnRegions {
  readonly masks: readonly DrawnRegion[];
  readonly sources: SegmentedCycle['regionSources'];
  readonly warnings: readonly StepWarning[];
}

async function drawnRegions(cycle: AlignedCycle): Promise<DrawnRegions> {
  const frame = cycle.doseGrid.frameOfReferenceUid;
  const sets = cycle.regionSets.filter(set => set.frameOfReferenceUid === frame);
  if (sets.length === 0) throw new GraywiseError('GW_NO_REGIONS', {});
  const masks: DrawnRegion[] = [];
  const warnings: StepWarning[] = [];
  for (const set of sets) {
    for (const drawn of await readRegionMasks(set, cycle.referenceCt?.geometry ?? cycle.doseGrid)) {
      const mask = maskOnGrid(drawn, cycle.doseGrid);
      const reason = masks.some(earlier => earlier.mask.name === mask.name)
        ? 'drawn twice; the first one is used'
        : mask.mask.includes(1)
          ? ''
          : 'empty on the dose grid';
      if (reason === '') masks.push({ mask, outlinedOn: drawn.geometry });
      else warnings.push({ step: 'regions', ...warning('GW_OTHER_SERIES_IGNORED', { where: mask.label, found: reason }) });
    }
  }
  if (masks.length === 0) throw new GraywiseError('GW_NO_REGIONS', {});
  return { masks, sources: sets.map(({ reference }) => reference), warnings };
}

/** Organs that come in pairs are limited together: both kidneys are one region more, whoever drew them. */
function pairs(masks: readonly RegionMask[]): RegionMask[] {
  const kidneys = masks.filter(({ name }) => KIDNEY_SIDES.includes(name));
  return kidneys.length < 2 ? [] : [unionOfRegions(kidneys, 'kidneys', 'Kidneys')];
}

function densityAssumption(cycle: AlignedCycle): Assumption[] {
  const text = cycle.referenceCt
    ? `Densities come from the CT of the reference scan by ${cycle.facts.huToDensity ? "the centre's own curve" : 'the curve of Schneider 2000'}.`
    : `No CT: every voxel is taken as soft tissue of ${SOFT_TISSUE_DENSITY.toFixed(2)} g/mL.`;
  return [{ step: 'regions', text }];
}
