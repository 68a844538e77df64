/** The phantoms there are. */
export const PHANTOM_NAMES: readonly string[] = ['lu-dotatate'];
