import { becquerel, fitTimeActivity, hours, makeEstimate, nuclideData, permanentImplantBasis } from '../../src/index.js';

describe('permanent implants', () => {
  const { halfLife } = nuclideData('Y-90');

  it.each(['90Y-microspheres', '90Y SIR-Spheres', 'TheraSphere', '166Ho QuiremSpheres'])(
    'M12 %s stay: one scan is enough, exactly',
    name => {
      const basis = permanentImplantBasis(name, halfLife);
      const activity = makeEstimate(becquerel(8e8), [{ source: 'calibration', key: 'pet', standardUncertainty: 4e7 }]);
      const points = [{ timePoint: 1, afterAdministration: hours(20), activity }];
      const { timeIntegratedActivity, effectiveHalfLife, fit } = fitTimeActivity({
        points,
        physicalHalfLife: halfLife,
        basis,
        where: 'liver',
      });
      const exact = (8e8 * 2 ** ((20 * 3600) / halfLife) * halfLife) / Math.LN2;
      expect(timeIntegratedActivity.value / exact).toBeCloseTo(1, 12);
      // the scan's own uncertainty, and none of a half-life
      const share = (source: string): number[] =>
        timeIntegratedActivity.contributions.filter(one => one.source === source).map(one => one.standardUncertainty);
      expect((share('calibration')[0] ?? 0) / timeIntegratedActivity.value).toBeCloseTo(0.05, 12);
      expect(share('half-life prior')).toEqual([]);
      expect([effectiveHalfLife.value, effectiveHalfLife.standardUncertainty]).toEqual([halfLife, 0]);
      expect(fit.extrapolatedFraction).toBeCloseTo(2 ** ((-20 * 3600) / halfLife), 12);
    },
  );

  it('M12 nothing else is one', () => {
    expect(permanentImplantBasis('90Y-DOTATATE', halfLife)).toBeNull();
    expect(permanentImplantBasis('90Y-ibritumomab tiuxetan', halfLife)).toBeNull();
  });
});
