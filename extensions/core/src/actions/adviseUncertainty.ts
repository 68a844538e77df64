import type { UncertaintyAdvice } from '@graywise/physics';
import type { CourseContext } from './courseContext.js';
import { toRefusal } from './toRefusal.js';

/** Asks what would make the dose of a region surer. A record that was read from the archive cannot say; that is no refusal, the drawer says it. */
export async function adviseUncertainty({ store, session }: CourseContext, region: string): Promise<void> {
  const { cycle, phase, running } = store.getSnapshot();
  const { engine } = session;
  if (phase !== 'open' || running || !engine) return;
  const keep = (found: readonly UncertaintyAdvice[] | null): void =>
    store.update({ budgetReview: { ...store.getSnapshot().budgetReview, advice: { region, found } } });
  try {
    keep(await engine.uncertaintyAdvice(cycle, region));
  } catch (fault) {
    keep(null);
    const refusal = toRefusal(fault);
    if (refusal.code !== 'GW_USAGE') store.update({ refusal });
  }
}
