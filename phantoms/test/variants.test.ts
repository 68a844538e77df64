import { findAbnormalities } from '@graywise/physics';
import { detectorCase } from './support/detectorCase.js';

describe('look', () => {
  it.each([1, 2, 3, 4, 5, 6])('seed %d', seed => {
    for (const variant of ['normal', 'extravasation', 'obstructed-kidney'] as const) {
      const input = detectorCase({ seed, variant });
      const t0 = performance.now();
      const found = findAbnormalities(input);
      process.stdout.write(
        `${seed} ${variant} ${(performance.now() - t0).toFixed(0)} ms ${input.scans.map(s => (s.inView.value / input.administered.value / 2 ** (-s.afterAdministration / 574300)).toFixed(3)).join(' ')} T ${input.regions
          .slice(0, 2)
          .map(r => (r.effectiveHalfLife.value / 3600).toFixed(1))
          .join(' ')}\n`,
      );
      for (const f of found)
        process.stdout.write(
          `   ${f.kind}: ${f.message} ${JSON.stringify(f.extraScans.map(t => t / 3600))}\n${f.worksheet.map(r => `        ${r.name}: ${r.value.toPrecision(3)} ± ${r.standardUncertainty?.toPrecision(2)} ${r.unit}`).join('\n')}\n`,
        );
    }
  });
});
