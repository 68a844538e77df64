import { GraywiseError } from '../errors/GraywiseError.js';

/**
 * How dose is spread over a region: doses, Gy, with the shares of the volume that receive them. The voxels of a region, or the bins of a differential
 * histogram; the shares need not add to one. Left out: every dose has the same share.
 */
export interface DoseDistribution {
  readonly dosesGy: ArrayLike<number>;
  readonly volumes?: ArrayLike<number>;
}

/** The mean of a function of dose over a region. Throws GW_NO_REGIONS for a region without volume, GW_NEGATIVE for a negative dose or share. */
export function meanOverVolume({ dosesGy, volumes }: DoseDistribution, quantity: (doseGy: number) => number): number {
  let sum = 0;
  let whole = 0;
  for (let index = 0; index < dosesGy.length; index++) {
    const dose = dosesGy[index] ?? NaN;
    const volume = volumes ? (volumes[index] ?? NaN) : 1;
    if (!(dose >= 0 && volume >= 0)) throw new GraywiseError('GW_NEGATIVE', { unit: 'Gy or volume', found: Math.min(dose, volume) });
    sum += volume * quantity(dose);
    whole += volume;
  }
  if (!(whole > 0)) throw new GraywiseError('GW_NO_REGIONS');
  return sum / whole;
}

/** The smallest and the largest dose, Gy, of a region. */
export function doseRange({ dosesGy, volumes }: DoseDistribution): { readonly least: number; readonly most: number } {
  let least = Infinity;
  let most = 0;
  for (let index = 0; index < dosesGy.length; index++) {
    if ((volumes?.[index] ?? 1) === 0) continue;
    least = Math.min(least, dosesGy[index] ?? NaN);
    most = Math.max(most, dosesGy[index] ?? NaN);
  }
  return { least, most };
}
