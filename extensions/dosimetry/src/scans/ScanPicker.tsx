import { currentCycle, formatDuration, useCourse } from '@graywise/extension-core';

interface ScanPickerProps {
  readonly picked: readonly number[];
  readonly onChange: (timePoints: readonly number[]) => void;
}

/** A box to tick for every scan of the cycle. */
export function ScanPicker({ picked, onChange }: ScanPickerProps) {
  const { state } = useCourse();
  const scans = currentCycle(state)?.scans ?? [];
  return (
    <fieldset className="gw-fieldset">
      <legend>Scans to use</legend>
      {scans.map(({ timePoint, afterAdministration }) => (
        <label key={timePoint} className="gw-tick">
          <input
            type="checkbox"
            checked={picked.includes(timePoint)}
            data-cy={`gw-use-scan-${String(timePoint)}`}
            onChange={event =>
              onChange(event.target.checked ? [...picked, timePoint].sort((a, b) => a - b) : picked.filter(one => one !== timePoint))
            }
          />
          Scan {timePoint}, {formatDuration(afterAdministration)} after administration
        </label>
      ))}
    </fieldset>
  );
}
