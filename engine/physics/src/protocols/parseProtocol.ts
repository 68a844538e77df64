import { GraywiseError } from '../errors/GraywiseError.js';
import { findNuclideName } from '../nuclides/findNuclideName.js';
import { nuclideData } from '../nuclides/nuclideData.js';
import { days, gray, hours, megabecquerel } from '../quantities/quantity.js';
import { protocolFields, type ProtocolFields } from './protocolFields.js';
import type { ProtocolLimit, ProtocolTarget, Provenance, TherapyProtocol } from './therapyProtocol.js';

const CERTAINTIES = ['read in abstract', 'read in table', 'recalled', 'assumption', 'stated by the site'] as const;
const QUANTITIES = ['absorbed dose', 'BED', 'EQD2'] as const;
const REGION = /^[a-z][a-z0-9-]*$/;

/**
 * A protocol from JSON, shipped or of a site (rule P15). Throws GW_PROTOCOL_INVALID with the place in the file; GW_UNKNOWN_NUCLIDE for a nuclide that the
 * tables lack.
 */
export function parseProtocol(value: unknown): TherapyProtocol {
  const fields = protocolFields(value, 'protocol');
  const nuclide = fields.text('nuclide');
  const radiopharmaceutical = fields.text('radiopharmaceutical');
  if (findNuclideName(radiopharmaceutical) !== nuclide)
    throw new GraywiseError('GW_PROTOCOL_INVALID', {
      where: 'protocol.nuclide',
      expected: `the nuclide of ${radiopharmaceutical}`,
      found: nuclide,
    });
  nuclideData(nuclide);
  const label = fields.objectOrNull('label');
  const trend = fields.objectOrNull('trend');
  return {
    id: fields.text('id'),
    version: fields.text('version'),
    title: fields.text('title'),
    radiopharmaceutical,
    nuclide,
    label: label && { ...provenanceOf(label), activity: megabecquerel(label.number('activity_MBq', 1)) },
    cycles: cyclesOf(fields.object('cycles')),
    imaging: imagingOf(fields.object('imaging')),
    organs: fields.texts('organs').map(name => regionNamed(name, 'protocol.organs')),
    lesions: fields.flag('lesions'),
    limits: fields.objects('limits').map(limitOf),
    targets: fields.objects('targets').map(targetOf),
    radiobiology: fields.objects('radiobiology').map(entry => ({
      ...provenanceOf(entry),
      region: regionNamed(entry.text('region'), entry.where),
      alphaBetaGy: entry.number('alphaBeta_Gy', 0.1),
      repairHalfTime: hours(entry.number('repairHalfTime_h', 0.01)),
    })),
    trend: trend && {
      ...provenanceOf(trend),
      organs: trend.number('organs_perCycle', -0.9),
      lesions: trend.number('lesions_perCycle', -0.9),
    },
    article56: article56Of(fields.object('article56')),
    nonStandardised: fields.text('nonStandardised'),
  };
}

function provenanceOf(fields: ProtocolFields): Provenance {
  return { source: fields.text('source'), certainty: fields.choice('certainty', CERTAINTIES), confirmed: fields.flag('confirmed') };
}

function cyclesOf(fields: ProtocolFields): TherapyProtocol['cycles'] {
  return {
    ...provenanceOf(fields),
    number: Math.round(fields.number('number', 1)),
    interval: days(7 * fields.number('interval_weeks', 0)),
    intervalTolerance: days(7 * fields.number('intervalTolerance_weeks', 0)),
  };
}

function imagingOf(fields: ProtocolFields): TherapyProtocol['imaging'] {
  return {
    ...provenanceOf(fields),
    firstCycle: fields.numbers('firstCycle_h', 0).map(hours),
    laterCycles: fields.pairs('laterCycles_h').map(([from, to]) => [hours(from), hours(to)] as const),
    toleranceRelative: fields.number('toleranceRelative', 0),
  };
}

function limitOf(fields: ProtocolFields): ProtocolLimit {
  return {
    ...provenanceOf(fields),
    region: regionNamed(fields.text('region'), fields.where),
    value: gray(fields.number('value_Gy', 0.001)),
    quantity: fields.choice('quantity', QUANTITIES),
    per: fields.choice('per', ['course', 'cycle']),
    byDefault: fields.flag('byDefault'),
    note: fields.text('note'),
  };
}

function targetOf(fields: ProtocolFields): ProtocolTarget {
  return {
    ...provenanceOf(fields),
    region: regionNamed(fields.text('region'), fields.where),
    value: gray(fields.number('value_Gy', 0.001)),
    quantity: fields.choice('quantity', QUANTITIES),
    byDefault: fields.flag('byDefault'),
    note: fields.text('note'),
  };
}

function article56Of(fields: ProtocolFields): TherapyProtocol['article56'] {
  const [disease, agent, standardised] = [fields.text('disease'), fields.text('agent'), fields.text('standardised')];
  return {
    disease,
    agent,
    standardised,
    prescription: fields.text('prescription'),
    dosimetry: fields.text('dosimetry'),
    source: fields.text('source'),
  };
}

function regionNamed(name: string, where: string): string {
  if (!REGION.test(name)) throw new GraywiseError('GW_PROTOCOL_INVALID', { where, expected: 'a region such as kidneys', found: name });
  return name;
}
