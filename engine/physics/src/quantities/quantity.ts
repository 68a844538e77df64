import { GraywiseError } from '../errors/GraywiseError.js';

declare const unit: unique symbol;

/** A finite number tagged at compile time with the unit it is expressed in. Costs nothing at run time. */
export type Quantity<U extends string> = number & { readonly [unit]: U };

export type Becquerel = Quantity<'Bq'>;
export type BecquerelPerMillilitre = Quantity<'Bq/mL'>;
export type BecquerelSecond = Quantity<'Bq s'>;
export type Gray = Quantity<'Gy'>;
export type GrayPerBecquerel = Quantity<'Gy/Bq'>;
export type Joule = Quantity<'J'>;
export type Kilogram = Quantity<'kg'>;
export type Millilitre = Quantity<'mL'>;
export type PerSecond = Quantity<'1/s'>;
export type Second = Quantity<'s'>;

function nonNegative<U extends string>(symbol: U): (value: number) => Quantity<U> {
  return value => {
    if (!Number.isFinite(value)) throw new GraywiseError('GW_NOT_FINITE', { unit: symbol, found: value });
    if (value < 0) throw new GraywiseError('GW_NEGATIVE', { unit: symbol, found: value });
    return value as Quantity<U>;
  };
}

/** Doors through which plain numbers become quantities. Each refuses what is not finite (GW_NOT_FINITE) or negative (GW_NEGATIVE). */
export const becquerel = nonNegative('Bq');
export const becquerelPerMillilitre = nonNegative('Bq/mL');
export const becquerelSecond = nonNegative('Bq s');
export const gray = nonNegative('Gy');
export const grayPerBecquerel = nonNegative('Gy/Bq');
export const joule = nonNegative('J');
export const kilogram = nonNegative('kg');
export const millilitre = nonNegative('mL');
export const perSecond = nonNegative('1/s');
export const second = nonNegative('s');

export const megabecquerel = (value: number): Becquerel => becquerel(value * 1e6);
export const gigabecquerel = (value: number): Becquerel => becquerel(value * 1e9);
export const megabecquerelHour = (value: number): BecquerelSecond => becquerelSecond(value * 3.6e9);
/** Exact since the SI of 2019. */
export const JOULE_PER_MEV = 1.602176634e-13;
export const megaelectronvolt = (value: number): Joule => joule(value * JOULE_PER_MEV);
export const gram = (value: number): Kilogram => kilogram(value * 1e-3);
export const minutes = (value: number): Second => second(value * 60);
export const hours = (value: number): Second => second(value * 3600);
export const days = (value: number): Second => second(value * 86400);

/** Doors through which quantities leave in the units people read. */
export const inMegabecquerel = (value: Becquerel): number => value / 1e6;
export const inGrams = (value: Kilogram): number => value * 1e3;
export const inHours = (value: Second): number => value / 3600;
