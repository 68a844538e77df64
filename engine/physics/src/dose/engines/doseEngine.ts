import type { SourceSpectrum } from '../../nuclides/sourceSpectrum.js';
import type { BecquerelSecond, Kilogram } from '../../quantities/quantity.js';
import type { DoseEngineName, ModelUncertainty } from '../../record/doseMethod.js';
import type { MaterialMap } from '../../tissues/materialsFromHounsfield.js';
import type { Volume } from '../../volume/volumeGeometry.js';
import type { OrganModel } from '../organ/organRecord.js';

/** A region whose dose is asked for. */
export interface DoseRegion {
  readonly name: string;
  readonly label: string;
  /** 1 inside, 0 outside, on the grid of the activity. */
  readonly mask: Uint8Array;
  readonly timeIntegratedActivity: BecquerelSecond;
  readonly mass: Kilogram;
}

/** What a dose is computed from. Plain data: crosses workers. */
export interface DoseRequest {
  readonly spectrum: SourceSpectrum;
  readonly timeIntegratedBqSPerMl: Volume<'Bq s/mL'>;
  /** On the same grid. */
  readonly densityGPerMl: Volume<'g/mL'>;
  readonly materials: MaterialMap;
  /** In rising priority: a voxel of several regions belongs to the last of them. */
  readonly regions: readonly DoseRegion[];
  /** The reference adult for organs that are computed by organ S-values. */
  readonly organModel: OrganModel;
}

/** Absorbed dose of every voxel. Voxels of gas have none. */
export interface DoseResult {
  readonly engine: DoseEngineName;
  /** Of electrons and photons. */
  readonly doseGy: Volume<'Gy'>;
  /** Of alpha particles and recoiling nuclei, never added to the other in silence; null when there are none. */
  readonly alphaDoseGy: Volume<'Gy'> | null;
  /** Standard uncertainty of `doseGy` from counting histories; null for engines without chance. */
  readonly statisticalUncertaintyGy: Volume<'Gy'> | null;
  readonly assumptions: readonly string[];
  readonly modelUncertainty: ModelUncertainty;
}

/** One way to an absorbed dose. Deterministic: the same request gives the same bits. */
export interface DoseEngine {
  readonly name: DoseEngineName;
  compute(request: DoseRequest, onProgress?: (fraction: number, label: string) => void): Promise<DoseResult>;
}
