import { readFile } from 'node:fs/promises';
import { parseFacts } from '@graywise/dicom';
import { GraywiseError, type Facts } from '@graywise/physics';

/** The facts in a file. Throws GW_FACTS_INVALID for one that cannot be read or holds none. */
export async function readFacts(path: string): Promise<Facts> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new GraywiseError('GW_FACTS_INVALID', { where: path, expected: 'a readable file', found: 'none' });
  });
  return parseFacts(parseJson(text, path));
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (fault) {
    throw new GraywiseError('GW_FACTS_INVALID', {
      where: path,
      expected: 'JSON',
      found: fault instanceof Error ? fault.message : 'something else',
    });
  }
}
