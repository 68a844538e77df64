import { commandsModule } from './commands/commandsModule.js';
import { correctRtDoseGeometry } from './display/correctRtDoseGeometry.js';
import { createArchive } from '@graywise/dicom';
import { courseServiceOf } from './host/courseServiceOf.js';
import type { Host } from './host/host.js';
import { openEngine } from './openEngine.js';
import { archiveAccess } from './ports/dataSource.js';
import { cornerstone } from './ports/cornerstone.js';
import { notifications } from './ports/notifications.js';
import { layoutTemplates } from './stage/layoutTemplates.js';
import { createCourseService } from './state/createCourseService.js';
import { installTheme } from './ui/installTheme.js';

/** The extension that holds the course: the service, its commands, and the corrections that OHIF needs to show doses. */
const extension = {
  id: '@graywise/extension-core',

  preRegistration(host: Host): void {
    installTheme();
    correctRtDoseGeometry(cornerstone(host));
    host.servicesManager.registerService({
      name: 'courseService',
      create: () =>
        createCourseService({
          archive: createArchive(archiveAccess(host)),
          openEngine: () => openEngine(host),
          now: () => ({ epochSeconds: Math.round(Date.now() / 1000), offsetMinutes: -new Date().getTimezoneOffset() }),
          notify: (type, title, message) => notifications(host).show({ type, title, message }),
        }),
    });
  },

  getLayoutTemplateModule(host: Host): readonly object[] {
    return layoutTemplates(host);
  },

  getCommandsModule(host: Host): object {
    return commandsModule(courseServiceOf(host).actions);
  },
};

export default extension;
