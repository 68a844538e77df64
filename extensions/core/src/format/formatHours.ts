/** A time after the administration in whole hours: nobody plans a scan to the minute. */
export function formatHours(seconds: number): string {
  return `${String(Math.round(seconds / 3600))} h`;
}
