import { useCourse } from '@graywise/extension-core';
import { predictionBars, type PredictionBar } from './predictionBars.js';
import { verifiedCycles } from './verifiedCycles.js';

/** A bar per organ and lesion: median and 95 % range over the whole course, the limit or target as a line. Follows the slider. */
export function PredictionBars() {
  const { state, course } = useCourse();
  const { predictions, request } = state.planning;
  const regions = verifiedCycles(state.overview).at(-1)?.regions ?? [];
  const bars = predictionBars(predictions, regions, request?.riskAccepted ?? null);
  if (bars.length === 0) return null;
  return (
    <section className="gw-bars" data-cy="gw-prediction-bars" aria-label="Doses for this activity">
      <h3 className="gw-title">Doses over the whole course for this activity</h3>
      <p className="gw-quiet">Bar: best estimate. Line inside: 95 % range. Upright line: limit or target.</p>
      {bars.map(bar => (
        <button
          key={bar.name}
          type="button"
          className={bar.name === state.region ? 'gw-bar gw-selected' : 'gw-bar'}
          aria-pressed={bar.name === state.region}
          onClick={() => course.actions.selectRegion(bar.name)}
        >
          <span>{bar.label}</span>
          <Bar bar={bar} />
          <span className="gw-number" data-cy={`gw-dose-${bar.name}`}>
            {bar.value}
          </span>
          <span className="gw-quiet">{bar.limit ? `${bar.limit.kept ? '✓' : '✕'} ${bar.limit.words}` : 'no limit or target'}</span>
        </button>
      ))}
    </section>
  );
}

/** Drawn by percentages of the bar's own axis: moving it costs no chart library, so it follows a fast hand. */
function Bar({ bar }: { readonly bar: PredictionBar }) {
  const percent = (gray: number): string => `${String((100 * Math.max(0, gray)) / bar.scaleEnd)}%`;
  return (
    <svg className="gw-bar-svg" height="18" width="100%" aria-hidden="true">
      <rect x="0" y="4" height="10" width={percent(bar.dose)} fill={bar.color} />
      <rect x={percent(bar.low)} y="7.5" height="3" width={percent(bar.high - bar.low)} fill="currentColor" opacity="0.75" />
      {bar.limit && (
        <line
          x1={percent(bar.limit.gray)}
          x2={percent(bar.limit.gray)}
          y1="0"
          y2="18"
          stroke={bar.limit.kept ? 'currentColor' : '#ff7a59'}
          strokeWidth="2"
          strokeDasharray={bar.limit.kept ? '' : '4 2'}
        />
      )}
    </svg>
  );
}
