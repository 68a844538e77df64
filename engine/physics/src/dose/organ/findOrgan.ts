import { GraywiseError } from '../../errors/GraywiseError.js';
import { ORGAN_TABLE } from './generated/organTable.js';
import type { OrganModel, OrganRecord } from './organRecord.js';

/** An organ of a model and its reference mass, g. */
export interface Organ extends OrganRecord {
  readonly massG: number;
}

/** The organ of this name in a model. Throws GW_ORGAN_UNKNOWN, which lists the organs that the model has. */
export function findOrgan(name: string, model: OrganModel): Organ {
  const record = ORGAN_TABLE.find(organ => organ.name === name);
  const massG = record?.referenceG[model];
  if (record === undefined || massG === undefined) {
    const known = ORGAN_TABLE.filter(organ => organ.referenceG[model] !== undefined).map(organ => organ.name);
    throw new GraywiseError('GW_ORGAN_UNKNOWN', { model, found: name, known: known.join(', ') });
  }
  return { ...record, massG };
}
