import type { CourseService } from '../state/courseService.js';
import { keyAction } from './keyAction.js';

/**
 * Listens to the keys of the mode until the returned function is called.
 *
 * It listens before OHIF does, because OHIF uses the same digits and arrows for other things. Keys that go to a field or press a button are left alone.
 */
export function listenToKeys(course: CourseService): () => void {
  const listener = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return;
    const action = keyAction(event.key, course);
    if (!action) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    action();
  };
  window.addEventListener('keydown', listener, { capture: true });
  return () => window.removeEventListener('keydown', listener, { capture: true });
}

function isTaken(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (!target) return false;
  if (target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"]')) return true;
  return event.key === 'Enter' && target.closest('button, a, summary, [tabindex="0"]') !== null;
}
