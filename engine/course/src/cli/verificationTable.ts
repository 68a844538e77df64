import { formatInstant, type CycleVerification } from '@graywise/physics';
import { budgetTable } from './budgetTable.js';
import { measuredTable } from './measuredTable.js';
import { findingsText } from './findingsText.js';
import { table } from './table.js';
import { withUncertainty } from './withUncertainty.js';

/** A verification as tables a person can read. */
export function verificationTable(verification: CycleVerification): string {
  const { cycle, radiopharmaceutical, administered, administrationStart, scans, regions, assumptions, warnings } = verification;
  const scansAt = scans.map(({ afterAdministration }) => `${(afterAdministration / 3600).toFixed(1)} h`).join(', ');
  const head = `Cycle ${String(cycle)}: ${radiopharmaceutical}, ${withUncertainty(administered, 1e6)} MBq at ${formatInstant(administrationStart)}; scans at ${scansAt}\n`;
  const rows = regions.map(region => [
    region.label,
    withUncertainty(region.mass, 1e-3),
    withUncertainty(region.timeIntegratedActivity, 3.6e9),
    withUncertainty(region.effectiveHalfLife, 3600),
    withUncertainty(region.absorbedDose, 1),
    region.bed ? withUncertainty(region.bed, 1) : '',
    `${region.fit.model}, ${(100 * region.fit.extrapolatedFraction).toFixed(0)} % by ${region.fit.tail}`,
  ]);
  const columns = [
    'region',
    'mass (g)',
    'time-integrated (MBq h)',
    'T eff (h)',
    'absorbed dose (Gy)',
    'BED (Gy)',
    'fit, share after the last scan',
  ];
  const notes = [
    ...assumptions.map(({ text }) => `- ${text}`),
    ...warnings.map(({ code, message }) => `! ${message} [${code}]`),
    ...sharedWarnings(verification),
    ...(verification.measured ?? []).flatMap(region => [
      ...region.assumptions.map(text => `- ${region.label}: ${text}`),
      ...region.warnings.map(({ code, message }) => `! ${message} [${code}]`),
    ]),
    ...regions.flatMap(({ label, fit }) => (fit.advice ?? []).map(text => `? ${label}: ${text}`)),
  ];
  return `${head}\n${table(columns, rows)}\n${measuredTable(verification)}${budgetTable(verification)}
${findingsText(verification)}${notes.join('\n')}\n\n± is one standard uncertainty. For review by a medical physics expert.\n`;
}

/** Warnings of regions, one line per kind. */
function sharedWarnings({ regions }: CycleVerification): string[] {
  const byCode = new Map<string, string[]>();
  for (const region of regions) for (const { code, message } of region.warnings) byCode.set(code, [...(byCode.get(code) ?? []), message]);
  return [...byCode].flatMap(([code, messages]) => {
    const [first = ''] = messages;
    return messages.length > 2
      ? [`! ${first} The same for ${String(messages.length - 1)} more regions. [${code}]`]
      : messages.map(message => `! ${message} [${code}]`);
  });
}
