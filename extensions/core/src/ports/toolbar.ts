import type { Host } from '../host/host.js';
import { hostService } from '../host/hostService.js';

export interface ToolbarButton {
  readonly id: string;
  readonly icon: string;
  readonly label: string;
  readonly tooltip: string;
  readonly commandName: string;
}

interface ToolbarService {
  register(buttons: readonly object[]): void;
  getButtonSection(section: string): readonly { readonly id: string }[] | undefined;
  updateSection(section: string, ids: readonly string[]): void;
}

/** Adds buttons at the end of the viewer's primary toolbar. */
export function addToolbarButtons(host: Host, buttons: readonly ToolbarButton[]): void {
  const service = hostService<ToolbarService>(host, 'toolbarService');
  service.register(
    buttons.map(({ id, commandName, ...shown }) => ({
      id,
      uiType: 'ohif.toolButton',
      props: { ...shown, commands: { commandName, context: 'VIEWER' }, evaluate: 'evaluate.action' },
    })),
  );
  const present = (service.getButtonSection('primary') ?? []).map(button => button.id);
  service.updateSection('primary', [...present, ...buttons.map(button => button.id)]);
}
