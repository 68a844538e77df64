/** Runs the registration as Node runs it, outside the test runner, which cannot load ES modules on demand. One message in, one answer out. */
import { withItk } from '#itk';
import { alignRigid } from '../../src/align/alignRigid.ts';
import { register } from '../../src/register.ts';
import { resampleToGrid } from '../../src/resampleToGrid.ts';
import { goldenPair } from '../golden/goldenPair.ts';

const runs = {
  register: (request, abort) => register({ ...request, signal: abort.signal }),
  resampleToGrid: request => resampleToGrid(request),
  elastix: ({ parameters, fixed, moving }) => withItk('a test', undefined, itk => itk.elastix(parameters, fixed, moving)),
  goldenPair: () => withItk('a test', undefined, itk => alignRigid(itk, goldenPair())),
};

let abort = new AbortController();

process.on('message', async ({ run, request, disguise, cancelAfter }) => {
  if (run === 'abort') return abort.abort();
  abort = new AbortController();
  const progress = [];
  const onProgress = (fraction, label) => {
    progress.push([fraction, label]);
    if (progress.length === cancelAfter) process.send({ progressed: true });
  };
  try {
    const result = await runs[run]({ ...disguised(request, disguise), ...(run === 'register' ? { onProgress } : {}) }, abort);
    process.send({ result, progress });
  } catch (error) {
    process.send({ error: { name: error.name, code: error.code, message: error.message }, progress });
  }
});

/** The same voxels in the forms that callers may bring them in: a view into a larger buffer, or integers. */
function disguised(request, disguise = {}) {
  const forms = {
    view: data => {
      const larger = new Float32Array(data.length + 1000).fill(777);
      larger.set(data, 500);
      return larger.subarray(500, 500 + data.length);
    },
    int16: data => Int16Array.from(data),
  };
  const changed = Object.entries(disguise).map(([name, form]) => [name, { ...request[name], data: forms[form](request[name].data) }]);
  return { ...request, ...Object.fromEntries(changed) };
}
