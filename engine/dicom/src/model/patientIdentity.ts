/** Who a patient is, exactly as the objects say. Empty text where they say nothing; `birthDate` as YYYYMMDD, `sex` as M, F or O. */
export interface PatientIdentity {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly weightKg: number | null;
  /** Who issued `id`: equal identifiers of different issuers are different patients. */
  readonly issuer: string;
}
