import { GraywiseError, type CycleTrend } from '@graywise/physics';

const TREND = /^organs:([+-]?\d+(?:\.\d+)?)%,lesions:([+-]?\d+(?:\.\d+)?)%$/;

/** `organs:+3%,lesions:-15%` per cycle, or `none`; undefined where nothing is said. Throws GW_USAGE. */
export function trendOf(text: string | null): CycleTrend | null | undefined {
  if (text === null) return undefined;
  if (text === 'none') return null;
  const [, organs, lesions] = TREND.exec(text) ?? [];
  if (organs === undefined || lesions === undefined)
    throw new GraywiseError('GW_USAGE', { expected: '--trend organs:+3%,lesions:-15% or none', found: text });
  return { organs: Number(organs) / 100, lesions: Number(lesions) / 100, source: 'stated on the command line', confirmed: true };
}
