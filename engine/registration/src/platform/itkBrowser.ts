import { GraywiseError } from '@graywise/physics';
import { explainPipelineFault } from './explainPipelineFault.js';
import type { WithItk } from './itkPlatform.js';
import { pipelinesUrl } from './pipelinesUrl.js';

/**
 * The pipelines in a browser, in a web worker of their own that lives as long as the work: its memory never shrinks, so it is not kept.
 *
 * Cancelling ends the worker at once. Its pending calls then never settle, which is why the work races against the signal.
 */
export const withItk: WithItk = async (where, signal, work) => {
  const [
    { createWebWorker },
    { elastix, setPipelinesBaseUrl: setElastixUrl },
    { resampleToReference, setPipelinesBaseUrl: setDownsampleUrl },
  ] = await Promise.all([import('itk-wasm'), import('@itk-wasm/elastix'), import('@itk-wasm/downsample')]);
  setElastixUrl(`${pipelinesUrl()}/elastix`);
  setDownsampleUrl(`${pipelinesUrl()}/downsample`);
  const webWorker = await createWebWorker(null);
  const settled = new AbortController();
  const cancelled = new Promise<never>((_resolve, reject) => {
    const cancel = (): void => reject(new GraywiseError('GW_CANCELLED', { where }));
    signal?.addEventListener('abort', cancel, { signal: settled.signal });
    if (signal?.aborted) cancel();
  });
  try {
    const working = work({
      elastix: async (parameters, fixed, moving) => (await elastix([parameters], { fixed, moving, webWorker })).transform,
      resample: async (input, reference, transform) =>
        (await resampleToReference(input, reference, { transform: [transform], interpolator: 'b_spline', defaultValue: 0, webWorker }))
          .output,
    });
    return await Promise.race([cancelled, working]);
  } catch (fault) {
    throw explainPipelineFault(fault, where);
  } finally {
    settled.abort();
    webWorker.terminate();
  }
};
