import { decayChain, type ChainAssumption } from './decayChain.js';

/** What a dose assumes unless the user says otherwise: equilibrium where the nuclide has daughters that decay within the patient. Throws GW_UNKNOWN_NUCLIDE. */
export function defaultChainAssumption(name: string): ChainAssumption {
  return decayChain(name, 'equilibrium').members.length > 1 ? 'equilibrium' : 'parent alone';
}
