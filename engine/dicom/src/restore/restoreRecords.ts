import { GraywiseError, type CyclePlan, type CycleVerification } from '@graywise/physics';
import { parsePart10 } from '../part10/parsePart10.js';
import type { Part10 } from '../write/part10.js';
import type { FactsRecord } from '../write/report/factsReport.js';
import { readRecord } from './readRecord.js';
import type { StoredRecords } from './storedRecords.js';
import { storedReport, type StoredReport } from './storedReport.js';

/**
 * What Graywise stored among `files`: of each cycle the verification and the plan signed last, and the facts signed last, exactly as they were.
 *
 * Everything else, reports of other producers too, is passed over. Throws GW_NOT_DICOM for a file that is none.
 */
export function restoreRecords(files: readonly Part10[]): StoredRecords {
  const reports = newest(files.map(file => storedReport(parsePart10(file))).filter(report => report !== null));
  const unreadable: { name: string; reason: string }[] = [];
  const restored = <T>(kind: StoredReport['kind'], make: (report: StoredReport) => T): T[] =>
    reports
      .filter(report => report.kind === kind)
      .flatMap(report => {
        try {
          return [make(report)];
        } catch (error) {
          if (!(error instanceof GraywiseError)) throw error;
          unreadable.push({ name: report.name, reason: error.message });
          return [];
        }
      });
  return {
    verifications: restored('verification', report => ({
      verification: readRecord<CycleVerification>(report),
      report: report.reference,
      objects: report.objects,
    })),
    plans: restored('plan', report => ({ plan: readRecord<CyclePlan>(report), report: report.reference })),
    facts: restored('facts', report => readRecord<FactsRecord>(report).facts)[0] ?? null,
    unreadable,
  };
}

/** The report signed last of every kind and cycle, in the order of cycles. Equal moments are decided by identifier, so that the order of files does not matter. */
function newest(reports: readonly StoredReport[]): StoredReport[] {
  const latest = new Map<string, StoredReport>();
  for (const report of reports) {
    const key = `${report.kind} ${report.cycle}`;
    const other = latest.get(key);
    if (!other || isLater(report, other)) latest.set(key, report);
  }
  return [...latest.values()].sort((a, b) => (a.cycle ?? 0) - (b.cycle ?? 0));
}

function isLater(a: StoredReport, b: StoredReport): boolean {
  if (a.signedEpochSeconds !== b.signedEpochSeconds) return a.signedEpochSeconds > b.signedEpochSeconds;
  return a.reference.sopInstanceUid > b.reference.sopInstanceUid;
}
