/** A callback of React that receives the node of an element, or null when it goes. */
export type NodeReference = (node: HTMLElement | null) => void;

interface HostReact {
  createElement(type: unknown, props: object | null, ...children: unknown[]): unknown;
}

/**
 * An element for the React of the host, made without the host's React where it is not shared.
 *
 * OHIF 3.14 puts its React on the window; before that the host is React 18, whose elements are plain objects marked by a well-known symbol.
 */
export function hostElement(
  type: unknown,
  props: Readonly<Record<string, unknown>>,
  reference: NodeReference | null = null,
  key: string | null = null,
): unknown {
  const shared = (globalThis as unknown as { react?: HostReact }).react;
  if (shared) return shared.createElement(type, { ...props, ...(reference && { ref: reference }), ...(key !== null && { key }) });
  return { $$typeof: Symbol.for('react.element'), type, key, ref: reference, props, _owner: null };
}
