import { snomed, type Code } from '../../model/code.js';
import { GRAYWISE_SCHEME } from './graywiseCodes.js';

/** Roles that context group 7452 of PS3.16 (Organizational Roles) knows, by the words a person chooses. */
const ROLES: Readonly<Record<string, Code>> = {
  'Medical physicist': { value: 'C1708969', scheme: 'UMLS', meaning: 'Medical Physicist' },
  'Nuclear medicine physician': snomed('309343006', 'Physician'),
};

/** The code of a role; one of our own scheme, with the words as its meaning, where the context group has none. */
export function roleCode(role: string): Code {
  return ROLES[role] ?? { value: 'GW-ROLE', scheme: GRAYWISE_SCHEME, meaning: role };
}
