import { CLOSED_COURSE, CourseProvider, type CourseService, type CourseState } from '@graywise/extension-core';
import type { CycleVerification, Step } from '@graywise/physics';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { doneStep, OVERVIEW } from '../../core/test/fixtures/fakeEngine';
import { VERIFICATION } from '../../core/test/fixtures/verification';

const STEPS: readonly Step[] = ['calibrate', 'align', 'regions', 'time-activity', 'dose'];

/** Shows a part in an open course whose steps up to the dose are done; `known` changes the verification that they know. */
export function show(
  content: React.ReactNode,
  more: Partial<CourseState> = {},
  known: Partial<CycleVerification> = {},
): { readonly node: HTMLElement; readonly called: string[] } {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  Element.prototype.scrollIntoView = jest.fn();
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  const called: string[] = [];
  const state: CourseState = {
    ...CLOSED_COURSE,
    phase: 'open',
    overview: OVERVIEW,
    region: 'kidneys',
    outcomes: Object.fromEntries(STEPS.map(step => [step, { ...doneStep(step), known: { ...VERIFICATION, ...known } }])),
    ...more,
  };
  const actions = new Proxy(
    {},
    {
      get:
        (_target, name) =>
        (...given: unknown[]) =>
          called.push(`${String(name)} ${given.map(one => JSON.stringify(one)).join(' ')}`),
    },
  );
  const course = {
    getSnapshot: () => state,
    subscribe: () => () => undefined,
    actions,
    parts: { at: () => null },
  } as unknown as CourseService;
  const node = document.body.appendChild(document.createElement('div'));
  act(() => createRoot(node).render(<CourseProvider course={course}>{content}</CourseProvider>));
  return { node, called };
}

export const click = (node: HTMLElement, selector: string): void => act(() => node.querySelector<HTMLElement>(selector)?.click());

/** Types into a field as a person does. */
export function type(node: HTMLElement, dataCy: string, text: string): void {
  const field = node.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[data-cy=${dataCy}]`);
  if (!field) throw new Error(`There is no field ${dataCy}.`);
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  act(() => {
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
