/** What can go wrong with a patient of a phantom; `normal`: nothing. */
export const PHANTOM_VARIANTS = ['normal', 'extravasation', 'obstructed-kidney'] as const;

export type PhantomVariant = (typeof PHANTOM_VARIANTS)[number];
