import { DataTable, knownVerification, useCourse, type AlignPicture, type TableColumn } from '@graywise/extension-core';
import type { RegistrationResult } from '@graywise/physics';
import { TimeSlider } from './TimeSlider.js';

const PICTURES: readonly { readonly picture: AlignPicture; readonly title: string }[] = [
  { picture: 'checkerboard', title: 'Checkerboard' },
  { picture: 'reference CT', title: 'Reference' },
  { picture: 'carried CT', title: 'This scan' },
  { picture: 'activity', title: 'SPECT on CT' },
];

const number = (value: number | null | undefined, decimals: number): string =>
  value === null || value === undefined ? '–' : value.toFixed(decimals);

const verdict = (result: RegistrationResult): string => {
  if (result.method === 'identity') return 'reference';
  if (result.method === 'accepted by a person') return '! accepted by a person';
  return result.quality?.accepted ? '✓ passed' : '✕ not passed';
};

function measure(
  title: string,
  of: (quality: RegistrationResult['quality']) => number | null | undefined,
  digits: number,
): TableColumn<RegistrationResult> {
  const text = (row: RegistrationResult): string => number(of(row.quality), digits);
  return { title, cell: text, text, numeric: true };
}

const COLUMNS: readonly TableColumn<RegistrationResult>[] = [
  { title: 'Scan', cell: row => row.timePoint, text: row => String(row.timePoint) },
  measure('Moved, mm', quality => quality?.translationMm, 1),
  measure('Turned, °', quality => quality?.rotationDegrees, 1),
  measure('Similarity', quality => quality?.similarityAfter, 3),
  measure('Residual, mm', quality => quality?.inverseConsistencyMm, 2),
  { title: 'Gate', cell: row => verdict(row), text: verdict },
];

/** How well the scans lie on each other, in numbers and as a picture to judge by eye. */
export function AlignStep() {
  const { state, course } = useCourse();
  const registrations = knownVerification(state).registrations ?? [];
  if (registrations.length === 0) return null;
  const reasons = registrations.flatMap(({ timePoint, quality }) =>
    (quality?.reasons ?? []).map(reason => `Scan ${String(timePoint)}: ${reason}`),
  );
  return (
    <>
      <DataTable
        caption="Registration to the reference scan"
        dataCy="gw-registrations"
        columns={COLUMNS}
        rows={registrations}
        rowKey={row => String(row.timePoint)}
        selectedKey={String(state.timePoint)}
        onSelect={row => course.actions.selectTimePoint(row.timePoint)}
      />
      {reasons.length > 0 && (
        <ul className="gw-list">
          {reasons.map(reason => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <div className="gw-stack">
        <span className="gw-subtitle">Picture</span>
        <span className="gw-choice" role="group" aria-label="Picture of the alignment">
          {PICTURES.map(({ picture, title }) => (
            <button
              key={picture}
              type="button"
              className="gw-button"
              aria-pressed={picture === state.alignPicture}
              data-cy={`gw-picture-${picture.replace(' ', '-')}`}
              onClick={() => course.actions.showAlignPicture(picture)}
            >
              {title}
            </button>
          ))}
        </span>
      </div>
      <TimeSlider />
    </>
  );
}
