/** A name of DICOM (family^given^middle^prefix^suffix) as people read it. */
export function patientName(dicomName: string): string {
  const [family = '', given = ''] = dicomName.split('^');
  return given === '' ? family : `${given} ${family}`;
}
