import { DataTable, formatPercent, formatSignificant, RegionName, type TableColumn } from '@graywise/extension-core';
import type { RegionResult, WeighedModel } from '@graywise/physics';

const GBQ_H = 3.6e12;

const number = (title: string, text: (model: WeighedModel) => string): TableColumn<WeighedModel> => ({
  title,
  text,
  cell: text,
  numeric: true,
});

const COLUMNS: readonly TableColumn<WeighedModel>[] = [
  { title: 'Model', wraps: true, cell: model => model.title, text: model => model.title },
  number('Weight', model => formatPercent(model.weight)),
  number('Ã, GBq h', model => formatSignificant(model.timeIntegratedActivity / GBQ_H)),
  number('Half-life, h', model => formatSignificant(model.effectiveHalfLife / 3600)),
];

/** How the curve of a region was made: model, what lies after the last scan, what to look at, and the models that were weighed against each other. */
export function FitModels({ region }: { readonly region: RegionResult }) {
  const { fit } = region;
  const tail = fit.tail === 'fitted' ? 'the fit' : fit.tail;
  return (
    <section className="gw-stack" data-cy="gw-fit">
      <p>
        <strong>
          <RegionName region={region} />
        </strong>
        : {fit.model}. {fit.reason}
      </p>
      <p>
        After the last scan: <strong data-cy="gw-extrapolated">{formatPercent(fit.extrapolatedFraction)}</strong> of the integral, by {tail}
        .
      </p>
      {fit.singleScan && (
        <p data-cy="gw-single-scan">
          From one scan: {fit.singleScan.source}
          {fit.singleScan.confirmed ? '' : ' (suggested, to be confirmed by the centre)'}.
        </p>
      )}
      {fit.advice && fit.advice.length > 0 && (
        <ul className="gw-list" data-cy="gw-fit-advice" aria-label="What to look at in the fit">
          {fit.advice.map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {fit.models && fit.models.length > 0 && (
        <details className="gw-details" data-cy="gw-models">
          <summary>Models compared ({fit.models.length})</summary>
          <DataTable
            caption={`Models of ${region.label}, weighed by Akaike's criterion`}
            dataCy="gw-model-table"
            columns={COLUMNS}
            rows={fit.models.toSorted((a, b) => b.weight - a.weight)}
            rowKey={model => model.title}
          />
          <p className="gw-quiet">
            Ã is their weighted mean; how far they differ is part of its uncertainty. The criterion is chi-square + 2 K, K the number of
            parameters: what each point scatters by is stated and not estimated, so that no correction for few points applies.
          </p>
        </details>
      )}
    </section>
  );
}
