import type { Nuclide } from '@graywise/physics';
import type { SpectCamera } from '../camera/spectCamera.js';
import type { PhantomVariant } from '../variants/phantomVariant.js';
import type { DigitalPatient } from './digitalPatient.js';

/** What all files of one phantom have in common. */
export interface PhantomCourse {
  readonly seed: number;
  readonly variant: PhantomVariant;
  readonly size: 'full' | 'small';
  readonly camera: SpectCamera;
  readonly patient: DigitalPatient;
  readonly nuclide: Nuclide;
  /** A UID that belongs to this phantom, with these options, and to nothing else. */
  readonly uid: (...path: string[]) => string;
}
