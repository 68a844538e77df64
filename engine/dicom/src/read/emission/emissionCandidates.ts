import type { ParsedObject } from '../../part10/parsePart10.js';
import { groupBy } from '../groupBy.js';
import type { Ignored } from '../sortObjects.js';
import { isScatterWindow } from './choosePhotopeak.js';
import { energyWindows } from './energyWindows.js';
import { nuclideOf } from './nuclideOf.js';

/** Objects that together could be one emission volume. */
export interface EmissionCandidate {
  readonly modality: 'NM' | 'PT';
  readonly objects: readonly ParsedObject[];
}

/** What of NM and PET objects could be an emission volume, and what could not, with the reason. */
export function emissionCandidates(
  nm: readonly ParsedObject[],
  pet: readonly ParsedObject[],
): { candidates: EmissionCandidate[]; ignored: Ignored[] } {
  const ignored: Ignored[] = [];
  const usable = (object: ParsedObject, reason: string | null): boolean => {
    if (reason !== null) ignored.push({ name: object.file.name, reason });
    return reason === null;
  };
  const nmVolumes = nm.filter(object => usable(object, nmReason(object)));
  const petImages = pet.filter(object => usable(object, petReason(object)));
  const petSeries = groupBy(
    petImages,
    ({ dataset, file }) => `${dataset.text('SeriesInstanceUID') ?? ''}|${dataset.has('NumberOfFrames') ? file.name : ''}`,
  );
  return {
    candidates: [
      ...nmVolumes.map(object => ({ modality: 'NM' as const, objects: [object] })),
      ...petSeries.map(objects => ({ modality: 'PT' as const, objects })),
    ],
    ignored,
  };
}

function nmReason(object: ParsedObject): string | null {
  const [, , kind = '', content = ''] = object.dataset.texts('ImageType').map(text => text.toUpperCase());
  if (content === 'TRANSMISSION') return 'a transmission image';
  if (kind === 'TOMO' || kind === 'GATED TOMO') return `projections (${kind}), not a reconstruction`;
  if (kind !== 'RECON TOMO') return `an NM image of the kind "${kind}", not a reconstructed volume (RECON TOMO)`;
  const windows = energyWindows(object.dataset);
  const used = [...new Set(object.dataset.numbers('EnergyWindowVector'))];
  const only = used.length === 1 ? windows[(used[0] ?? 1) - 1] : windows.length === 1 ? windows[0] : undefined;
  const nuclide = nuclideOf(object);
  const scatter = only !== undefined && isScatterWindow(only, nuclide);
  return scatter
    ? `its energy window ${only.name} (${only.rangesKev.map(range => range.join('-')).join(', ')} keV) holds no photopeak of ${nuclide ?? 'the nuclide'}`
    : null;
}

function petReason({ dataset }: ParsedObject): string | null {
  if (dataset.text('CountsSource')?.toUpperCase() === 'TRANSMISSION') return 'a transmission image';
  const [type = '', kind = ''] = dataset.texts('SeriesType').map(text => text.toUpperCase());
  if (kind === 'REPROJECTION') return 'reprojections, not slices';
  return type === 'DYNAMIC' || type === 'GATED' ? `a ${type.toLowerCase()} PET series` : null;
}
