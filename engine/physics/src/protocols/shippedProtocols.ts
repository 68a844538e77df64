import { STATED_PROTOCOLS } from './generated/protocols.js';
import { parseProtocol } from './parseProtocol.js';
import type { TherapyProtocol } from './therapyProtocol.js';

let read: readonly TherapyProtocol[] | null = null;

/** The protocols that Graywise ships: 177Lu-DOTATATE, 177Lu-PSMA-617, 177Lu-PSMA-I&T. Suggested, unconfirmed. */
export function shippedProtocols(): readonly TherapyProtocol[] {
  read ??= STATED_PROTOCOLS.map(parseProtocol);
  return read;
}
