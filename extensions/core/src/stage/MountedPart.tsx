import { useEffect, useRef } from 'react';
import { useCourse } from '../ui/useCourse.js';

/** Whatever an extension has registered for a place; nothing where none has. */
export function MountedPart({ place }: { readonly place: string }) {
  const { course } = useCourse();
  const node = useRef<HTMLDivElement>(null);
  const mount = course.parts.at(place);
  useEffect(() => (node.current && mount ? mount(node.current) : undefined), [mount]);
  return mount ? <div ref={node} data-place={place} /> : null;
}
