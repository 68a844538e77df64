import { GraywiseError, warning, type RegistrationResult, type StepWarning } from '@graywise/physics';
import type { AlignedCycle } from '../model/cycle.js';
import type { StageTools } from './stageTools.js';

/** Replaces the gate's verdict by a person's, where a person accepted. Throws GW_REGISTRATION_GATE for what nobody accepted. */
export function acceptRegistrations(cycle: AlignedCycle, { answers }: StageTools): AlignedCycle {
  const warnings: StepWarning[] = [];
  const registrations = cycle.registrations.map((result): RegistrationResult => {
    if (!result.quality || result.quality.accepted) return result;
    const found = result.quality.reasons.join('; ');
    const answer = answers.find(({ kind, subject }) => kind === 'accept registration' && subject === String(result.timePoint));
    if (!answer || answer.reason.trim() === '') {
      throw new GraywiseError('GW_REGISTRATION_GATE', { moving: result.timePoint, fixed: cycle.referenceIndex + 1, found });
    }
    warnings.push({
      step: 'align',
      ...warning('GW_REGISTRATION_ACCEPTED', { timePoint: result.timePoint, found: `${found} (reason: ${answer.reason})` }),
    });
    return { ...result, method: 'accepted by a person' };
  });
  return { ...cycle, registrations, warnings: [...cycle.warnings, ...warnings] };
}
