import { useCourse } from '../ui/useCourse.js';
import { MountedPart } from './MountedPart.js';

/** The charts of the active step, below the viewports. */
export function VerifyDock() {
  const { state } = useCourse();
  return <MountedPart key={state.step} place={`dock:${state.step}`} />;
}
