import { comparedVoxels, knownVerification, useCourse, type CourseState, type DosePicture } from '@graywise/extension-core';

const TITLES: Readonly<Record<DosePicture, string>> = {
  'absorbed dose': 'Dose',
  'dose uncertainty': 'Uncertainty',
  'compared dose': 'Second dose',
  'dose difference': 'Difference',
  'gamma index': 'Gamma',
};

/** What the viewports show of the dose. */
export function PictureChoice() {
  const { state, course } = useCourse();
  const pictures = picturesOf(state);
  if (pictures.length < 2) return null;
  return (
    <div className="gw-stack">
      <span className="gw-subtitle">Picture</span>
      <span className="gw-choice" role="group" aria-label="Picture of the dose">
        {pictures.map(picture => (
          <button
            key={picture}
            type="button"
            className="gw-button"
            aria-pressed={picture === state.doseReview.picture}
            data-cy={`gw-picture-${picture.replace(' ', '-')}`}
            onClick={() => course.actions.showDosePicture(picture)}
          >
            {TITLES[picture]}
          </button>
        ))}
      </span>
    </div>
  );
}

function picturesOf(state: CourseState): readonly DosePicture[] {
  const { comparison } = state.doseReview;
  return [
    'absorbed dose',
    ...(knownVerification(state).doseMethod?.engine === 'monteCarlo' ? (['dose uncertainty'] as const) : []),
    ...(comparedVoxels(comparison) ? (['compared dose', 'dose difference', 'gamma index'] as const) : []),
  ];
}
