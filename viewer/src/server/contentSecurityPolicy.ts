import { createHash } from 'node:crypto';

/**
 * The Content-Security-Policy under which the viewer and the plugins run, from the text of the viewer's own index.html.
 *
 * The two inline scripts of that page are allowed by their hashes, so none other can run. WebAssembly is compiled (codecs, registration);
 * workers come from files or, as OHIF's do, from blobs. zstd decoding in @itk-wasm fetches a data: URL. Styles are inline because React
 * and the viewer's style loader write them so.
 */
export function contentSecurityPolicy(indexHtml: string): string {
  const inline = [...indexHtml.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${inline.join(' ')}`,
    "worker-src 'self' blob:",
    "connect-src 'self' data: blob:",
    "img-src 'self' data: blob:",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
