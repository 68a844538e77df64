import type { FastifyRequest } from 'fastify';

/** One media range of an Accept header, in lower case except for the values of its parameters. */
interface MediaRange {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** What the client accepts; a missing header accepts everything. The same may be said in the URL as `accept=`. */
export function accepts(request: FastifyRequest): readonly MediaRange[] {
  const asked = (request.query as Record<string, string | undefined>)['accept'] ?? request.headers.accept ?? '*/*';
  return asked.split(',').map(range => {
    const [type = '', ...parameters] = range.split(';').map(text => text.trim());
    const pairs = parameters.map(text => {
      const [name = '', value = ''] = text.split('=', 2);
      return [name.toLowerCase(), value.replaceAll('"', '')] as const;
    });
    return { type: type.toLowerCase(), parameters: new Map(pairs) };
  });
}

/** Whether the client wants the bytes alone, of this media type, and not a multipart answer. */
export function acceptsOnlySinglePart(request: FastifyRequest, mediaType: string): boolean {
  const ranges = accepts(request);
  return ranges.some(({ type }) => type === mediaType) && !ranges.some(({ type }) => type === 'multipart/related' || type === '*/*');
}

/** Whether frames of a transfer syntax may be sent: the client names it, names any (`*`), or names none. */
export function acceptsTransferSyntax(request: FastifyRequest, transferSyntaxUid: string): boolean {
  const named = accepts(request).map(({ parameters }) => parameters.get('transfer-syntax'));
  return named.some(syntax => syntax === undefined || syntax === '*' || syntax === transferSyntaxUid);
}
