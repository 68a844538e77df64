import { interpolateLogLog, type ScatteringFunctions } from '@graywise/physics';

const STEPS_PER_OCTAVE = 16;
const LOWEST_EXPONENT = -16;
const OCTAVES = 26;
const POINTS = OCTAVES * STEPS_PER_OCTAVE + 1;

/**
 * The scattering functions of a material as `ScatteringPoint` of c/transport/photonTables.h: on a grid of x^2 (1/angstrom^2) the incoherent function per
 * electron and the integral of F^2 over d(x^2) from zero, by the trapezoidal rule.
 */
export function scatteringTable({ momentumTransfers, formFactorSquaredPerGram, incoherentPerGram }: ScatteringFunctions): Float64Array {
  const formFactorSquared = interpolateLogLog(momentumTransfers, [...formFactorSquaredPerGram]);
  const incoherent = interpolateLogLog(momentumTransfers, [...incoherentPerGram]);
  const electrons = incoherentPerGram.at(-1) ?? NaN;
  const table = new Float64Array(POINTS * 3);
  let [square, height, integral] = [0, formFactorSquaredPerGram[0] ?? NaN, 0];
  for (let point = 0; point < POINTS; point++) {
    const nextSquare = 2 ** (LOWEST_EXPONENT + Math.floor(point / STEPS_PER_OCTAVE)) * (1 + (point % STEPS_PER_OCTAVE) / STEPS_PER_OCTAVE);
    const transfer = Math.sqrt(nextSquare);
    const nextHeight = formFactorSquared(transfer);
    integral += ((nextSquare - square) * (height + nextHeight)) / 2;
    [square, height] = [nextSquare, nextHeight];
    table.set([square, Math.min(1, incoherent(transfer) / electrons), integral], point * 3);
  }
  return table;
}
