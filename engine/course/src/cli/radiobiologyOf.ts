import { GraywiseError, hours, type StatedRadiobiology } from '@graywise/physics';

const MODEL = /^([a-z][a-z0-9-]*):(\d+(?:\.\d+)?)Gy,(\d+(?:\.\d+)?)h$/;

/** `lesion:10Gy,1.5h`: alpha/beta and repair half-time of a region; `lesion` stands for all lesions. Throws GW_USAGE. */
export function radiobiologyOf(text: string): StatedRadiobiology {
  const [, region = '', ratio = '', repair = ''] = MODEL.exec(text) ?? [];
  if (region === '' || !(Number(ratio) > 0 && Number(repair) > 0))
    throw new GraywiseError('GW_USAGE', { expected: '--radiobiology REGION:10Gy,1.5h', found: text });
  return {
    region,
    alphaBetaGy: Number(ratio),
    repairHalfTime: hours(Number(repair)),
    source: 'stated on the command line',
    confirmed: true,
  };
}
