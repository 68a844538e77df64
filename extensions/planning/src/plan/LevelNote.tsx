import type { ComputedLevel, CyclePlan } from '@graywise/physics';

/** The level of individualisation after the EANM position, as it follows from what was done. */
export function LevelNote({ plan }: { readonly plan: CyclePlan }) {
  const { plan: level, verification = null } = plan.levels ?? { plan: { level: plan.level, reason: '' } };
  return (
    <p className="gw-quiet" data-cy="gw-level">
      Planning: EANM {sentenceOf(level)}
      {verification && ` Verification: EANM ${sentenceOf(verification)}`}
    </p>
  );
}

/** "level iii: …". Plans of before have no sentence. */
function sentenceOf({ level, reason }: ComputedLevel): string {
  return `level ${level}: ${reason.replace(/^Level i+: /, '')}`;
}
