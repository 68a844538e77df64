import { GraywiseError } from '@graywise/physics';
import { windowSpan, type EnergyWindow } from './energyWindows.js';
import { PHOTOPEAKS_KEV } from './photopeaks.js';

const NAMED_SCATTER = /scat|compton|streu|diffus|\b(sc|ls|us|dew|tew)\d?\b|(lower|upper).*(window|sub)/i;

/**
 * The photopeak window among several of one object: the one that holds the principal line of the nuclide, else its next line.
 *
 * Where the nuclide has no line (bremsstrahlung) or the windows state no energies, it is the one window that is not named as scatter.
 * Throws GW_ENERGY_WINDOW when that is not exactly one.
 */
export function choosePhotopeak(windows: readonly EnergyWindow[], nuclide: string | null, where: string): EnergyWindow {
  const named = windows.filter(window => !NAMED_SCATTER.test(window.name));
  for (const line of linesOf(nuclide)) {
    const holding = windows.filter(window => holdsLine(window, line));
    const candidates = holding.length > 1 ? holding.filter(window => named.includes(window)) : holding;
    const [only, second] = candidates;
    if (only && !second) return only;
    if (holding.length > 0) throw refusal(windows, nuclide, where);
  }
  const [only, second] = named;
  const energiesDecide = linesOf(nuclide).length > 0 && windows.every(window => window.rangesKev.length > 0);
  if (!only || second || energiesDecide) throw refusal(windows, nuclide, where);
  return only;
}

/** True when a window, standing alone, holds no line of its nuclide or is named as scatter without one. False when that cannot be told. */
export function isScatterWindow(window: EnergyWindow, nuclide: string | null): boolean {
  const lines = linesOf(nuclide);
  if (lines.length > 0 && window.rangesKev.length > 0) return !lines.some(line => holdsLine(window, line));
  return NAMED_SCATTER.test(window.name);
}

/** Place of the best line of the nuclide inside a window: 0 for the principal line; large when it holds none. */
export function photopeakRank(span: readonly [number, number] | null, nuclide: string | null): number {
  const rank = span ? linesOf(nuclide).findIndex(line => line >= span[0] && line <= span[1]) : -1;
  return rank < 0 ? Number.MAX_SAFE_INTEGER : rank;
}

function linesOf(nuclide: string | null): readonly number[] {
  return nuclide === null ? [] : (PHOTOPEAKS_KEV[nuclide] ?? []);
}

function holdsLine(window: EnergyWindow, line: number): boolean {
  return window.rangesKev.some(([lower, upper]) => line >= lower && line <= upper);
}

function refusal(windows: readonly EnergyWindow[], nuclide: string | null, where: string): GraywiseError {
  const found = windows
    .map(window => `${window.name || `window ${window.number.toString()}`} (${windowSpan(window)?.join('-') ?? '?'} keV)`)
    .join(', ');
  return new GraywiseError('GW_ENERGY_WINDOW', { nuclide: nuclide ?? 'an unknown nuclide', where, found });
}
