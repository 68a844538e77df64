import { GraywiseError, sampleNearest, type Volume } from '@graywise/physics';
import { importStudy, readCtVolume, readEmissionVolume, type EmissionSeries, type ImportedStudy } from '../../src/index.js';
import { goldenExpectations, goldenFiles } from '../helpers/readGolden.js';

/** What makeDialects.py says of a case: numbers by numpy from the same array that it wrote. */
interface Expectation {
  readonly kind: 'emission' | 'ct' | 'error' | 'read-error' | 'ct-error' | 'ignored';
  readonly unit?: string;
  readonly sum?: number;
  readonly samples?: readonly (readonly [number, number, number, number])[];
  readonly code?: string;
  readonly says?: string;
  readonly reason?: string;
  readonly ignored?: number;
  readonly stacks?: number;
  readonly notes?: number;
  readonly start?: number;
  readonly offset?: number;
  readonly zoneStated?: boolean;
  readonly counting?: number;
  readonly duration?: number;
  readonly nuclide?: string;
  readonly energyWindow?: readonly [number, number];
  readonly collimator?: string;
  readonly activity?: number | null;
  readonly administrationStart?: number | null;
  readonly decayCorrectedTo?: number | null;
  readonly halfLife?: number | null;
}

/** The rule of conformance.md that a case is about. */
const RULES: readonly (readonly [string, RegExp])[] = [
  ['R1', /^(nm-(plain|negative-spacing|shuffled.*|prone|feet-.*|oblique)|ct-(shuffled|oblique)|pt-start)$/],
  ['R2', /^nm-thickness/],
  ['R3', /^nm-(top-level-geometry|two-positions|functional-groups)$/],
  ['R4', /^nm-no-orientation$/],
  ['R5', /^ct-(gap|tilt|unequal)$/],
  ['R6', /^ct-(localizer|two-acquisitions|split|enhanced)$/],
  ['R7', /^nm-(scatter-.*|two-photopeaks|two-same-peak|bremsstrahlung-.*|windows-.*)$/],
  ['R8', /^nm-two-rotations$/],
  ['R9', /^(nm-(rescale.*|rwv-.*|both-.*)|pt-(suv|no-units))$/],
  ['R10', /^(nm-(signed|overlay-bits|32-bit|8-bit|float|double|padding)|ct-signed-padded)$/],
  ['R11', /^nm-(truncated|rle-truncated|frames-missing)$/],
  [
    'R12',
    /^(nm-(implicit|deflated|big-endian|rle|fragments|no-offset-table|extended-offsets|undefined-length)|ct-(jpeg.*|rle|enhanced-rle))$/,
  ],
  ['R13', /^nm-(datetime-.*|no-zone|date-.*|series-time|content-time-only|impossible-date|summer-time)$/],
  ['R14', /^nm-(two-detectors|views-from-arc|elapsed|per-view-.*)$/],
  ['R15', /^nm-(srt-code|nuclide-.*|product-name)$/],
  ['R16', /^(nm-(dose-in-bq|start-time-only|injected-before-midnight)|pt-dose-in-mbq)$/],
  ['R17', /^pt-(admin.*|none|no-decay-correction|enhanced)$/],
  ['R18', /^(nm-(projections|whole-body|with-nac|two-equal)|pt-suv-beside)$/],
  ['R19', /^nm-(twice|no-frame-of-reference)$/],
];

const EXPECTED = goldenExpectations<Expectation>('dialects');
const cases = Object.entries(EXPECTED).map(([name, expected]) => ({
  rule: RULES.find(([, names]) => names.test(name))?.[0] ?? 'no rule',
  name,
  expected,
}));
const ofKind = (...kinds: Expectation['kind'][]): typeof cases => cases.filter(({ expected }) => kinds.includes(expected.kind));
// Voxels are float32: seven digits. Where slopes are decimals the script and the file round alike.
const FLOAT32 = 2e-6;

function refusal(run: () => unknown): GraywiseError {
  try {
    run();
  } catch (error) {
    if (error instanceof GraywiseError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

async function refusalOf(promise: Promise<unknown>): Promise<GraywiseError> {
  return promise.then(
    () => {
      throw new Error('nothing was refused');
    },
    (error: unknown) => {
      if (error instanceof GraywiseError) return error;
      throw error;
    },
  );
}

function onlyEmission(study: ImportedStudy): EmissionSeries {
  expect(study.emissions).toHaveLength(1);
  const [series] = study.emissions;
  if (!series) throw new Error('no emission series');
  return series;
}

function expectVoxels(volume: Volume, { sum = NaN, samples = [] }: Expectation): void {
  const total = volume.data.reduce((a, b) => a + b, 0);
  expect(Math.abs(total - sum)).toBeLessThanOrEqual(FLOAT32 * Math.abs(sum));
  for (const [x, y, z, value] of samples) expect(sampleNearest(volume, [x, y, z])).toBeCloseTo(value, Math.abs(value) > 1e4 ? -3 : 2);
}

describe('dialects written by pydicom', () => {
  it('each stands for a rule', () => {
    expect(cases.filter(({ rule }) => rule === 'no rule')).toEqual([]);
  });

  it.each(ofKind('emission'))('$rule $name: the same counts at the same places of the patient', async ({ name, expected }) => {
    const study = importStudy(goldenFiles('dialects', name));
    const series = onlyEmission(study);
    const volume = await readEmissionVolume(series);
    expect(volume.unit).toBe(expected.unit);
    expectVoxels(volume, expected);
    if (expected.ignored !== undefined) expect(study.ignored).toHaveLength(expected.ignored);
    if (expected.notes !== undefined) expect(series.notes).toHaveLength(expected.notes);
  });

  it.each(ofKind('emission'))('$rule $name: time, nuclide, camera and administration', ({ name, expected }) => {
    const series = onlyEmission(importStudy(goldenFiles('dialects', name)));
    const check = (key: keyof Expectation, found: unknown): void => {
      if (expected[key] !== undefined) expect(found).toEqual(expected[key]);
    };
    check('start', series.start.epochSeconds);
    check('offset', series.start.offsetMinutes);
    check('zoneStated', series.zoneStated);
    check('counting', series.countingSeconds);
    check('duration', series.durationSeconds);
    check('nuclide', series.nuclide);
    check('energyWindow', series.camera.energyWindowKev);
    check('collimator', series.camera.collimator);
    check('activity', series.administration.activity);
    check('administrationStart', series.administration.start?.epochSeconds ?? null);
    check('decayCorrectedTo', series.decayCorrectedTo?.epochSeconds ?? null);
    check('halfLife', series.statedHalfLife);
  });

  it.each(ofKind('ct'))('$rule $name: HU at the same places of the patient', async ({ name, expected }) => {
    const study = importStudy(goldenFiles('dialects', name));
    const [ct] = study.cts;
    if (!ct) throw new Error('no CT');
    if (expected.stacks !== undefined) expect(study.cts).toHaveLength(expected.stacks);
    if (expected.ignored !== undefined) expect(study.ignored).toHaveLength(expected.ignored);
    expectVoxels(await readCtVolume(ct), expected);
  });

  it.each(ofKind('error'))('$rule $name: refused by name', ({ name, expected }) => {
    expect(refusal(() => importStudy(goldenFiles('dialects', name))).code).toBe(expected.code);
  });

  it.each(ofKind('read-error', 'ct-error'))('$rule $name: refused when its voxels are read', async ({ name, expected }) => {
    const study = importStudy(goldenFiles('dialects', name));
    const [ct] = study.cts;
    const error = await refusalOf(ct ? readCtVolume(ct) : readEmissionVolume(onlyEmission(study)));
    expect(error.code).toBe(expected.code);
    expect(error.message).toContain(expected.says);
  });

  it.each(ofKind('ignored'))('$rule $name: left out with its reason', ({ name, expected }) => {
    const study = importStudy(goldenFiles('dialects', name));
    expect(study.emissions).toHaveLength(0);
    expect(study.ignored[0]?.reason).toContain(expected.reason);
  });
});
