import type { DicomJson, DicomJsonElement } from '../../archive/dicomJson.js';
import type { Condition, Query } from './query.js';

/** Whether a dataset meets every condition of a search (PS3.4 section C.2.2.2: single value, list of UIDs, wildcard, range). */
export function matchesConditions(dataset: DicomJson, query: Query): boolean {
  return query.conditions.every(condition => matches(dataset, condition.path, condition, query.fuzzy));
}

function matches(dataset: DicomJson, path: readonly string[], condition: Condition, fuzzy: boolean): boolean {
  const [tag, ...rest] = path;
  const element = dataset[tag ?? ''];
  if (element === undefined) return condition.pattern === '*';
  if (rest.length > 0) return (element.Value ?? []).some(item => matches(item as DicomJson, rest, condition, fuzzy));
  return matchesElement(element, condition.pattern, fuzzy);
}

function matchesElement(element: DicomJsonElement, pattern: string, fuzzy: boolean): boolean {
  const texts = (element.Value ?? []).map(valueText);
  if (pattern === '*') return true;
  if (['DA', 'TM', 'DT'].includes(element.vr)) return texts.some(text => inRange(text, pattern));
  if (element.vr === 'PN' && fuzzy) return texts.some(text => soundsLike(text, pattern));
  // UIDs come as a list with commas or backslashes; ModalitiesInStudy is asked for in the same way.
  const alternatives = element.vr === 'UI' || element.vr === 'CS' ? pattern.split(/[,\\]/) : [pattern];
  return alternatives.some(alternative => texts.some(text => wildcard(alternative, element.vr === 'PN').test(text)));
}

function valueText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return (value as { Alphabetic?: string } | null)?.Alphabetic ?? '';
}

/** A range `a-b`, `a-` or `-b`, both ends included; a shorter end stands for all that begins with it. */
function inRange(text: string, pattern: string): boolean {
  const range = /^([\d.]*)-([\d.]*)$/.exec(pattern);
  if (range === null) return text.startsWith(pattern);
  const [, from = '', to = ''] = range;
  return text !== '' && (from === '' || text >= from) && (to === '' || text.slice(0, to.length) <= to);
}

function wildcard(pattern: string, ignoreCase: boolean): RegExp {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${escaped}$`, ignoreCase ? 'isu' : 'su');
}

/** Every word asked for begins some word of the name, in any order and without regard to case or accents. */
function soundsLike(name: string, pattern: string): boolean {
  const words = plainWords(name);
  return plainWords(pattern).every(asked => words.some(word => word.startsWith(asked)));
}

function plainWords(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[\s^=,*]+/u)
    .filter(word => word !== '');
}
