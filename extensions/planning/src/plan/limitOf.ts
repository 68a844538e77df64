import { gray, type DoseLimit } from '@graywise/physics';

/**
 * Limits that a course starts from. Suggested values that each centre must confirm; the source stands beside them and in the plan.
 *
 * Kidneys 23 Gy: Emami B et al., Int J Radiat Oncol Biol Phys 21 (1991) 109, as used for 177Lu-DOTATATE by Sandström M et al., J Nucl Med 54 (2013) 33.
 * Red marrow 2 Gy: Wessels BW, Bolch WE, Bouchet LG et al., J Nucl Med 45 (2004) 1725.
 */
const SUGGESTED: readonly DoseLimit[] = [
  { region: 'kidneys', value: gray(23), quantity: 'absorbed dose', source: 'suggested: Emami 1991, Sandström 2013' },
  { region: 'red-marrow', value: gray(2), quantity: 'absorbed dose', source: 'suggested: Wessels 2004' },
];

/** The suggested limit of a region over the whole course, if there is one. */
export function limitOf(region: string): DoseLimit | null {
  return SUGGESTED.find(limit => limit.region === region) ?? null;
}
