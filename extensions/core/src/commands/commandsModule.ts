import type { CourseActions } from '../actions/courseActions.js';

/** The commands of OHIF that a toolbar, a hotkey or another extension can run. Names begin with `graywise`. */
export function commandsModule(actions: CourseActions): object {
  const command = <T extends object>(run: (options: T) => unknown) => ({ commandFn: run });
  return {
    defaultContext: 'VIEWER',
    definitions: {
      graywiseRunToNextDecision: command(() => actions.runToNextDecision()),
      graywiseAcceptAndContinue: command(() => actions.acceptAndContinue()),
      graywiseCancel: command(() => actions.cancel()),
      graywiseReadAgain: command(() => actions.readAgain()),
      graywiseSelectRegion: command(({ region }: { region: string }) => actions.selectRegion(region)),
      graywiseSelectTimePoint: command(({ timePoint }: { timePoint: number }) => actions.selectTimePoint(timePoint)),
    },
  };
}
