/** The ways to make a curve of one scan that can be chosen by name, the patient's own half-life first; a half-life may be stated beside. */
export const SINGLE_SCAN_METHODS = ['own', 'population', 'map', 'haenscheid', 'cohort'] as const;
