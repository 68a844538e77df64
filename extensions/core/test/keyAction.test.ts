import { keyAction } from '../src/commands/keyAction';
import { CLOSED_COURSE } from '../src/state/courseState';
import { OVERVIEW } from './fixtures/fakeEngine';

function press(key: string, timePoint = 4): string[] {
  const called: string[] = [];
  const actions = new Proxy({}, { get: (_target, name) => (argument: unknown) => called.push(`${String(name)} ${String(argument)}`) });
  keyAction(key, { actions: actions as never, getSnapshot: () => ({ ...CLOSED_COURSE, overview: OVERVIEW, timePoint }) })?.();
  return called;
}

describe('keys', () => {
  it.each([
    ['3', 'showStep regions'],
    ['7', 'showStep record'],
    ['r', 'runToNextDecision undefined'],
    ['Enter', 'acceptAndContinue undefined'],
    ['ArrowLeft', 'selectTimePoint 3'],
    ['ArrowRight', 'selectTimePoint 4'],
  ])('%s: %s', (key, action) => {
    expect(press(key)).toEqual([action]);
  });

  it('leave other keys to the viewer', () => {
    expect(press('8')).toEqual([]);
  });
});
