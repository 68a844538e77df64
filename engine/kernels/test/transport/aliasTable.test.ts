import fc from 'fast-check';
import { aliasTable } from '../../src/transport/aliasTable.js';

it("R6: with an importance voxels are drawn as often as weight times importance, and the mean of the weights of histories is each voxel's share", () => {
  const weights = [3, 0, 5, 1, 0.5];
  const importance = [1, 0.7, 0.2, 0.9, 0.4];
  const { entries, count } = aliasTable(weights, importance);
  const view = new DataView(entries.buffer);
  const [drawn, expected] = [weights.map(() => 0), weights.map(() => 0)];
  const add = (voxel: number, probability: number, weight: number): void => {
    drawn[voxel] = (drawn[voxel] ?? 0) + probability;
    expected[voxel] = (expected[voxel] ?? 0) + probability * weight;
  };
  for (let entry = 0; entry < count; entry++) {
    const at = entry * 32;
    const probability = view.getFloat64(at, true);
    add(view.getInt32(at + 24, true), probability / count, view.getFloat64(at + 8, true));
    add(view.getInt32(at + 28, true), (1 - probability) / count, view.getFloat64(at + 16, true));
  }
  const total = weights.reduce((sum, weight, voxel) => sum + weight * (importance[voxel] ?? NaN), 0);
  weights.forEach((weight, voxel) => {
    expect(drawn[voxel]).toBeCloseTo((weight * (importance[voxel] ?? NaN)) / total, 12);
    expect(expected[voxel]).toBeCloseTo(weight / 9.5, 12);
  });
});

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
          const probability = view.getFloat64(entry * 32, true);
          const [own, alias] = [view.getInt32(entry * 32 + 24, true), view.getInt32(entry * 32 + 28, true)];
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
