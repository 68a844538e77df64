/** 131I, Gy/GBq per hour of residence in one mL of blood (Lassmann 2008); recalled, the centre must confirm. */
export const BLOOD_OWN_ACTIVITY = 108;
/** 131I, Gy/GBq per hour of residence in the whole body, times kg^(2/3) (Lassmann 2008); recalled, the centre must confirm. */
export const BLOOD_BY_WHOLE_BODY = 0.0188;
/** Of the residence of 131I in the whole body, the share that is in blood (Haenscheid 2009). */
export const IODINE_SHARE_IN_BLOOD = 0.14;
/** From Gy/GBq per hour to Gy/Bq per second. */
export const PER_GIGABECQUEREL_HOUR = 1e-9 / 3600;
