import type { CourseState } from '@graywise/extension-core';
import type { CycleVerification, Step } from '@graywise/physics';
import { act, type ReactNode } from 'react';
import { doneStep, OVERVIEW } from '../../core/test/fixtures/fakeEngine';
import { VERIFICATION } from '../../core/test/fixtures/verification';
import { showInCourse, type Shown } from '../../core/test/support';

export { click, type } from '../../core/test/support';

const STEPS: readonly Step[] = ['calibrate', 'align', 'regions', 'time-activity', 'dose'];

/** Shows a part in an open course whose steps up to the dose are done; `known` changes the verification that they know. */
export function show(content: ReactNode, more: Partial<CourseState> = {}, known: Partial<CycleVerification> = {}): Shown {
  return showInCourse(content, {
    overview: OVERVIEW,
    region: 'kidneys',
    outcomes: Object.fromEntries(STEPS.map(step => [step, { ...doneStep(step), known: { ...VERIFICATION, ...known } }])),
    ...more,
  });
}

/** Chooses files, as a person does, and waits until they are read. */
export async function chooseFiles(node: Element, field: string, files: readonly { name: string; text: string }[]): Promise<void> {
  const input = node.querySelector<HTMLInputElement>(`[data-cy=${field}]`);
  if (!input) throw new Error('There is no field for files.');
  Object.defineProperty(input, 'files', {
    configurable: true,
    value: files.map(({ name, text }) => ({ name, text: () => Promise.resolve(text) })),
  });
  await act(async () => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await Promise.resolve();
  });
}
