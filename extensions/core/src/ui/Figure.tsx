import { useRef, type ReactNode } from 'react';
import { saveSvg } from './saveSvg.js';

/** A chart with its title and a button that saves it as SVG. */
export function Figure({
  title,
  dataCy,
  controls,
  children,
}: {
  readonly title: string;
  readonly dataCy: string;
  readonly controls?: ReactNode;
  readonly children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  return (
    <figure className="gw-figure" data-cy={dataCy}>
      <figcaption className="gw-row">
        <span className="gw-subtitle">{title}</span>
        <span className="gw-row">
          {controls}
          <button
            type="button"
            className="gw-link"
            aria-label={`Save ${title} as SVG`}
            onClick={() => box.current && saveSvg(box.current, title)}
          >
            Save as SVG
          </button>
        </span>
      </figcaption>
      <div ref={box} className="gw-figure-body">
        {children}
      </div>
    </figure>
  );
}
