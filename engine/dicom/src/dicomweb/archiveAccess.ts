/** Where a DICOMweb archive is, and with which headers to ask it. */
export interface ArchiveAccess {
  /** Root of QIDO, WADO and STOW, without a slash at its end. */
  root(): string;
  headers(): Readonly<Record<string, string>>;
}
