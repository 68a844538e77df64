import {
  becquerel,
  extraScansByCycle,
  findAbnormalities,
  gigabecquerel,
  gram,
  gray,
  hotClusters,
  hours,
  impliedActivity,
  injectionSiteDose,
  joule,
  makeEstimate,
  megabecquerel,
  megabecquerelHour,
  nuclideData,
  second,
  SUGGESTED_THRESHOLDS,
  type DetectorInput,
  type DetectorRegion,
  type Finding,
  type Volume,
} from '@graywise/physics';

const SIZE = [40, 30, 40] as const;
const geometry = {
  size: SIZE,
  spacingMm: [5, 5, 5],
  originLps: [-97.5, -72.5, -97.5],
  direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  frameOfReferenceUid: '1.2',
} as const;
const VOXELS = SIZE[0] * SIZE[1] * SIZE[2];
const HOURS = [4, 24, 96, 168];
const nuclide = nuclideData('Lu-177');

/** Voxels of a box of half sizes `half` about a centre, in voxels. */
function box(centre: readonly number[], half: readonly number[]): Uint8Array {
  return new Uint8Array(VOXELS).map((_, voxel) => {
    const index = [voxel % SIZE[0], Math.floor(voxel / SIZE[0]) % SIZE[1], Math.floor(voxel / (SIZE[0] * SIZE[1]))];
    return index.every((at, axis) => Math.abs(at - centre[axis]!) <= half[axis]!) ? 1 : 0;
  });
}

interface Place {
  readonly mask: Uint8Array;
  /** Bq/mL at each scan. */
  readonly values: readonly number[];
}
const clearing = (start: number, halfLifeHours: number): number[] => HOURS.map(time => start * 2 ** (-time / halfLifeHours));

const LIVER = box([14, 14, 28], [5, 5, 5]);
const LEFT = box([26, 18, 14], [2, 2, 3]);
const RIGHT = box([10, 18, 14], [2, 2, 3]);
const NORMAL: Readonly<Record<string, Place>> = {
  liver: { mask: LIVER, values: clearing(1e5, 80) },
  'kidney-left': { mask: LEFT, values: clearing(5e5, 50) },
  'kidney-right': { mask: RIGHT, values: clearing(5e5, 50) },
};

/** Boxes of uniform concentration in a faint background; the body is a box that leaves a rim of air. */
function input(
  change: Readonly<Record<string, Place>> = {},
  extra: readonly Place[] = [],
  more: Partial<DetectorInput> = {},
): DetectorInput {
  const places = { ...NORMAL, ...change };
  const scans = HOURS.map((time, index) => {
    const data = new Float32Array(VOXELS).fill(200);
    for (const { mask, values } of [...Object.values(places), ...extra])
      mask.forEach((value, voxel) => value && (data[voxel] = values[index]!));
    const activity = data.reduce((sum, value) => sum + value * 0.125, 0);
    return {
      timePoint: index + 1,
      afterAdministration: second(3600 * time),
      concentration: { geometry, unit: 'Bq/mL', data } as Volume<'Bq/mL'>,
      becquerelPerCount: 100,
      inView: makeEstimate(becquerel(activity), [{ source: 'calibration', key: 'c', standardUncertainty: 0.02 * activity }]),
    };
  });
  const regions = Object.entries(places).map(([name, { mask, values }]): DetectorRegion => {
    const millilitres = mask.reduce((sum, value) => sum + value, 0) * 0.125;
    const halfLife = (72 * Math.log(2)) / Math.log(values[2]! / values[3]!);
    return {
      name,
      label: name,
      mask,
      curve: values.map((value, index) => ({
        timePoint: index + 1,
        afterAdministration: second(3600 * HOURS[index]!),
        activity: makeEstimate(becquerel(value * millilitres), [
          { source: 'counts', key: `${name}:${String(index)}`, standardUncertainty: 0.02 * value * millilitres },
        ]),
      })),
      model: 'mono-exponential',
      effectiveHalfLife: makeEstimate(hours(halfLife), [{ source: 'fit', key: name, standardUncertainty: 0.03 * 3600 * halfLife }]),
      absorbedDose: makeEstimate(gray((values[1]! * halfLife) / 5e6), []),
    };
  });
  return {
    cycle: 1,
    radiopharmaceutical: '177Lu-DOTATATE',
    nuclide,
    administered: makeEstimate(megabecquerel(150), []),
    geometry,
    scans,
    regions,
    density: { geometry, unit: 'g/mL', data: Float32Array.from(box([19, 14, 20], [18, 12, 19])) },
    calibration: makeEstimate(1, [{ source: 'calibration', key: 'c', standardUncertainty: 0.02 }]),
    ...more,
  };
}

const kinds = (findings: readonly Finding[]): string[] => findings.map(({ kind }) => kind);

describe('V6: hot clusters outside of all regions', () => {
  it('a normal patient raises nothing', () => expect(findAbnormalities(input())).toEqual([]));
  it('clusters are what touches, with volume, activity and centroid, the most active first', () => {
    const data = new Float32Array(VOXELS);
    // two voxels that touch by a corner, and a brighter pair apart from them
    for (const [i, j, k] of [
      [5, 5, 5],
      [6, 6, 6],
    ] as const)
      data[i + SIZE[0] * (j + SIZE[1] * k)] = 2;
    for (const [i, j, k] of [
      [20, 5, 5],
      [21, 5, 5],
    ] as const)
      data[i + SIZE[0] * (j + SIZE[1] * k)] = 3;
    const found = hotClusters({ geometry, unit: 'Bq/mL', data }, new Uint8Array(VOXELS).fill(1), 1, 0.2);
    expect(found.map(({ volumeMl, activityBq }) => [volumeMl, activityBq])).toEqual([
      [0.25, 0.75],
      [0.25, 0.5],
    ]);
    expect(found[0]!.centroidLps).toEqual([20.5 * 5 - 97.5, 5 * 5 - 72.5, 5 * 5 - 97.5]);
    expect(hotClusters({ geometry, unit: 'Bq/mL', data }, new Uint8Array(VOXELS).fill(1), 1, 0.3)).toEqual([]);
  });
  it('a rim that the outline leaves out is no cluster', () => {
    // the kidney is one voxel (5 mm) larger all around than it was drawn
    const larger = { mask: box([26, 18, 14], [3, 3, 4]), values: clearing(5e5, 50) };
    expect(findAbnormalities(input({}, [larger]))).toEqual([]);
  });
});

describe('V7: injection site', () => {
  const arm = { mask: box([36, 14, 20], [1, 1, 8]), values: clearing(4e6, 8) };
  // behind the arm lies air: 7 voxels of tissue from front to back, 25 in the trunk
  const density = { geometry, unit: 'g/mL', data: Float32Array.from(box([17, 14, 20], [16, 12, 19])) } as Volume<'g/mL'>;
  box([36, 14, 20], [2, 3, 19]).forEach((value, voxel) => value && (density.data[voxel] = 1));
  const [finding, ...others] = findAbnormalities(input({}, [arm], { density }));
  const row = (name: string): number => finding!.worksheet.find(entry => entry.name.startsWith(name))!.value;
  it('a hot place at the edge of the body, with volume, activities, half-life and dose', () => {
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'extravasation', region: null });
    expect(finding!.placeLps![0]).toBeCloseTo(36 * 5 - 97.5, 6);
    expect(row('Volume')).toBeCloseTo((3 * 3 * 17) / 8, 6);
    // the summed box of 15 mm more holds some background
    expect(row('Activity at 4 h') / (4e6 * 2 ** (-4 / 8) * 19.125e-6)).toBeCloseTo(1, 2);
    expect(row('Half-life between the first two scans')).toBeCloseTo(8, 1);
    const integral = row('Time-integrated activity');
    expect(row('Local absorbed dose')).toBeCloseTo((0.08532 * integral) / row('Mass'), 3);
  });
  it('in the middle of the body it is unexpected uptake', () => {
    const middle = { mask: box([32, 14, 32], [2, 2, 2]), values: clearing(4e6, 60) };
    expect(kinds(findAbnormalities(input({}, [middle], { density })))).toEqual(['unexpected uptake']);
  });
  it('extrav-01: doses in 1000, 400 and 180 mL imply activities; that of the largest is more than was given', () => {
    // the case takes 0.0848 Gy g/(MBq h) and 1 g/mL
    const energyPerDecay = joule((0.0848 * 1e-3) / 3.6e9);
    const cases = [
      [1000, 2.3, 27122.6, 8173.91, true],
      [400, 4.1, 19339.6, 5828.35, false],
      [180, 6.8, 14434.0, 4349.94, false],
    ] as const;
    for (const [volume, dose, integral, initial, isImpossible] of cases) {
      const implied = impliedActivity({
        dose: gray(dose),
        mass: gram(volume),
        energyPerDecay,
        halfLife: hours(2.3),
        administered: gigabecquerel(7.4),
      });
      // tolerance of the case: 1e-4
      expect(implied.timeIntegrated / 3.6e9 / integral).toBeCloseTo(1, 4);
      expect(implied.initial / 1e6 / initial).toBeCloseTo(1, 4);
      expect(implied.isImpossible).toBe(isImpossible);
      const back = injectionSiteDose(energyPerDecay, makeEstimate(megabecquerelHour(integral), []), makeEstimate(gram(volume), []));
      expect(back.value / dose).toBeCloseTo(1, 4);
    }
  });
});

describe('V8: uptake that nobody drew', () => {
  it('names volume, share and place; more than five places are five findings', () => {
    const spots = [4, 9, 14, 19, 24, 29].map(i => ({ mask: box([i, 4, 36], [1, 1, 1]), values: clearing(3e6 + 1e4 * i, 60) }));
    const findings = findAbnormalities(input({}, spots));
    expect(kinds(findings)).toEqual(Array(5).fill('unexpected uptake'));
    expect(findings[0]!.placeLps![0]).toBeCloseTo(29 * 5 - 97.5, 6);
    expect(findings[4]!.message).toContain('1 smaller places are not listed');
    expect(findings[0]!.worksheet[0]).toMatchObject({ value: 27 / 8, unit: 'mL' });
  });
  it('what is hot at first and gone later is found on the scan that shows it', () => {
    const early = { mask: box([24, 4, 34], [1, 1, 1]), values: [5e6, 10, 10, 10] };
    const [finding] = findAbnormalities(input({}, [early]));
    expect(finding!.message).toContain('at 4 h');
  });
});

describe('V9: balance of activity', () => {
  const scaled = (factors: readonly number[]): DetectorInput => {
    const normal = input();
    return {
      ...normal,
      scans: normal.scans.map((scan, index) => {
        const left = 1.5e8 * 2 ** (-scan.afterAdministration / nuclide.halfLife);
        return {
          ...scan,
          inView: makeEstimate(becquerel(factors[index]! * left), [{ source: 'calibration', key: 'c', standardUncertainty: 0.02 * left }]),
        };
      }),
    };
  };
  it('more than was given cannot be', () => {
    expect(findAbnormalities(scaled([1.2, 0.8, 0.6, 0.5]))[0]).toMatchObject({
      kind: 'activity balance',
      message: expect.stringContaining('more than there is'),
    });
    expect(findAbnormalities(scaled([1.02, 0.8, 0.6, 0.5]))).toEqual([]);
  });
  it('asks for the whole body before the first voiding of the next cycle, and within the day while something is left', () => {
    const [finding] = findAbnormalities(scaled([0.5, 0.4, 0.5, 0.3]));
    expect(finding!.extraScans.map(time => time / 3600)).toEqual([1, 24]);
    expect(finding!.advice.at(-1)).toContain('before the first voiding');
    // all its scans were made: both are for the next cycle
    const { scans } = input();
    expect(extraScansByCycle(finding!, scans)).toEqual({ thisCycle: [], nextCycle: finding!.extraScans });
    expect(extraScansByCycle(finding!, scans.slice(0, 1))).toEqual({ thisCycle: [hours(24)], nextCycle: [hours(1)] });
    // 110 min: after a day one part in 10 000 is left
    const short = findAbnormalities({ ...scaled([0.5, 0.4, 0.5, 0.3]), nuclide: nuclideData('F-18') });
    expect(short.find(({ kind }) => kind === 'activity balance')!.extraScans).toEqual([hours(1)]);
  });
  it('nor can it grow', () => {
    expect(findAbnormalities(scaled([0.5, 0.4, 0.5, 0.3]))[0]?.message).toContain('nothing in the body makes activity');
  });
  it('hardly any in the first hours: it may have stayed at the injection', () => {
    expect(findAbnormalities(scaled([0.05, 0.05, 0.04, 0.03]))[0]?.message).toContain('only 5 %');
  });
});

describe('V10: missing uptake', () => {
  it('a lesion that holds no more than its surroundings', () => {
    const lesion = { mask: box([14, 14, 28], [1, 1, 1]), values: clearing(1.1e5, 80) };
    const findings = findAbnormalities(input({ 'lesion-1': lesion }));
    expect(findings).toMatchObject([{ kind: 'missing uptake', region: 'lesion-1', extraScans: [hours(1), hours(4)] }]);
    expect(findings[0]!.advice.at(-1)).toContain('whether the infusion went elsewhere');
    expect(findAbnormalities(input({ 'lesion-1': { ...lesion, values: clearing(3e5, 80) } }))).toEqual([]);
  });
});

describe('V11: a kidney that may be obstructed', () => {
  const left = (values: number[]): Finding[] => findAbnormalities(input({ 'kidney-left': { mask: LEFT, values } }));
  it.each([
    ['twice the dose of the other', clearing(1e6, 50), 'its dose is 2.0 times that of the right kidney'],
    ['half of it', clearing(2.5e5, 50), 'times that of the left kidney'],
    ['a half-life beyond the population', clearing(3.6e5, 85), 'more than in 97.5 % of patients (71 h, a suggested value)'],
    ['activity that rises', [4e5, 6e5, 2.4e5, 0.9e5], 'rises from 4 h to 24 h, 1.5 times'],
  ])('%s', (_what, values, reason) => {
    const [finding, ...others] = left(values);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'kidney obstruction', message: expect.stringContaining(reason) });
  });
  it('a half-life that is only uncertain is none', () => {
    const { regions, ...rest } = input({ 'kidney-left': { mask: LEFT, values: clearing(2.7e5, 74) } });
    const vague = regions.map(region => ({
      ...region,
      effectiveHalfLife: makeEstimate(region.effectiveHalfLife.value, [
        { source: 'fit', key: region.name, standardUncertainty: 0.3 * region.effectiveHalfLife.value },
      ]),
    }));
    expect(findAbnormalities({ ...rest, regions: vague })).toEqual([]);
  });
  it.each(['stated half-life', 'population half-life', 'Hänscheid 2018', 'mean of a cohort'] as const)(
    'a long half-life that is not of the patient (%s) is none',
    model => {
      const slow = { mask: LEFT, values: clearing(3.6e5, 85) };
      const { regions, ...rest } = input({ 'kidney-left': slow, 'kidney-right': { ...slow, mask: RIGHT } });
      expect(findAbnormalities({ ...rest, regions })).not.toEqual([]);
      expect(findAbnormalities({ ...rest, regions: regions.map(region => ({ ...region, model })) })).toEqual([]);
    },
  );
  it('a pelvis hotter than its kidney, between 5 and 30 mm from it', () => {
    const pelvis = { mask: box([21, 18, 14], [1, 1, 2]), values: HOURS.map(() => 2e6) };
    const [finding] = findAbnormalities(input({}, [pelvis]));
    expect(finding).toMatchObject({ kind: 'kidney obstruction', region: 'kidney-left' });
    expect(finding!.placeLps![0]).toBeCloseTo(21 * 5 - 97.5, 0);
  });
  it('asks for scans a day and a half-life later', () => {
    const [finding] = left(clearing(3.6e5, 85));
    expect(finding!.extraScans.map(time => time / 3600)).toEqual([192, 253]);
  });
  it('thresholds are one table that a caller may change', () => {
    const twice = input({ 'kidney-left': { mask: LEFT, values: clearing(1e6, 50) } }, [], {
      thresholds: { ...SUGGESTED_THRESHOLDS, kidneyRatio: 3 },
    });
    expect(findAbnormalities(twice)).toEqual([]);
  });
});
