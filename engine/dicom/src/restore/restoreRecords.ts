import { GraywiseError, type Facts } from '@graywise/physics';
import { parsePart10 } from '../part10/parsePart10.js';
import type { Part10 } from '../write/part10.js';
import { readRecord } from './readRecord.js';
import type { StoredPlan, StoredRecords, StoredVerification } from './storedRecords.js';
import { storedReport, type StoredReport } from './storedReport.js';

/**
 * What Graywise stored among `files`: of each cycle the verification and the plan signed last, and the facts signed last, exactly as they were.
 *
 * Everything else, reports of other producers too, is passed over. Throws GW_NOT_DICOM for a file that is none.
 */
export function restoreRecords(files: readonly Part10[]): StoredRecords {
  const reports = newest(files.map(file => storedReport(parsePart10(file))).filter(report => report !== null));
  const verifications: StoredVerification[] = [];
  const plans: StoredPlan[] = [];
  const unreadable: { name: string; reason: string }[] = [];
  let facts: Facts | null = null;
  for (const { name, kind, record, reference, objects } of reports) {
    try {
      const value = readRecord(kind, record, name);
      if (value.schema === 'graywise/verification/1') verifications.push({ verification: value, report: reference, objects });
      else if (value.schema === 'graywise/plan/1') plans.push({ plan: value, report: reference });
      else facts = value.facts;
    } catch (error) {
      if (!(error instanceof GraywiseError)) throw error;
      unreadable.push({ name, reason: error.message });
    }
  }
  return { verifications, plans, facts, unreadable };
}

/** The report signed last of every kind and cycle, in the order of cycles. Equal moments are decided by identifier, so that the order of files does not matter. */
function newest(reports: readonly StoredReport[]): StoredReport[] {
  const latest = new Map<string, StoredReport>();
  for (const report of reports) {
    const key = `${report.kind} ${String(report.cycle)}`;
    const other = latest.get(key);
    if (!other || isLater(report, other)) latest.set(key, report);
  }
  return [...latest.values()].sort((a, b) => (a.cycle ?? 0) - (b.cycle ?? 0));
}

function isLater(a: StoredReport, b: StoredReport): boolean {
  if (a.signedEpochSeconds !== b.signedEpochSeconds) return a.signedEpochSeconds > b.signedEpochSeconds;
  return a.reference.sopInstanceUid > b.reference.sopInstanceUid;
}
