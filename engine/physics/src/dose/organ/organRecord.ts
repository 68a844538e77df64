/** The reference persons that organ S-values exist for. */
export const ORGAN_MODELS = ['adult-male', 'adult-female'] as const;

export type OrganModel = (typeof ORGAN_MODELS)[number];

/** What is known of one organ. A model that has no such organ has no mass here. */
export interface OrganRecord {
  readonly name: string;
  /** Mass in the reference person of ICRP Publication 89, g. */
  readonly referenceG: Readonly<Partial<Record<OrganModel, number>>>;
  /** Mass in the phantom that the photon fractions were calculated in, g; where the organ is a source there. */
  readonly phantomG?: Readonly<Partial<Record<OrganModel, number>>>;
  /** Mean chord (four times volume over surface) in that phantom, cm: decides which electrons leave. An organ without one keeps all. */
  readonly meanChordCm?: number;
  /** For a wall, the organ that it encloses. */
  readonly contents?: string;
  /** The masses wait for confirmation. */
  readonly suggested?: boolean;
}
