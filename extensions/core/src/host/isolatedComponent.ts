import type { ReactNode } from 'react';
import { mountRoot } from '../stage/mountRoot.js';
import { hostElement, type NodeReference } from './hostElement.js';

/**
 * A component for the host that shows our own React tree in a root of its own.
 *
 * The host's React and ours are two copies, so the component uses no hooks and its reference is the same at every render; our root lives in a child
 * node that the host never sees, so that neither removes the other's nodes.
 */
export function isolatedComponent(render: () => ReactNode, className: string): () => unknown {
  const shown = new Map<HTMLElement, () => void>();
  const reference: NodeReference = node => {
    if (node && !shown.has(node)) shown.set(node, mountRoot(node, render()));
    if (!node) setTimeout(() => endGone(shown));
  };
  return () => hostElement('div', { className }, reference);
}

/** The host reports that a node goes before it is out of the document; only then is our root ended. */
function endGone(shown: Map<HTMLElement, () => void>): void {
  for (const [node, end] of shown) {
    if (node.isConnected) continue;
    end();
    shown.delete(node);
  }
}
