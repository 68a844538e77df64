import type { ScatteringModel } from '@graywise/kernels';
import type { KernelMedium } from '@graywise/physics';
import { choiceOf } from './choiceOf.js';
import type { Arguments } from './readArguments.js';

/** `--medium`: what surrounds the source, soft tissue when left out. */
export function mediumOf(given: Arguments): KernelMedium {
  return choiceOf(given, 'medium', ['soft-tissue', 'water', 'bone', 'lung']);
}

/** `--scattering`: how electrons are scattered, after Mott when left out. */
export function scatteringOf(given: Arguments): ScatteringModel {
  return choiceOf(given, 'scattering', ['mott', 'rutherford-moliere']);
}
