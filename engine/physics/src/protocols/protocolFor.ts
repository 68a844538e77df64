import { sameRadiopharmaceutical } from '../priors/sameRadiopharmaceutical.js';
import { shippedProtocols } from './shippedProtocols.js';
import type { TherapyProtocol } from './therapyProtocol.js';

/** The protocol of a radiopharmaceutical, however it is written, or null. A site's own go before the shipped ones. */
export function protocolFor(radiopharmaceutical: string, site: readonly TherapyProtocol[] = []): TherapyProtocol | null {
  return (
    [...site, ...shippedProtocols()].find(protocol => sameRadiopharmaceutical(protocol.radiopharmaceutical, radiopharmaceutical)) ?? null
  );
}
