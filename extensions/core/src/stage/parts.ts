/** Shows something in a node; the returned function takes it away again. */
export type MountPart = (node: HTMLElement) => () => void;

/**
 * Parts of the screen by place, such as `step:verify` or `dock:dose`.
 *
 * An extension fills places that another one shows, without either importing the other; each part brings its own root, so copies of React never meet.
 */
export interface Parts {
  register(place: string, mount: MountPart): void;
  at(place: string): MountPart | null;
}

export function createParts(): Parts {
  const mounts = new Map<string, MountPart>();
  return { register: (place, mount) => void mounts.set(place, mount), at: place => mounts.get(place) ?? null };
}
