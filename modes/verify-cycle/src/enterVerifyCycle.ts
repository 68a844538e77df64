import { addToolbarButtons, courseServiceOf, listenToKeys, openedStudies, type Host } from '@graywise/extension-core';
import { startPictures } from '@graywise/extension-dosimetry';

/** Opens the course of the studies in the address, and keeps keys and pictures alive until the mode is left. */
export function enterVerifyCycle(host: Host): () => void {
  const course = courseServiceOf(host);
  addToolbarButtons(host, [
    {
      id: 'graywiseRun',
      icon: 'icon-play',
      label: 'Run to the next decision',
      tooltip: 'Run to the next decision (R)',
      commandName: 'graywiseRunToNextDecision',
    },
  ]);
  const stopPictures = startPictures(host);
  const stopKeys = listenToKeys(course);
  void course.actions.openCourse(openedStudies(window.location.search));
  return () => {
    stopKeys();
    stopPictures();
    course.actions.closeCourse();
  };
}
