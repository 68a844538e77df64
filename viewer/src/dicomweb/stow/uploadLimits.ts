/** How much one upload may bring. */
export interface UploadLimits {
  readonly bytesPerInstance: number;
  readonly bytesPerRequest: number;
  readonly instances: number;
}

/** Generous for a whole course of SPECT/CT in one request, and still an end. A single object must fit into memory to be read. */
export const DEFAULT_UPLOAD_LIMITS: UploadLimits = { bytesPerInstance: 2 ** 30, bytesPerRequest: 8 * 2 ** 30, instances: 20_000 };
