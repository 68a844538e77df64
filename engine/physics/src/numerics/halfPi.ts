/** Half of pi in two parts: multiples of the first up to 2^20 are exact, both together hold 86 bits. */
export const HALF_PI_HIGH = 1.5707963267341256;
export const HALF_PI_LOW = 6.077100506506192e-11;
