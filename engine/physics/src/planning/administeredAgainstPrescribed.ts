import type { Becquerel } from '../quantities/quantity.js';

/** How an administered activity compares with the prescribed one and with the label. */
export interface AdministeredCheck {
  /** (administered - prescribed) / prescribed. */
  readonly deviation: number;
  /** Within 10 %: the verification that even level i asks for. */
  readonly within10Percent: boolean;
  /** (administered - label) / label; null without a label. */
  readonly aboveLabel: number | null;
  /** More than 25 % above the label; null without a label. */
  readonly nonStandardised: boolean | null;
}

/** Rule P14. Source: EANM position on article 56 (Konijnenberg 2021, Eur J Nucl Med Mol Imaging 48, 67), read in its abstract. */
export function administeredAgainstPrescribed(administered: Becquerel, prescribed: Becquerel, label: Becquerel | null): AdministeredCheck {
  const deviation = administered / prescribed - 1;
  const aboveLabel = label === null ? null : administered / label - 1;
  return {
    deviation,
    within10Percent: Math.abs(deviation) <= 0.1,
    aboveLabel,
    nonStandardised: aboveLabel === null ? null : aboveLabel > 0.25,
  };
}
