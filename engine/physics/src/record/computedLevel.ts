/** Level of individualisation after the EANM position on article 56. */
export interface ComputedLevel {
  readonly level: 'i' | 'ii' | 'iii';
  /** One sentence. */
  readonly reason: string;
}
