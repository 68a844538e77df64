import { transportedSphere } from '@graywise/kernels';
import { GraywiseError, nuclidePointKernel, referenceMaterial, sphereSelfDose, sphereSValueOf } from '@graywise/physics';
import { choiceOf } from './choiceOf.js';
import { mediumOf, scatteringOf } from './kernelArguments.js';
import type { Arguments } from './readArguments.js';
import type { SValueAnswer } from './sValueAnswer.js';
import { spectrumOf } from './spectrumOf.js';

/** The S-value of `--sphere-mm`: by the point kernel in an unbounded medium, by transport in vacuum or with a scattering model of one's own. */
export async function sphereAnswer(given: Arguments): Promise<SValueAnswer> {
  const diameterMm = given.number('sphere-mm', 0);
  if (diameterMm === null || diameterMm === 0) throw new GraywiseError('GW_USAGE', { expected: '--sphere-mm above 0', found: '0' });
  const spectrum = await spectrumOf(given);
  const medium = mediumOf(given);
  const surroundings = choiceOf(given, 'surroundings', ['same', 'vacuum']);
  const { densityGPerMl } = referenceMaterial(medium);
  const radiusCm = diameterMm / 20;
  const isTransported = surroundings === 'vacuum' || given.text('scattering') !== null;
  const scattering = scatteringOf(given);
  const absorbed = isTransported
    ? await transportedSphere({ spectrum, radiusCm, medium, densityGPerMl, surroundings, scattering })
    : sphereSelfDose(await nuclidePointKernel(spectrum, medium, densityGPerMl), radiusCm);
  const s = sphereSValueOf(absorbed, radiusCm, densityGPerMl);
  return {
    nuclide: spectrum.nuclide,
    about: {
      sphere_mm: diameterMm,
      mass_g: s.massG,
      medium,
      density_g_per_mL: densityGPerMl,
      surroundings,
      scattering,
      chain: spectrum.assumption,
    },
    value: s.sGyPerBqS,
    uncertainty: s.relativeUncertainty,
    parts: { electrons: s.electronPart, bremsstrahlung: s.bremsstrahlungPart, photons: s.photonPart, alphas: s.alphaPart },
    assumptions: [
      spectrum.chain.sentence,
      surroundings === 'same'
        ? 'The sphere lies in an unbounded medium of its own kind and is evenly active.'
        : 'Nothing is around the sphere, so that electrons and photons that leave it do not return.',
    ],
  };
}
