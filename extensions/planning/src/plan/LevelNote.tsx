import type { CyclePlan } from '@graywise/physics';

/** The level of individualisation after the EANM position, as it follows from what was done. */
export function LevelNote({ plan }: { readonly plan: CyclePlan }) {
  const { plan: level, verification = null } = plan.levels ?? { plan: { level: plan.level, reason: '' } };
  return (
    <p className="gw-quiet" data-cy="gw-level">
      EANM level ({level.level}) for planning. {level.reason}
      {verification && ` For verification (${verification.level}). ${verification.reason}`}
    </p>
  );
}
