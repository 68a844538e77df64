import type { Step } from '@graywise/physics';

/** The steps in the order in which a number travels. */
export const STEPS: readonly Step[] = ['calibrate', 'align', 'regions', 'time-activity', 'dose', 'verify', 'record'];
