import { readFile } from 'node:fs/promises';
import { GraywiseError, parseProtocol, shippedProtocols, type TherapyProtocol } from '@graywise/physics';

/** A shipped protocol by its identifier, or a site's own from a JSON file. Throws GW_PROTOCOL_INVALID, GW_USAGE. */
export async function readProtocol(name: string): Promise<TherapyProtocol> {
  const shipped = shippedProtocols().find(({ id }) => id === name);
  if (shipped) return shipped;
  const known = shippedProtocols().map(({ id }) => id);
  const text = await readFile(name, 'utf8').catch(() => {
    throw new GraywiseError('GW_USAGE', { expected: `a protocol file, or one of ${known.join(', ')}`, found: name });
  });
  try {
    return parseProtocol(JSON.parse(text));
  } catch (fault) {
    if (fault instanceof GraywiseError) throw fault;
    throw new GraywiseError('GW_PROTOCOL_INVALID', {
      where: name,
      expected: 'JSON',
      found: fault instanceof Error ? fault.message : 'something else',
    });
  }
}
