import { DICOMWEB_ROOT } from '../archive/instanceUrl.js';

/** The configuration of Orthanc: HTTP for this machine with a password, no DICOM port, DICOMweb at the same path as the embedded archive. */
export function orthancConfiguration({ folder, port, password }: { folder: string; port: number; password: string }): object {
  return {
    Name: 'Graywise',
    StorageDirectory: folder,
    IndexDirectory: folder,
    Plugins: ['/usr/share/orthanc/plugins', '/usr/local/share/orthanc/plugins'],
    RemoteAccessAllowed: false,
    HttpPort: port,
    DicomServerEnabled: false,
    AuthenticationEnabled: true,
    RegisteredUsers: { graywise: password },
    HttpCompressionEnabled: false,
    // An object is never replaced by another of the same UID; sending it again changes nothing.
    OverwriteInstances: false,
    DicomWeb: { Enable: true, Root: `${DICOMWEB_ROOT}/`, EnableWado: false, StudiesMetadata: 'Full', SeriesMetadata: 'Full' },
  };
}
