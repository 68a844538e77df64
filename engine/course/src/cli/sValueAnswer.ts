/** An S-value as the command line answers it: what it is of, in keys that carry their unit, its parts by radiation, what it takes for true. */
export interface SValueAnswer {
  readonly nuclide: string;
  readonly about: Readonly<Record<string, string | number>>;
  readonly value: number;
  readonly uncertainty: number;
  readonly parts: Readonly<Record<string, number>>;
  readonly assumptions: readonly string[];
}
