/** Modalities of emission images: a study without any of them has nothing for a course. */
export const EMISSION_MODALITIES: readonly string[] = ['NM', 'PT'];

/** Modalities that the engine reads: images, regions and records. */
export const USABLE_MODALITIES: readonly string[] = [...EMISSION_MODALITIES, 'CT', 'SEG', 'RTSTRUCT', 'SR', 'REG', 'RTDOSE'];
