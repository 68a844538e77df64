import type { ReactNode } from 'react';
import { courseServiceOf } from '../host/courseServiceOf.js';
import type { Host } from '../host/host.js';
import { hostElement } from '../host/hostElement.js';
import { isolatedComponent } from '../host/isolatedComponent.js';
import { CourseProvider } from '../ui/CourseProvider.js';
import { MountedPart } from './MountedPart.js';
import { VerifyDock } from './VerifyDock.js';

const VIEWER_LAYOUT = '@ohif/extension-default.layoutTemplateModule.viewerLayout';

type HostProps = Readonly<Record<string, unknown>>;

/**
 * Two layouts around the viewer's own: viewports above charts (`stage`), and charts alone (`charts`).
 *
 * The viewer's layout takes the grid of viewports as a component; it is given one that holds the grid and our charts below it.
 */
export function layoutTemplates(host: Host): readonly object[] {
  const viewerLayout = (props: HostProps): unknown => hostElement(host.extensionManager.getModuleEntry(VIEWER_LAYOUT)?.component, props);
  const inCourse = (content: ReactNode) => () => <CourseProvider course={courseServiceOf(host)}>{content}</CourseProvider>;
  const dock = isolatedComponent(inCourse(<VerifyDock />), 'gw-stage-dock');
  const charts = isolatedComponent(inCourse(<MountedPart place="dock:plan" />), 'gw-stage-full');
  const stages = new WeakMap<object, unknown>();
  const stageOf = (grid: object): unknown => {
    const stage = stages.get(grid) ?? ((props: HostProps) => stack(grid, props, dock));
    stages.set(grid, stage);
    return stage;
  };
  return [
    {
      name: 'stage',
      id: 'stage',
      component: (props: HostProps) => viewerLayout({ ...props, ViewportGridComp: stageOf(props['ViewportGridComp'] as object) }),
    },
    { name: 'charts', id: 'charts', component: (props: HostProps) => viewerLayout({ ...props, ViewportGridComp: charts }) },
  ];
}

/** The grid above the dock. The stage of a grid is made once, so that the host does not build its viewports anew at every drawing. */
function stack(grid: object, props: HostProps, dock: () => unknown): unknown {
  const above = hostElement('div', { className: 'gw-stage-grid', children: hostElement(grid, props) }, null, 'grid');
  return hostElement('div', { className: 'gw-stage', children: [above, hostElement(dock, {}, null, 'dock')] });
}
