import { regionLabel } from '@graywise/dicom';
import type { CyclePlan } from '@graywise/physics';
import { table } from './table.js';
import { withUncertainty } from './withUncertainty.js';

/** A plan as tables a person can read. */
export function planTable(plan: CyclePlan): string {
  const percent = (share: number | null): string => (share === null ? '' : `${(share * 100).toFixed(0)} %`);
  const rows = plan.predictions.map(({ name, absorbedDose, cumulative, limit, target, probabilityOverLimit, probabilityReachesTarget }) => [
    regionLabel(name, ''),
    withUncertainty(absorbedDose, 1),
    withUncertainty(cumulative, 1),
    limit ? `${limit.value.toFixed(0)} Gy${limit.quantity === 'BED' ? ' BED' : ''}` : '',
    percent(probabilityOverLimit),
    target ? `${target.value.toFixed(0)} Gy` : '',
    percent(probabilityReachesTarget),
  ]);
  const columns = ['region', 'this cycle (Gy)', 'whole course (Gy)', 'limit', 'P over', 'target', 'P reached'];
  const alternatives = plan.alternatives.map(({ title, activity }) => [title, `${(activity / 1e6).toFixed(0)} MBq`]);
  const notes = [...plan.assumptions.map(({ text }) => `- ${text}`), ...plan.warnings.map(({ code, message }) => `! ${message} [${code}]`)];
  return [
    `Cycle ${String(plan.request.cycle)}: suggested activity ${(plan.activity / 1e6).toFixed(0)} MBq (decided by: ${regionLabel(plan.binding, '')}; level ${plan.level})`,
    plan.reason,
    '',
    table(columns, rows),
    alternatives.length > 0 ? table(['alternative', 'activity'], alternatives) : '',
    notes.join('\n'),
    '',
    'A suggestion for review by a medical physics expert; the practitioner prescribes.',
    '',
  ].join('\n');
}
