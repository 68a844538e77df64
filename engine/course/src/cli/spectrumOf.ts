import {
  defaultChainAssumption,
  findNuclideName,
  GraywiseError,
  sourceSpectrum,
  type ChainAssumption,
  type SourceSpectrum,
} from '@graywise/physics';
import { choiceOf } from './choiceOf.js';
import type { Arguments } from './readArguments.js';

/** What `--nuclide` emits with its chain, as `--chain parent|equilibrium` says. Throws GW_USAGE without a nuclide, GW_UNKNOWN_NUCLIDE. */
export function spectrumOf(given: Arguments): Promise<SourceSpectrum> {
  const text = given.text('nuclide');
  if (text === null) throw new GraywiseError('GW_USAGE', { expected: '--nuclide NAME, such as Lu-177', found: 'none' });
  const nuclide = findNuclideName(text);
  if (nuclide === null) throw new GraywiseError('GW_UNKNOWN_NUCLIDE', { found: text });
  return sourceSpectrum(nuclide, chainOf(given, nuclide));
}

function chainOf(given: Arguments, nuclide: string): ChainAssumption {
  if (given.text('chain') === null) return defaultChainAssumption(nuclide);
  return choiceOf(given, 'chain', ['parent', 'equilibrium']) === 'parent' ? 'parent alone' : 'equilibrium';
}
