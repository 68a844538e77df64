import type { CameraIdentity } from '@graywise/physics';
import type { ParsedObject } from '../../part10/parsePart10.js';

/** Corrections that change what a count means; others (motion, linearity …) do not break a calibration. */
const QUANTITATIVE = ['ATTN', 'SCAT', 'DTIM'];

/** Which camera took an object, and how. Texts are in upper case with single spaces, so that spelling does not make two cameras of one. */
export function cameraOf({ dataset }: ParsedObject, energyWindowKev: readonly [number, number] | null): CameraIdentity {
  const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
  const detectors = dataset.items('DetectorInformationSequence');
  const collimator = (keyword: string): string | null =>
    detectors.map(item => item.text(keyword)).find(text => text !== null) ?? dataset.text(keyword);
  return {
    manufacturer: plain(dataset.text('Manufacturer')),
    model: plain(dataset.text('ManufacturerModelName')),
    serialNumber: plain(dataset.text('DeviceSerialNumber')),
    collimator: plain(collimator('CollimatorGridName') ?? collimator('CollimatorType')).toUpperCase(),
    reconstruction: reconstructionText(dataset.text('ReconstructionMethod'), correctionsOf(dataset)),
    energyWindowKev,
  };
}

/** The corrections that CorrectedImage lists, in upper case. */
export function correctionsOf(dataset: ParsedObject['dataset']): string[] {
  return dataset.texts('CorrectedImage').map(text => text.toUpperCase());
}

function reconstructionText(method: string | null, corrections: readonly string[]): string {
  const made = QUANTITATIVE.filter(name => corrections.includes(name));
  return [method?.replace(/\s+/g, ' ') ?? '', made.join(' ')].filter(text => text !== '').join('; ');
}
