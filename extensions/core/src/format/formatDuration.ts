/** A duration in the unit that reads best: 45 s, 12 min, 24.1 h. */
export function formatDuration(seconds: number): string {
  const size = Math.abs(seconds);
  if (size < 90) return `${String(Math.round(seconds))} s`;
  if (size < 5400) return `${String(Math.round(seconds / 60))} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
