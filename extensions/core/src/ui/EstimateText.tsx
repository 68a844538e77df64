import type { Estimate } from '@graywise/physics';
import { formatEstimate } from '../format/formatEstimate.js';
import { ExplainableText } from './ExplainableText.js';

interface EstimateTextProps {
  readonly estimate: Estimate;
  readonly unit: string;
  /** Factor from the estimate's unit to `unit`. */
  readonly scale?: number;
  /** More decimals than these nobody reads. */
  readonly mostDecimals?: number | undefined;
  /** Opens "Where does this come from?"; without it the value is plain text. */
  readonly onExplain?: (() => void) | undefined;
  readonly name?: string;
}

/** A value with its uncertainty and unit; a click asks where it comes from. */
export function EstimateText({ estimate, unit, scale = 1, mostDecimals, onExplain, name }: EstimateTextProps) {
  const text = `${formatEstimate(estimate, scale, mostDecimals)} ${unit}`.trim();
  if (!onExplain) return <span className="gw-number">{text}</span>;
  return <ExplainableText text={text} name={name ?? ''} onExplain={onExplain} />;
}
