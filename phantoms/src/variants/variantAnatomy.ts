import type { PointLps } from '@graywise/physics';
import type { AnatomyPart } from '../anatomy/anatomyPart.js';
import type { TissueName } from '../anatomy/tissues.js';
import { convexBody, type ConvexBody, type Vector } from '../geometry/convexBody.js';
import type { PhantomVariant } from './phantomVariant.js';

/** A place that holds activity of its own and that the normal patient lacks. */
export interface ExtraPlace {
  readonly name: 'injection-site' | 'renal-pelvis-left';
  readonly body: ConvexBody;
  readonly tissue: TissueName;
  /** In the patient's own frame. */
  readonly centreLps: PointLps;
  readonly volumeMl: number;
}

/** Forearm at the patient's right side, as much of it as a camera on the trunk sees. */
const FOREARM: AnatomyPart = {
  body: convexBody('cylinder', { centre: [-200, 18, -170], half: [27, 30, 230] }),
  tissue: 'muscle',
  source: null,
};

/** Where the radiopharmaceutical ran into the tissue: about 180 mL, the smallest of the volumes that a published case was evaluated with (README.md). */
const INJECTION_SITE = ellipsoid('injection-site', [-200, 18, -70], [18, 22, 108], 'muscle');
/** A wide renal pelvis between the left kidney and the great vessels, about 11 mL. */
const RENAL_PELVIS = ellipsoid('renal-pelvis-left', [28, 28, -48], [9, 12, 24], 'bowel content');

const PLACES: Readonly<Record<PhantomVariant, readonly ExtraPlace[]>> = {
  normal: [],
  extravasation: [INJECTION_SITE],
  'obstructed-kidney': [RENAL_PELVIS],
};

/** The places with activity that a variant adds. */
export function extraPlaces(variant: PhantomVariant): readonly ExtraPlace[] {
  return PLACES[variant];
}

/** The bodies that a variant adds to the anatomy, over everything else. They belong to no source region; `extraPlaces` says what activity they hold. */
export function variantAnatomy(variant: PhantomVariant): AnatomyPart[] {
  const places = PLACES[variant].map(({ body, tissue }): AnatomyPart => ({ body, tissue, source: null }));
  return variant === 'extravasation' ? [FOREARM, ...places] : places;
}

function ellipsoid(name: ExtraPlace['name'], centreLps: PointLps, half: Vector, tissue: TissueName): ExtraPlace {
  const volumeMl = (4 * Math.PI * half[0] * half[1] * half[2]) / 3000;
  return { name, body: convexBody('ellipsoid', { centre: centreLps, half }), tissue, centreLps, volumeMl };
}
