import type { Progress } from '../engine/courseEngine.js';

/** Progress on standard error: one line that is written over on a terminal, a line per label elsewhere. */
export function progressBar(): (progress: Pick<Progress, 'fraction' | 'label'>) => void {
  let last = '';
  return ({ fraction, label }) => {
    const percent = `${String(Math.round(fraction * 100)).padStart(3)} %`;
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${percent}  ${label}${fraction >= 1 ? '\n' : ''}`);
    else if (label !== last) process.stderr.write(`${percent}  ${label}\n`);
    last = label;
  };
}
