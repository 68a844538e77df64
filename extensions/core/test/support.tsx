import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { CourseService } from '../src/state/courseService';
import { CLOSED_COURSE, type CourseState } from '../src/state/courseState';
import { CourseProvider } from '../src/ui/CourseProvider';

/** What was shown, and which actions were called with what. */
export interface Shown {
  readonly node: HTMLElement;
  readonly called: string[];
}

/** Shows a part in an open course. Actions do nothing but be noted: their name and what they were given, as JSON. */
export function showInCourse(content: ReactNode, more: Partial<CourseState>): Shown {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  Element.prototype.scrollIntoView = jest.fn();
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  const called: string[] = [];
  const state: CourseState = { ...CLOSED_COURSE, phase: 'open', ...more };
  const actions = new Proxy(
    {},
    {
      get:
        (_target, name) =>
        (first?: unknown, ...others: unknown[]) =>
          called.push(`${String(name)} ${[first, ...others].map(one => String(JSON.stringify(one))).join(' ')}`),
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
