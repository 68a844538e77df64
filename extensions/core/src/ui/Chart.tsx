import { useEffect, useRef, useState } from 'react';

/** A chart drawn by a library into a node, as wide as its box. `draw` makes the SVG for a width; give it by useCallback so that it is drawn only when it changed. */
export function Chart({ draw, label }: { readonly draw: (width: number) => Element; readonly label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const node = box.current;
    if (!node) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (width > 0) box.current?.replaceChildren(draw(width));
  }, [draw, width]);
  return <div ref={box} role="img" aria-label={label} />;
}
