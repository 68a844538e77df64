/** Photons of less (MeV) are absorbed where they are: their way in tissue is below half a millimetre. */
export const PHOTON_CUT_MEV = 0.003;
