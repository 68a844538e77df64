import fc from 'fast-check';
import { aliasTable } from '../../src/transport/aliasTable.js';

it('R6: an alias table draws every voxel as often as its weight, and none of weight zero', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1e6, noNaN: true })), { minLength: 1, maxLength: 60 }),
      weights => {
        const sum = weights.reduce((total, weight) => total + weight, 0);
        fc.pre(sum > 0);
        const { entries, count } = aliasTable(weights);
        const view = new DataView(entries.buffer);
        const drawn = weights.map(() => 0);
        for (let entry = 0; entry < count; entry++) {
          const probability = view.getFloat64(entry * 16, true);
          const [own, alias] = [view.getInt32(entry * 16 + 8, true), view.getInt32(entry * 16 + 12, true)];
          drawn[own] = (drawn[own] ?? 0) + probability / count;
          drawn[alias] = (drawn[alias] ?? 0) + (1 - probability) / count;
        }
        weights.forEach((weight, voxel) => {
          // Sixty subtractions of numbers up to sixty.
          expect(drawn[voxel]).toBeCloseTo(weight / sum, 12);
          if (weight === 0) expect(drawn[voxel]).toBe(0);
        });
      },
    ),
  );
});
