/** A value with listeners: what React's useSyncExternalStore asks for. Every change makes a new value. */
export interface Store<T> {
  readonly getSnapshot: () => T;
  readonly subscribe: (listener: () => void) => () => void;
  readonly update: (change: Partial<T>) => void;
}

export function createStore<T extends object>(initial: T): Store<T> {
  let snapshot = initial;
  const listeners = new Set<() => void>();
  return {
    getSnapshot: () => snapshot,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update: change => {
      snapshot = { ...snapshot, ...change };
      for (const listener of [...listeners]) listener();
    },
  };
}
