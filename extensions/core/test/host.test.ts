/** @jest-environment jsdom */
import { hostElement } from '../src/host/hostElement';
import { isolatedComponent } from '../src/host/isolatedComponent';
import { modeValidity } from '../src/host/modeValidity';
import { openedStudies } from '../src/host/openedStudies';

describe('elements for the host', () => {
  afterEach(() => Reflect.deleteProperty(globalThis, 'react'));

  it('are plain elements of React 18 where the host shares none', () => {
    const reference = (): void => undefined;
    expect(hostElement('div', { className: 'x' }, reference)).toEqual({
      $$typeof: Symbol.for('react.element'),
      type: 'div',
      key: null,
      ref: reference,
      props: { className: 'x' },
      _owner: null,
    });
  });

  it("are made by the host's React where it is shared", () => {
    Object.assign(globalThis, { react: { createElement: (type: unknown, props: unknown) => ({ type, props, made: 'by host' }) } });
    expect(hostElement('div', { a: 1 }, null, 'k')).toEqual({ type: 'div', props: { a: 1, key: 'k' }, made: 'by host' });
  });
});

describe('a component in its own root', () => {
  it('has the same reference at every drawing and is mounted once', async () => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
    const component = isolatedComponent(() => 'content', 'gw-host');
    const first = component() as { ref: (node: HTMLElement | null) => void };
    expect((component() as typeof first).ref).toBe(first.ref);
    const node = document.body.appendChild(document.createElement('div'));
    first.ref(node);
    first.ref(node);
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(node.children).toHaveLength(1);
    expect(node.textContent).toBe('content');
    node.remove();
    first.ref(null);
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(node.children).toHaveLength(0);
  });
});

describe('the worklist', () => {
  it.each([
    ['CT\\NM\\SEG', true],
    ['PT\\CT', true],
    ['NM', false],
    ['CT\\SR', false],
  ])('offers the modes for %s: %p', (modalities, valid) => {
    expect(modeValidity({ modalities }).valid).toBe(valid);
  });

  it('names the opened studies in the address', () => {
    expect(openedStudies('?StudyInstanceUIDs=1.2,1.3&hangingprotocolId=x&StudyInstanceUIDs=1.4')).toEqual(['1.2', '1.3', '1.4']);
  });
});
