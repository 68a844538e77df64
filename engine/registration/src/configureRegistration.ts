import { setPipelinesUrl } from './platform/pipelinesUrl.js';

/**
 * Tells a browser where the pipeline files are; the README lists them. `pipelinesBaseUrl` is absolute, for example
 * `https://host/graywise/pipelines`. In Node the files of the installed packages are used, and this has no effect.
 */
export function configureRegistration({ pipelinesBaseUrl }: { readonly pipelinesBaseUrl: string }): void {
  setPipelinesUrl(pipelinesBaseUrl);
}
