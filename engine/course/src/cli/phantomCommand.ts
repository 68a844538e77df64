import { GraywiseError } from '@graywise/physics';
import { choiceOf } from './choiceOf.js';
import { progressBar } from './progressBar.js';
import type { Arguments } from './readArguments.js';

/** `graywise phantom`: writes a digital patient whose truth is known. */
export async function phantomCommand(given: Arguments): Promise<void> {
  const { PHANTOM_NAMES, PHANTOM_VARIANTS, writePhantom } = await import('@graywise/phantoms');
  const name = PHANTOM_NAMES.find(known => known === given.free[0]);
  const out = given.text('out');
  if (!name) throw new GraywiseError('GW_USAGE', { expected: `a phantom: ${PHANTOM_NAMES.join(', ')}`, found: given.free[0] ?? 'none' });
  if (out === null) throw new GraywiseError('GW_USAGE', { expected: '--out DIR', found: 'none' });
  const bar = progressBar();
  const seed = given.whole('seed', 0) ?? 1;
  const resolutionMm = given.number('fwhm-mm', 0);
  const written = await writePhantom({
    name,
    seed,
    out,
    noBlur: given.flag('no-blur'),
    cycles: given.whole('cycles', 1) === 1 ? 1 : 2,
    variant: choiceOf(given, 'variant', PHANTOM_VARIANTS),
    size: given.text('size') === 'small' ? 'small' : 'full',
    onProgress: (fraction, label) => bar({ fraction, label }),
    ...(resolutionMm !== null && { resolutionMm }),
  });
  const summary = { phantom: name, seed, out, files: written };
  process.stdout.write(given.flag('json') ? `${JSON.stringify(summary)}\n` : `Wrote ${String(written)} files to ${out}\n`);
}
