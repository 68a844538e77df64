import type { TherapyProtocol } from '@graywise/physics';

/** When the protocol asks for scans of a cycle, as a sentence. */
export function protocolScans({ imaging }: TherapyProtocol, cycle: number): string {
  const hours = (seconds: number): string => String(Math.round(seconds / 3600));
  if (cycle === 1) return `Scans of this cycle: ${imaging.firstCycle.map(hours).join(', ')} h after administration.`;
  const windows = imaging.laterCycles.map(([from, to]) => (from === to ? hours(from) : `${hours(from)} to ${hours(to)}`));
  return `${windows.length === 1 ? 'One scan' : 'Scans'} of this cycle: ${windows.join(', ')} h after administration.`;
}
