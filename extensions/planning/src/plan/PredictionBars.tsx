import { useCourse } from '@graywise/extension-core';
import { useState } from 'react';
import { predictionBars, type PredictionBar, type PredictionSpan } from './predictionBars.js';
import { lastRegions } from './lastRegions.js';

const SPANS: readonly PredictionSpan[] = ['whole course', 'this cycle'];

/** A bar per organ and lesion: median, 50 % and 95 % range, the limit or target as a line. Follows the slider. */
export function PredictionBars() {
  const { state } = useCourse();
  const [span, setSpan] = useState<PredictionSpan>('whole course');
  const { prediction, request } = state.planning;
  const regions = lastRegions(state.overview);
  const bars = predictionBars(prediction?.predictions ?? [], regions, request?.riskAccepted ?? null, span);
  if (bars.length === 0) return null;
  return (
    <section className="gw-bars" data-cy="gw-prediction-bars" aria-label="Doses for this activity">
      <div className="gw-row">
        <h3 className="gw-title">Expected doses for this activity</h3>
        <span className="gw-choice" role="group" aria-label="Doses of">
          {SPANS.map(one => (
            <button
              key={one}
              type="button"
              className="gw-button"
              aria-pressed={one === span}
              data-cy={`gw-span-${one.replace(' ', '-')}`}
              onClick={() => setSpan(one)}
            >
              {one}
            </button>
          ))}
        </span>
      </div>
      <p className="gw-quiet">
        Bar: median. Lines inside: thick 50 %, thin 95 % range. Upright line: limit or target, with the chance to be over or to reach it. ±
        is one standard uncertainty.
      </p>
      {bars.map(bar => (
        <BarRow key={bar.name} bar={bar} />
      ))}
    </section>
  );
}

function BarRow({ bar }: { readonly bar: PredictionBar }) {
  const { state, course } = useCourse();
  return (
    <button
      type="button"
      className={bar.name === state.region ? 'gw-bar gw-selected' : 'gw-bar'}
      aria-pressed={bar.name === state.region}
      onClick={() => course.actions.selectRegion(bar.name)}
    >
      <span>
        {bar.label}
        {bar.populationOnly && <small className="gw-bar-note">population</small>}
      </span>
      <Bar bar={bar} />
      <span className="gw-number" data-cy={`gw-dose-${bar.name}`}>
        {bar.value}
      </span>
      <span className="gw-ranges gw-number">
        {bar.ranges.map(range => (
          <span key={range}>{range}</span>
        ))}
      </span>
      <span className="gw-quiet">{bar.limit ? `${bar.limit.kept ? '✓' : '✕'} ${bar.limit.words}` : '–'}</span>
    </button>
  );
}

/** Drawn by percentages of the bar's own axis: moving it costs no chart library, so it follows a fast hand. */
function Bar({ bar }: { readonly bar: PredictionBar }) {
  const percent = (gray: number): string => `${String((100 * Math.max(0, gray)) / bar.scaleEnd)}%`;
  const width = ([low, high]: readonly [number, number]): string => percent(high - Math.max(0, low));
  return (
    <svg className="gw-bar-svg" height="18" width="100%" aria-hidden="true">
      <rect x="0" y="3" height="12" width={percent(bar.dose)} fill={bar.color} opacity="0.8" />
      <rect x={percent(bar.interval95[0])} y="8.25" height="1.5" width={width(bar.interval95)} className="gw-bar-range" />
      {bar.interval50 && <rect x={percent(bar.interval50[0])} y="6" height="6" width={width(bar.interval50)} className="gw-bar-range" />}
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
