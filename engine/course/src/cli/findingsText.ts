import { extraScansByCycle, type CycleVerification, type Finding, type Second, type WorksheetRow } from '@graywise/physics';

/** What a verification says in words of what was expected, and what looks abnormal with its worksheet and what to do: paragraphs for a terminal. */
export function findingsText({ comparisons, comments = [], findings = [], scans }: CycleVerification): string {
  const expected = comparisons.flatMap(({ sentence, basis, region }) =>
    sentence === undefined ? [] : [`- ${sentence}${basis === 'population' ? '' : ` [${basis}]`}${commentOf(region)}`],
  );
  function commentOf(region: string): string {
    const comment = comments.find(found => found.region === region);
    return comment ? ` Comment: ${comment.text}` : '';
  }
  const parts = [
    ...(expected.length > 0 ? [`Expected (95 % of patients)\n${expected.join('\n')}`] : []),
    ...findings.map(finding => findingText(finding, scans)),
    ...(findings.length > 0 ? ['Prompts to look, not diagnoses. Their thresholds are suggested; the centre must confirm them.'] : []),
  ];
  return parts.map(part => `${part}\n\n`).join('');
}

function findingText(finding: Finding, scans: CycleVerification['scans']): string {
  const { kind, message, worksheet, advice, placeLps } = finding;
  const place = placeLps ? ` At ${placeLps.map(value => value.toFixed(0)).join(', ')} mm (LPS).` : '';
  const { thisCycle, nextCycle } = extraScansByCycle(finding, scans);
  const again = [...scanText(thisCycle, ''), ...scanText(nextCycle, ' in the next cycle')];
  return [
    `LOOK AT THIS: ${kind}. ${message}${place}`,
    ...worksheet.map(row => `    ${row.name}: ${valueText(row)}`),
    ...[...advice, ...again].map(text => `  > ${text}`),
  ].join('\n');
}

function scanText(times: readonly Second[], when: string): string[] {
  if (times.length === 0) return [];
  const hours = times.map(time => `${(time / 3600).toFixed(0)} h`).join(' and ');
  return [`Suggested: scan once more${when} at about ${hours} after the administration.`];
}

function valueText({ value, standardUncertainty, unit }: WorksheetRow): string {
  const digits =
    standardUncertainty === null
      ? String(Number(value.toPrecision(3)))
      : `${String(Number(value.toPrecision(3)))} ± ${String(Number(standardUncertainty.toPrecision(2)))}`;
  return `${digits} ${unit === '1' ? '' : unit}`.trimEnd();
}
