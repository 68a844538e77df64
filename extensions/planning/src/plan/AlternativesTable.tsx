import { DataTable, ExplainableText, formatNumber, useCourse, type TableColumn } from '@graywise/extension-core';
import type { CyclePlan, PlanAlternative } from '@graywise/physics';
import { alternativeAt } from './alternativeAt.js';
import { alternativesOf } from './alternativesOf.js';
import { alternativeRows, type AlternativeRow } from './alternativeRows.js';
import { explainPrediction } from './explainPrediction.js';
import { SuggestedBadge } from './SuggestedBadge.js';
import { lastRegions } from './lastRegions.js';

/** The suggestion and its alternatives side by side, one column each; the button at its head takes one. What the centre must confirm is marked. */
export function AlternativesTable({ plan }: { readonly plan: CyclePlan }) {
  const { state, course } = useCourse();
  const regions = lastRegions(state.overview);
  const alternatives = alternativesOf(plan);
  const chosen = state.planning.chosen === null ? null : alternativeAt(plan, state.planning.chosen)?.title;
  const column = (alternative: PlanAlternative, index: number): TableColumn<AlternativeRow> => ({
    title: `${alternative.title}, ${formatNumber(alternative.activity / 1e6, 0)} MBq${markOf(alternative.confirmed === false)}`,
    head: (
      <>
        <TakeButton
          alternative={alternative}
          taken={alternative.title === chosen}
          onTake={() => course.actions.chooseActivity(alternative.activity)}
        />{' '}
        {alternative.confirmed === false && <SuggestedBadge source={alternative.source} />}
      </>
    ),
    numeric: true,
    cell: row => (
      <>
        <Dose row={row} alternative={alternative} plan={plan} />
        {row.chance(alternative) !== null && <span className="gw-cell-note">{row.chance(alternative)}</span>}
      </>
    ),
    text: row => [row.dose(alternative), row.chance(alternative)].filter(part => part !== null).join(', '),
    key: `${String(index)} ${alternative.title}`,
  });
  return (
    <DataTable
      caption="Alternatives side by side, doses over the whole course"
      dataCy="gw-alternatives"
      columns={[REGION, ...alternatives.map(column)]}
      rows={alternativeRows(plan, regions)}
      rowKey={row => row.key}
      selectedKey={state.region}
      onSelect={row => row.region !== null && course.actions.selectRegion(row.region)}
    />
  );
}

const REGION: TableColumn<AlternativeRow> = {
  title: 'Region',
  cell: ({ title, suggested }) => (
    <>
      {title}
      {suggested !== null && (
        <>
          {' '}
          <SuggestedBadge source={suggested} />
        </>
      )}
    </>
  ),
  text: ({ title, suggested }) => `${title}${markOf(suggested !== null)}`,
  wraps: true,
};

function markOf(isSuggested: boolean): string {
  return isSuggested ? ' (suggested)' : '';
}

interface DoseProps {
  readonly row: AlternativeRow;
  readonly alternative: PlanAlternative;
  readonly plan: CyclePlan;
}

/** A dose can be asked where it comes from; chances and counts are plain. */
function Dose({ row, alternative, plan }: DoseProps) {
  const { state, course } = useCourse();
  const text = row.dose(alternative) ?? '–';
  const prediction = alternative.predictions.find(({ name }) => name === row.region);
  const regions = lastRegions(state.overview);
  const explanation = prediction ? explainPrediction(plan, alternative, prediction, row.quantity, regions) : null;
  if (!explanation) return text;
  return (
    <ExplainableText text={text} name={`${row.title}, ${alternative.title}:`} onExplain={() => course.actions.explain({ explanation })} />
  );
}

interface TakeButtonProps {
  readonly alternative: PlanAlternative;
  readonly taken: boolean;
  readonly onTake: () => void;
}

function TakeButton({ alternative, taken, onTake }: TakeButtonProps) {
  const activity = `${formatNumber(alternative.activity / 1e6, 0)} MBq`;
  return (
    <button
      type="button"
      className="gw-button gw-take"
      aria-pressed={taken}
      data-cy={`gw-alternative-${alternative.kind?.replace(' ', '-') ?? 'suggested'}`}
      onClick={onTake}
    >
      <span>
        {taken ? '✓ ' : ''}
        {alternative.title}
      </span>
      <strong className="gw-number">{activity}</strong>
    </button>
  );
}
