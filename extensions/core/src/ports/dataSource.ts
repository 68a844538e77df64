import type { ArchiveAccess } from '@graywise/dicom';
import type { Host } from '../host/host.js';
import { hostService } from '../host/hostService.js';

interface ActiveDataSource {
  getConfig?(): { readonly wadoRoot?: string };
}

/** Where the archive is, and how to ask it: as the viewer itself does. */
export function archiveAccess(host: Host): ArchiveAccess {
  return {
    root: () => {
      const configured = (host.appConfig['graywise'] as { dicomwebRoot?: string } | undefined)?.dicomwebRoot;
      const source = host.extensionManager.getActiveDataSource()[0] as ActiveDataSource | undefined;
      const root = configured ?? source?.getConfig?.().wadoRoot;
      if (!root) throw new Error('This viewer has no DICOMweb data source. Set graywise.dicomwebRoot in its app-config.js.');
      return root.replace(/\/+$/, '');
    },
    headers: () => {
      const service = hostService<{ getAuthorizationHeader(): Readonly<Record<string, string>> | undefined }>(
        host,
        'userAuthenticationService',
      );
      return { ...service.getAuthorizationHeader() };
    },
  };
}
