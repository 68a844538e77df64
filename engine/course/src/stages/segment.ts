import {
  addEstimates,
  coverageOfRegion,
  densityCurve,
  densityFromHounsfield,
  GraywiseError,
  kilogram,
  materialsFromHounsfield,
  millilitre,
  referenceMaterial,
  regionMass,
  regionVolume,
  unionOfRegions,
  voxelCount,
  volumeOnGrid,
  warning,
  type Assumption,
  type Volume,
  type Warning,
} from '@graywise/physics';
import type { AlignedCycle, MeasuredRegion, SegmentedCycle } from '../model/cycle.js';
import { acceptRegistrations } from './acceptRegistrations.js';
import { coverageOfScans, NEGLIGIBLE_OUTSIDE } from './coverageOfScans.js';
import { drawnRegions, type DrawnRegion } from './drawnRegions.js';
import { overlapWarnings } from './overlapWarnings.js';
import { PAIRED_REGIONS } from './pairedRegions.js';
import { recover } from './recover.js';
import { report, type StageTools } from './stageTools.js';

const AIR_HOUNSFIELD = -1000;
const SOFT_TISSUE_DENSITY = 1.05;

/**
 * aligned -> regions. Takes the regions drawn on the reference scan to the dose grid and measures volume and mass.
 *
 * Throws GW_REGISTRATION_GATE while a registration below its gate was not accepted by a person, GW_NO_REGIONS, GW_OUTSIDE_CT.
 */
export async function segment(unaccepted: AlignedCycle, tools: StageTools): Promise<SegmentedCycle> {
  const aligned = acceptRegistrations(unaccepted, tools);
  report(tools, 'regions', 0, 'Reading regions');
  const { regions: found, sources, warnings } = await drawnRegions(aligned);
  const { density, materials } = tissuesOnGrid(aligned);
  const masks = found.map(({ mask }) => mask);
  const drawn = found.map((region, index): MeasuredRegion => {
    report(tools, 'regions', index / found.length, `Measuring ${region.mask.label}`);
    const measured = measuredRegion(aligned, region, density);
    return { ...measured, warnings: [...measured.warnings, ...overlapWarnings(region.mask, masks)] };
  });
  const measured = [...drawn, ...unionsOf(drawn)];
  report(tools, 'regions', 1, 'Partial volume');
  const recovery = recover({ ...aligned, density, regions: measured });
  return {
    ...aligned,
    assumptions: [...aligned.assumptions, ...densityAssumption(aligned), ...recoveryAssumptions(recovery)],
    warnings: [...aligned.warnings, ...warnings],
    density,
    materials,
    regions: measured.map(region => ({ ...region, warnings: [...recoveryWarnings(aligned, recovery, region), ...region.warnings] })),
    regionSources: sources,
    recovery,
  };
}

function tissuesOnGrid({ doseGrid, referenceCt, facts }: AlignedCycle): Pick<SegmentedCycle, 'density' | 'materials'> {
  if (referenceCt) {
    const ct = volumeOnGrid(referenceCt, doseGrid, AIR_HOUNSFIELD);
    const curve = densityCurve(facts.huToDensity);
    return { density: densityFromHounsfield(ct, curve), materials: materialsFromHounsfield(ct, curve) };
  }
  const voxels = voxelCount(doseGrid);
  return {
    density: { geometry: doseGrid, unit: 'g/mL', data: new Float32Array(voxels).fill(SOFT_TISSUE_DENSITY) },
    materials: { materialIndex: new Uint8Array(voxels), materials: [referenceMaterial('soft-tissue')] },
  };
}

function measuredRegion(cycle: AlignedCycle, region: DrawnRegion, density: Volume<'g/mL'>): MeasuredRegion {
  const { drawn, mask, outlinedOn } = region;
  // Beyond the CT the density map holds air, which would make a light region and a large dose of what nobody saw.
  if (cycle.referenceCt && coverageOfRegion(mask, cycle.referenceCt.geometry) < 1 - NEGLIGIBLE_OUTSIDE)
    throw new GraywiseError('GW_OUTSIDE_CT', { where: mask.label });
  const outline = {
    outlinedOn: drawn.geometry,
    resolutionMm: outlinedOn === 'emission' ? (cycle.resolution?.fwhm.value ?? null) : null,
    outlineKey: `volume:${String(cycle.cycle)}:${mask.name}`,
  };
  const { coverage, warnings } = coverageOfScans(cycle, region);
  return {
    name: mask.name,
    mask,
    parts: [],
    outlinedOn,
    volume: regionVolume(mask, outline),
    mass: regionMass(mask, density, outline),
    coverage,
    warnings,
  };
}

/** Both sides of a paired organ as one region more. It weighs what its parts weigh, and a scan sees of it what it sees of the part seen least. */
function unionsOf(drawn: readonly MeasuredRegion[]): MeasuredRegion[] {
  return PAIRED_REGIONS.flatMap(({ name, label, parts: names }): MeasuredRegion[] => {
    const parts = names.flatMap(part => drawn.filter(region => region.name === part));
    if (parts.length < names.length) return [];
    const mask = unionOfRegions(
      parts.map(part => part.mask),
      name,
      label,
    );
    const volumes = parts.map(part => part.volume);
    const masses = parts.map(part => part.mass);
    return [
      {
        name,
        mask,
        parts: names,
        outlinedOn: parts.some(part => part.outlinedOn === 'emission') ? 'emission' : 'CT',
        volume: addEstimates(volumes, millilitre),
        mass: addEstimates(masses, kilogram),
        coverage: (parts[0]?.coverage ?? []).map((_, scan) => Math.min(...parts.map(part => part.coverage[scan] ?? 0))),
        warnings: [],
      },
    ];
  });
}

function recoveryAssumptions(recovery: SegmentedCycle['recovery']): Assumption[] {
  if (!recovery) return [];
  const text =
    'Partial volume is corrected by the geometric transfer matrix of all regions: each region is taken as evenly active, the tissue around it as evenly active per gram, and gas as empty.';
  return [{ step: 'regions', text }];
}

function recoveryWarnings({ resolution }: AlignedCycle, recovery: SegmentedCycle['recovery'], { name, mask }: MeasuredRegion): Warning[] {
  if (!recovery) return [warning('GW_PARTIAL_VOLUME', { where: mask.label })];
  const low = recovery.scans[0]?.regions.find(region => region.name === name && !region.corrected);
  const details = {
    where: mask.label,
    found: (100 * (low?.selfRecovery ?? 0)).toFixed(0),
    expected: (resolution?.fwhm.value ?? 0).toFixed(1),
  };
  return low ? [warning('GW_RECOVERY_LOW', details)] : [];
}

function densityAssumption(cycle: AlignedCycle): Assumption[] {
  const text = cycle.referenceCt
    ? `Densities come from the CT of the reference scan by ${cycle.facts.huToDensity ? "the centre's own curve" : 'the curve of Schneider 2000'}.`
    : `No CT: every voxel is taken as soft tissue of ${SOFT_TISSUE_DENSITY.toFixed(2)} g/mL.`;
  return [{ step: 'regions', text }];
}
