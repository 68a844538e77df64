import {
  DataTable,
  EstimateText,
  formatEstimate,
  knownVerification,
  RegionName,
  useCourse,
  type ExplainableQuantity,
  type TableColumn,
} from '@graywise/extension-core';
import type { Estimate, RegionResult } from '@graywise/physics';

/** One number of a region, as a column. */
export interface RegionQuantityColumn {
  readonly title: string;
  readonly quantity: ExplainableQuantity;
  readonly unit: string;
  /** Factor from the SI unit to `unit`. */
  readonly scale: number;
  /** More decimals than these nobody reads. */
  readonly mostDecimals?: number;
  readonly of: (region: RegionResult) => Estimate | null;
}

/** The regions with some of their numbers; every number can be asked where it comes from. */
export function RegionTable({
  caption,
  quantities,
  dataCy,
}: {
  readonly caption: string;
  readonly quantities: readonly RegionQuantityColumn[];
  readonly dataCy: string;
}) {
  const { state, course } = useCourse();
  const regions = knownVerification(state).regions ?? [];
  if (regions.length === 0) return null;
  const column = ({ title, quantity, unit, scale, mostDecimals, of }: RegionQuantityColumn): TableColumn<RegionResult> => ({
    title,
    numeric: true,
    text: region => format(of(region), scale, unit, mostDecimals),
    cell: region => {
      const estimate = of(region);
      if (!estimate) return '–';
      return (
        <EstimateText
          estimate={estimate}
          unit={unit}
          scale={scale}
          mostDecimals={mostDecimals}
          name={`${title} of ${region.label}`}
          onExplain={() => course.actions.explain({ region: region.name, quantity })}
        />
      );
    },
  });
  return (
    <DataTable
      caption={caption}
      dataCy={dataCy}
      columns={[
        { title: 'Region', cell: region => <RegionName region={region} />, text: region => region.label },
        ...quantities.map(column),
      ]}
      rows={regions}
      rowKey={region => region.name}
      selectedKey={state.region}
      onSelect={region => course.actions.selectRegion(region.name)}
    />
  );
}

function format(estimate: Estimate | null, scale: number, unit: string, mostDecimals?: number): string {
  return estimate ? `${formatEstimate(estimate, scale, mostDecimals)} ${unit}`.trim() : '';
}
