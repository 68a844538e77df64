import type { Step } from '@graywise/physics';

/** The steps of a verification in their order, with the titles people read. */
export const STEPS: readonly { readonly step: Step; readonly title: string }[] = [
  { step: 'calibrate', title: 'Calibrate' },
  { step: 'align', title: 'Align' },
  { step: 'regions', title: 'Regions' },
  { step: 'time-activity', title: 'Time-activity' },
  { step: 'dose', title: 'Dose' },
  { step: 'verify', title: 'Verify' },
  { step: 'record', title: 'Record' },
];
