import { cssColor } from '../format/cssColor.js';

/** A region's label with its colour. */
export function RegionName({ region }: { readonly region: { readonly label: string; readonly color: readonly [number, number, number] } }) {
  return (
    <span className="gw-region">
      <span className="gw-swatch" style={{ background: cssColor(region.color) }} aria-hidden="true" />
      {region.label}
    </span>
  );
}
