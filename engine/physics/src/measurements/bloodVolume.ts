import { millilitre, type Millilitre } from '../quantities/quantity.js';

/**
 * Blood volume of an adult, mL: men 31.9 h + 26.3 m - 2402, women 56.9 h + 14.1 m - 6460, h in cm, m in kg.
 *
 * Source: Retzlaff et al., Blood 33 (1969) 649, as EANM's guidance on blood dosimetry uses it (Lassmann et al. 2008); recalled, the centre must confirm.
 */
export function bloodVolume(sex: 'M' | 'F', heightCm: number, massKg: number): Millilitre {
  return millilitre(sex === 'M' ? 31.9 * heightCm + 26.3 * massKg - 2402 : 56.9 * heightCm + 14.1 * massKg - 6460);
}
