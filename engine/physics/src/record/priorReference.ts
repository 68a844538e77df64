/** Which population value took part in an expectation. */
export interface PriorReference {
  readonly id: string;
  readonly version: string;
  /** Patients behind it; null: not stated. */
  readonly n: number | null;
  readonly origin: 'shipped' | 'site';
}
