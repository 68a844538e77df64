import { GraywiseError } from '@graywise/physics';
import { explainPipelineFault } from './explainPipelineFault.js';
import type { WithItk } from './itkPlatform.js';

/**
 * The pipelines in Node. They run on the calling thread and block it: call from a worker thread. Before each call the event loop turns once, so
 * that a message can abort the signal; a call that has begun is stopped only by ending the thread.
 */
export const withItk: WithItk = async (where, signal, work) => {
  // Imported here, not at the top: both are ES modules, which a CommonJS test runner can only load when they are really used.
  const [{ elastixNode }, { resampleToReferenceNode }] = await Promise.all([import('@itk-wasm/elastix'), import('@itk-wasm/downsample')]);
  const turn = async (): Promise<void> => {
    await new Promise(resolve => setTimeout(resolve, 0));
    if (signal?.aborted) throw new GraywiseError('GW_CANCELLED', { where });
  };
  try {
    return await work({
      elastix: async (parameters, fixed, moving) => {
        await turn();
        return (await elastixNode([parameters], { fixed, moving })).transform;
      },
      resample: async (input, reference, transform) => {
        await turn();
        return (await resampleToReferenceNode(input, reference, { transform: [transform], interpolator: 'b_spline', defaultValue: 0 }))
          .output;
      },
    });
  } catch (fault) {
    throw explainPipelineFault(fault, where);
  }
};
