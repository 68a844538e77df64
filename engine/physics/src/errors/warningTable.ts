/** Every warning a result can carry: it stands beside the figures it touches and in the record. `{name}` is replaced by the detail of that name. */
export const WARNING_TABLE = {
  GW_PARTIAL_VOLUME:
    '{where}: partial volume is neither corrected nor in the uncertainty, because the resolution is not known; small regions read low.',
  GW_RECOVERY_LOW:
    '{where}: at a resolution of {expected} mm only {found} % of its activity stays within its outline, too little to correct partial volume; it reads low.',
  GW_HALF_LIFE_FROM_TABLE: 'The images state no half-life; the decay table gives {found} h for {nuclide}.',
  GW_SINGLE_TIME_POINT: '{where}: one time point with {method} of {found} h.',
  GW_EXTRAPOLATED: '{where}: {found} % of the time-integrated activity lies after the last scan.',
  GW_FIT_UNCERTAIN: '{where}: {found}.',
  GW_PHYSICAL_DECAY_FLOOR: '{where}: the fit would decay slower than the nuclide itself; physical decay was used.',
  GW_OUTSIDE_FIELD_OF_VIEW: '{where}: {found} % of the region lies outside the field of view of scan {timePoint}.',
  GW_REGION_CUT:
    '{where}: scan {timePoint}, on which it is drawn, does not see {found} % of the region; volume, mass, activity and dose are those of the rest.',
  GW_SCAN_LEFT_OUT: '{where}: scan {timePoint} does not see {found} % of the region and is left out of its curve.',
  GW_REGIONS_OVERLAP: '{where}: {found} % of the region is also {expected}; the activity, mass and dose of {where} hold both.',
  GW_PHOTON_PART:
    '{where}: local deposition leaves out photons; its own would be at most {found} % of the absorbed dose, those from elsewhere are not estimated.',
  GW_NO_CT: 'Scan {timePoint} has no CT; what is registered with it is registered by its counts.',
  GW_REGISTRATION_ACCEPTED: 'The registration of scan {timePoint} was accepted by a person although {found}.',
  GW_OUTSIDE_EXPECTED: '{where}: the delivered absorbed dose is outside the expected range (z = {found}).',
  GW_UNCOMMENTED: '{where}: outside of what was expected and not commented on; it cannot be signed without a comment.',
  GW_ABNORMAL: 'Look at this ({where}): {found}',
  GW_SUGGESTED_VALUE: '{where}: {found} is a suggested value that the centre must confirm ({source}).',
  GW_POPULATION_STANDS: '{where}: no cycle of the patient says it; the population value stands in for it ({source}).',
  GW_NON_STANDARDISED: '{found} is more than 25 % above the {expected} of the label: non-standardised use.',
  GW_ADMINISTERED_DIFFERS: 'Cycle {cycle}: {found} % of the prescribed activity was administered, outside 90 to 110 %.',
  GW_REASON_COST: 'The reason given for the activity names cost alone; cost by itself justifies no exposure.',
  GW_LIMIT_OVERRIDDEN: '{where}: a probability of {found} % of passing a limit was taken by {expected}.',
  GW_BELOW_TARGET: 'Rounded down to stock, {found} no longer reaches every target as asked.',
  GW_TIME_ZONE: '{where}: no zone is stated; {found} was assumed.',
  GW_COUNT_RATE:
    'Scan {timePoint}: {found} thousand counts per second, more than the {expected} that the calibration covers; no dead-time model is stated.',
  GW_FACTS_DIFFER: '{where}: {found}.',
  GW_READ_AS: '{found}',
  GW_OTHER_SERIES_IGNORED: '{where}: {found}.',
} as const satisfies Record<`GW_${string}`, string>;

export type WarningCode = keyof typeof WARNING_TABLE;

/** A warning as it stands in a result: plain data. */
export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
}

/** Fills the template of a warning. */
export function warning(code: WarningCode, details: Readonly<Record<string, string | number>> = {}): Warning {
  return { code, message: WARNING_TABLE[code].replace(/\{(\w+)\}/g, (_whole, key: string) => String(details[key] ?? '(not stated)')) };
}
