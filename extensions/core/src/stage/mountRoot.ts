import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/** Shows a React tree in a child of the node; the returned function ends it. Ending is put off, because React must not unmount one root while it draws another. */
export function mountRoot(node: HTMLElement, content: ReactNode): () => void {
  const box = node.ownerDocument.createElement('div');
  box.className = 'gw-root';
  node.appendChild(box);
  const root = createRoot(box);
  root.render(content);
  return () => {
    box.remove();
    setTimeout(() => root.unmount());
  };
}
