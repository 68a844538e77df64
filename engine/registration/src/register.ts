import { withItk } from '#itk';
import { invertTransform, type RegistrationQuality, type RigidTransform, type Volume } from '@graywise/physics';
import { alignRigid } from './align/alignRigid.js';
import { RESOLUTIONS } from './align/rigidParameters.js';
import { startTransform } from './align/startTransform.js';
import { prepareCt } from './prepare/prepareCt.js';
import { prepareSpect } from './prepare/prepareSpect.js';
import { fewestCounts } from './quality/fewestCounts.js';
import { registrationQuality } from './quality/registrationQuality.js';

/** Two scans of one patient that are to be brought together. */
export interface RegistrationRequest {
  /** The reference scan. */
  readonly fixed: Volume;
  readonly moving: Volume;
  /** What both show. CT is registered by the anatomy; SPECT, where there is no CT, by its own counts. */
  readonly content: 'CT' | 'SPECT';
  /** What the scans are called in errors. */
  readonly names?: { readonly fixed: string; readonly moving: string };
  readonly signal?: AbortSignal;
  /** Called with the share of the work done, 0 to 1, and what is being done. */
  readonly onProgress?: (fraction: number, label: string) => void;
}

/** A transform from points of the fixed scan to the same anatomy in the moving scan, LPS mm, and how far to trust it. */
export interface Registration {
  readonly transform: RigidTransform;
  readonly quality: RegistrationQuality;
}

/** Seeds of the points compared on the way there and on the way back: chance must not agree with itself. */
const SEEDS = { forward: 121212, backward: 343434 } as const;

/**
 * Registers two scans rigidly: prepare both, align there, align back from the start on its own, judge. Deterministic, and the same in Node and in a
 * browser. In Node it blocks the calling thread.
 *
 * A result that does not pass the gate is returned with its reasons and `accepted` false: a person decides.
 * Throws GW_NOT_REGISTRABLE (voxels missing, not finite or all alike; no body; no counts), GW_GEOMETRY, GW_NO_OVERLAP, GW_IMAGE_TOO_LARGE and
 * GW_CANCELLED.
 */
export async function register(request: RegistrationRequest): Promise<Registration> {
  const { content, signal, names = { fixed: 'reference', moving: 'other' } } = request;
  const report = stepwise(request.onProgress, 2 * RESOLUTIONS.length + 2);
  return withItk('registration', signal, async itk => {
    report('preparing the images');
    const prepare = content === 'CT' ? prepareCt : prepareSpect;
    const fixed = prepare(request.fixed, `scan ${names.fixed}`);
    const moving = prepare(request.moving, `scan ${names.moving}`);
    const start = startTransform(fixed, moving, names);
    const there = { fixed, moving, start, seed: SEEDS.forward, onRun: () => report('aligning') };
    const forward = await alignRigid(itk, there);
    const back = {
      fixed: moving,
      moving: fixed,
      start: invertTransform(start),
      seed: SEEDS.backward,
      onRun: () => report('checking backwards'),
    };
    const backward = await alignRigid(itk, back);
    report('comparing');
    const counts = fewestCounts(request.fixed, request.moving);
    return { transform: forward, quality: registrationQuality({ content, fixed, moving, forward, backward, counts }) };
  });
}

function stepwise(onProgress: RegistrationRequest['onProgress'], steps: number): (label: string) => void {
  let done = 0;
  return label => onProgress?.(done++ / steps, label);
}
