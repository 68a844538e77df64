/** ln 2 in two parts: multiples of the first up to 2^20 are exact, both together hold 85 bits. */
export const LN2_HIGH = 0.6931471803691238;
export const LN2_LOW = 1.9082149292705877e-10;
