let baseUrl: string | null = null;

/** Where the pipeline files are served from: elastix under `URL/elastix`, downsample under `URL/downsample`. Without a slash at the end. */
export function setPipelinesUrl(url: string): void {
  baseUrl = url.replace(/\/+$/, '');
}

/** The address set before. Throws an Error when none was: the libraries would otherwise fetch from a public server. */
export function pipelinesUrl(): string {
  if (baseUrl === null) throw new Error('configureRegistration must name pipelinesBaseUrl before a registration in a browser');
  return baseUrl;
}
