/** Whether a study can hold a cycle: emission images and a CT to carry them. The sentence is shown in the worklist. */
export function modeValidity({ modalities }: { readonly modalities: string }): { readonly valid: boolean; readonly description: string } {
  const present = modalities.split('\\');
  const valid = present.includes('CT') && (present.includes('NM') || present.includes('PT'));
  return { valid, description: valid ? 'SPECT/CT or PET/CT' : 'Needs a study with NM or PT images and a CT.' };
}
