/** The studies that the viewer's address names. */
export function openedStudies(search: string): readonly string[] {
  const query = new URLSearchParams(search);
  return [...query.entries()]
    .filter(([name]) => /^studyinstanceuids?$/i.test(name))
    .flatMap(([, value]) => value.split(','))
    .filter(uid => uid !== '');
}
