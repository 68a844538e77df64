/** @jest-environment jsdom */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { FaultBoundary } from '../src/ui/FaultBoundary';

function Broken(): never {
  throw new Error('a fault of ours');
}

it('a fault stays in its own panel and says what it is', () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  window.addEventListener('error', event => event.preventDefault());
  const node = document.createElement('div');
  act(() =>
    createRoot(node).render(
      <FaultBoundary>
        <Broken />
      </FaultBoundary>,
    ),
  );
  expect(node.querySelector('[role=alert]')?.textContent).toContain('a fault of ours');
});
