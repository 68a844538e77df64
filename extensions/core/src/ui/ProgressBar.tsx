import { useEffect, useState } from 'react';
import { formatDuration } from '../format/formatDuration.js';
import { secondsLeft } from '../format/secondsLeft.js';
import type { Running } from '../state/courseState.js';

/** The running stage: its name, how far it is, the time left, and a Cancel that works at once. */
export function ProgressBar({ running, onCancel }: { readonly running: Running; readonly onCancel: () => void }) {
  const now = useClock();
  const left = secondsLeft(running, now);
  const percent = Math.round(running.fraction * 100);
  return (
    <div className="gw-progress" data-cy="gw-progress">
      <div className="gw-row">
        <span>{running.label}</span>
        <span className="gw-quiet">{left === null ? `${String(percent)} %` : `${String(percent)} %, ${formatDuration(left)} left`}</span>
      </div>
      <div className="gw-track" role="progressbar" aria-label={running.label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent}>
        <div className="gw-fill" style={{ width: `${String(percent)}%` }} />
      </div>
      <button type="button" className="gw-button gw-button-quiet" data-cy="gw-cancel" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}

function useClock(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
