import type { PhotonCrossSections } from '@graywise/physics';

const COLUMNS = 5;

/** The cross-sections of a material as `PhotonCoefficients` of c/transport/photonTables.h: total, photoelectric, Compton, Rayleigh, transfer by energy. */
export function photonTable(sections: PhotonCrossSections): Float64Array {
  const { energiesMev, photoelectric, compton, rayleigh, pair, energyTransfer } = sections;
  const table = new Float64Array(energiesMev.length * COLUMNS);
  for (let point = 0; point < energiesMev.length; point++) {
    const parts = [photoelectric[point] ?? NaN, compton[point] ?? NaN, rayleigh[point] ?? NaN] as const;
    const total = parts[0] + parts[1] + parts[2] + (pair[point] ?? NaN);
    table.set([total, ...parts, energyTransfer[point] ?? NaN], point * COLUMNS);
  }
  return table;
}
