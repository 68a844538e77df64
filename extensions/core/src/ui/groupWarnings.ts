import type { Warning } from '@graywise/physics';

/** Warnings that say the same of several regions or scans become one: "liver, spleen: …". The order of first appearance is kept. */
export function groupWarnings(warnings: readonly Warning[]): readonly Warning[] {
  const groups = new Map<string, { readonly code: Warning['code']; readonly subjects: string[]; readonly rest: string }>();
  for (const { code, message } of warnings) {
    const colon = message.indexOf(': ');
    const subject = colon < 0 ? '' : message.slice(0, colon);
    const rest = colon < 0 ? message : message.slice(colon + 2);
    const group = groups.get(`${code} ${rest}`) ?? { code, subjects: [], rest };
    if (subject !== '' && !group.subjects.includes(subject)) group.subjects.push(subject);
    groups.set(`${code} ${rest}`, group);
  }
  return [...groups.values()].map(({ code, subjects, rest }) => ({
    code,
    message: subjects.length === 0 ? rest : `${subjects.join(', ')}: ${rest}`,
  }));
}
