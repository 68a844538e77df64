import { GraywiseError } from '@graywise/physics';
import type { PhantomOptions } from './phantomOptions.js';

/** Leaves the thread to others, then tells how far the phantom is. Throws GW_CANCELLED when the signal is aborted. */
export async function pace({ signal, onProgress }: PhantomOptions, fraction: number, label: string): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, 0));
  if (signal?.aborted) throw new GraywiseError('GW_CANCELLED', { where: `the making of ${label}` });
  onProgress?.(fraction, label);
}
