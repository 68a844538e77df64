import { currentCycle, fieldOfInstant, type CourseState } from '@graywise/extension-core';
import type { AdministrationFacts, AssayedActivity, Instant } from '@graywise/physics';
import type { AdministrationFields } from './administrationOfFields.js';

/** What the form begins with: the facts that are stated, else what the images say. */
export function fieldsOfAdministration(state: CourseState): AdministrationFields {
  const stated = state.overview?.facts.administrations.find(one => one.cycle === state.cycle);
  return stated ? statedFields(stated) : fieldsOfImages(state);
}

function statedFields({ radiopharmaceutical, preAssay, residual, start, end }: AdministrationFacts): AdministrationFields {
  return {
    radiopharmaceutical,
    preActivity: activityField(preAssay),
    preAt: fieldOfInstant(preAssay.at),
    residualActivity: residual ? activityField(residual) : '',
    residualAt: residual ? fieldOfInstant(residual.at) : '',
    start: fieldOfInstant(start),
    end: end ? fieldOfInstant(end) : '',
    offsetMinutes: start.offsetMinutes,
  };
}

function fieldsOfImages(state: CourseState): AdministrationFields {
  const cycle = currentCycle(state);
  const start: Instant | null = cycle?.administrationStart ?? null;
  const at = start ? fieldOfInstant(start) : '';
  return {
    radiopharmaceutical: cycle?.radiopharmaceutical ?? '',
    preActivity: String(cycle?.administeredMegabecquerel ?? ''),
    preAt: at,
    residualActivity: '',
    residualAt: '',
    start: at,
    end: '',
    offsetMinutes: start?.offsetMinutes ?? -new Date().getTimezoneOffset(),
  };
}

/** MBq, without the digits that only the conversion has made. */
function activityField({ activity }: AssayedActivity): string {
  return String(Number((activity / 1e6).toPrecision(7)));
}
