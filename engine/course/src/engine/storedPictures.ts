import { objectsByReference, readDoseVolume, readStoredRegions, type Part10, type StoredVerification } from '@graywise/dicom';
import { unionOfRegions, type RegionMask, type Volume } from '@graywise/physics';

const RT_DOSE = '1.2.840.10008.5.1.4.1.1.481.2';
const SEGMENTATION = '1.2.840.10008.5.1.4.1.1.66.4';

/** What a stored verification shows besides its figures. */
export interface StoredPictures {
  readonly dose: Volume<'Gy'> | null;
  readonly regions: readonly RegionMask[];
}

/** Reads the dose map and the regions of a stored verification from the archive's own objects. */
export async function storedPictures(files: readonly Part10[], stored: StoredVerification): Promise<StoredPictures> {
  const ofClass = (sopClassUid: string): Part10[] =>
    objectsByReference(
      files,
      stored.objects.filter(reference => reference.sopClassUid === sopClassUid),
    );
  const doses = ofClass(RT_DOSE);
  if (doses.length === 0) return { dose: null, regions: [] };
  const dose = await readDoseVolume(doses);
  const regions = await Promise.all(ofClass(SEGMENTATION).map(file => readStoredRegions(file, dose.geometry)));
  return { dose, regions: withKidneys(regions.flat()) };
}

/** Both kidneys together are a result of their own; the archive holds them as two, so that no voxel is stored twice. */
function withKidneys(regions: readonly RegionMask[]): readonly RegionMask[] {
  const kidneys = regions.filter(({ name }) => name === 'kidney-left' || name === 'kidney-right');
  return kidneys.length < 2 ? regions : [...regions, unionOfRegions(kidneys, 'kidneys', 'Kidneys')];
}
