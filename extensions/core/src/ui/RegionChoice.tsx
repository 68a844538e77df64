import { RegionName } from './RegionName.js';
import { useCourse } from './useCourse.js';

interface ChoosableRegion {
  readonly name: string;
  readonly label: string;
  readonly color: readonly [number, number, number];
}

/** The legend of a chart: a button per region that picks it everywhere. */
export function RegionChoice({ regions }: { readonly regions: readonly ChoosableRegion[] }) {
  const { state, course } = useCourse();
  return (
    <div className="gw-legend-row" role="group" aria-label="Region">
      {regions.map(region => (
        <button
          key={region.name}
          type="button"
          className={region.name === state.region ? 'gw-button gw-button-quiet gw-selected' : 'gw-button gw-button-quiet'}
          aria-pressed={region.name === state.region}
          data-cy={`gw-region-${region.name}`}
          onClick={() => course.actions.selectRegion(region.name)}
        >
          <RegionName region={region} />
        </button>
      ))}
    </div>
  );
}
