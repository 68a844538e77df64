import { doseWords, inHours, inMegabecquerel, shippedProtocols, type Second, type TherapyProtocol } from '@graywise/physics';
import { protocolJson } from './protocolJson.js';
import type { Arguments } from './readArguments.js';
import { readProtocol } from './readProtocol.js';

/** `graywise protocols`: the shipped protocols, or one of a file, checked and printed. */
export async function protocolsCommand(given: Arguments): Promise<void> {
  const file = given.text('file');
  const protocols = file === null ? shippedProtocols() : [await readProtocol(file)];
  process.stdout.write(
    given.flag('json')
      ? `${JSON.stringify({ schema: 'graywise/protocols/1', protocols: protocols.map(protocolJson) }, null, 2)}\n`
      : `${protocols.map(words).join('\n\n')}\n`,
  );
}

function words(protocol: TherapyProtocol): string {
  const { cycles, imaging, label, trend, article56 } = protocol;
  const hoursOf = (time: Second): string => inHours(time).toFixed(0);
  const later = imaging.laterCycles.map(([from, to]) => (from === to ? `${hoursOf(from)} h` : `${hoursOf(from)} to ${hoursOf(to)} h`));
  const percent = (share: number): string => `${share < 0 ? '-' : '+'}${(100 * Math.abs(share)).toFixed(0)} %`;
  const mark = (confirmed: boolean): string => (confirmed ? '' : ' [suggested]');
  return [
    `${protocol.title} (${protocol.id}, ${protocol.version})`,
    label
      ? `  label: ${inMegabecquerel(label.activity).toFixed(0)} MBq per cycle (${label.source}; ${label.certainty})${mark(label.confirmed)}`
      : '  label: none',
    `  cycles: ${String(cycles.number)} every ${(cycles.interval / 604800).toFixed(0)} weeks (${cycles.source}; ${cycles.certainty})${mark(cycles.confirmed)}`,
    `  scans: first cycle ${imaging.firstCycle.map(hoursOf).join(', ')} h; later cycles ${later.join(', ')} (${imaging.certainty})${mark(imaging.confirmed)}`,
    `  organs: ${protocol.organs.join(', ')}${protocol.lesions ? ', lesions' : ''}`,
    ...protocol.limits.map(
      limit =>
        `  limit ${limit.region}: ${doseWords(limit)}${limit.byDefault ? '' : ' (on request)'} (${limit.source}; ${limit.certainty})${mark(limit.confirmed)}`,
    ),
    ...protocol.targets.map(
      target =>
        `  target ${target.region}: ${doseWords(target)}${target.byDefault ? '' : ' (on request)'} (${target.source})${mark(target.confirmed)}`,
    ),
    ...protocol.radiobiology.map(
      ({ region, alphaBetaGy, repairHalfTime, source, certainty, confirmed }) =>
        `  radiobiology ${region}: alpha/beta ${String(alphaBetaGy)} Gy, repair ${inHours(repairHalfTime).toFixed(1)} h (${source}; ${certainty})${mark(confirmed)}`,
    ),
    ...(trend
      ? [
          `  change per cycle: organs ${percent(trend.organs)}, lesions ${percent(trend.lesions)} (${trend.source}; ${trend.certainty})${mark(trend.confirmed)}`,
        ]
      : []),
    `  EANM article 56: ${article56.agent}: standardised: ${article56.standardised}; ${article56.prescription}; dosimetry: ${article56.dosimetry}`,
    `  ${protocol.nonStandardised}`,
  ].join('\n');
}
