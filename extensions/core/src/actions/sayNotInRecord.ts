import type { CourseContext } from './courseContext.js';

/** A record that was read from the archive holds a dose, but not what it was made from: the refusal then says what to do. */
export function sayNotInRecord({ store }: CourseContext, what: string): void {
  const { refusal, stored } = store.getSnapshot();
  if (!stored || refusal?.code !== 'GW_USAGE') return;
  store.update({
    refusal: {
      code: 'GW_USAGE',
      message: `The stored record does not hold ${what}.`,
      hint: '"Run again" makes it anew; what is stored stays until you sign another.',
    },
  });
}
