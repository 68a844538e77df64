import { createHash } from 'node:crypto';

/** The policies of a page and of a worker; a worker obeys the one that came with its own script. */
export interface SecurityPolicies {
  readonly page: string;
  readonly worker: string;
}

/**
 * The Content-Security-Policies under which the viewer and the plugins run, from the text of the viewer's own index.html.
 *
 * The two inline scripts of that page are allowed by their hashes, so none other can run. WebAssembly is compiled (codecs, registration);
 * workers come from files or, as OHIF's do, from blobs. zstd decoding in @itk-wasm fetches a data: URL. Styles are inline because React
 * and the viewer's style loader write them so. Functions may be made from text ('unsafe-eval'): OHIF reads a SEG by way of ndarray, and the codecs of
 * compressed images build their bindings, by functions that are made so; both fail without.
 */
export function contentSecurityPolicy(indexHtml: string): SecurityPolicies {
  const inline = [...indexHtml.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text = '']) => `'sha256-${hashOf(text)}'`);
  return { page: policy(["'unsafe-eval'", ...inline].join(' ')), worker: policy("'unsafe-eval'") };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

function policy(moreScripts: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${moreScripts}`,
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
