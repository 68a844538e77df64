import { gigabecquerel, gray, grayPerBecquerel, makeEstimate, predictCourse } from '@graywise/physics';
import { cpuSeconds } from '../measure/cpuSeconds.mjs';

const ORGANS = ['kidneys', 'red-marrow', 'liver', 'spleen', 'lesion-1', 'lesion-2', 'lesion-3'];
const DOSES_GY = [5.2, 0.3, 3, 8, 30, 22, 12];
const REPEATS = 9;

/** One move of the slider: doses, their ranges, the risk of five limits and the joint risk, five cycles to come. */
export default async function* lines() {
  const limit = (region, value, quantity = 'absorbed dose') => ({ region, value: gray(value), quantity, source: 'bench' });
  const request = {
    cycle: 2,
    cyclesLeft: 5,
    limits: [limit('kidneys', 23), limit('kidneys', 40, 'BED'), limit('red-marrow', 2), limit('liver', 30), limit('spleen', 40)],
    targets: [{ region: 'worst-lesion', value: gray(70), source: 'bench' }],
    riskAccepted: 0.05,
    activityCap: null,
  };
  const history = [verification()];
  const move = () => predictCourse({ activity: gigabecquerel(7.4), request, history });
  move();
  const seconds = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) seconds.push(await cpuSeconds(move));
  seconds.sort((a, b) => a - b);
  yield {
    what: 'a move of the activity slider: five limits, a worst lesion of three, five cycles',
    figure: 1000 * seconds[REPEATS >> 1],
    unit: 'ms',
    must: 50,
    better: 'lower',
    note: 'CPU time, median of 9',
  };
}

/** What planning reads of a verification. */
function verification() {
  const regions = ORGANS.map((name, index) => {
    const dose = DOSES_GY[index];
    const shares = ['calibration:1', ...Array.from({ length: 10 }, (_, part) => `${String(part)}:${name}`)].map(key => ({
      source: 'fit',
      key,
      standardUncertainty: 0.04 * dose,
    }));
    const absorbedDose = makeEstimate(gray(dose), shares);
    return {
      name,
      label: name,
      absorbedDose,
      absorbedDosePerActivity: makeEstimate(
        grayPerBecquerel(dose / 7.4e9),
        shares.map(share => ({ ...share, standardUncertainty: share.standardUncertainty / 7.4e9 })),
      ),
      bed: null,
      radiobiology: name === 'kidneys' ? { alphaBetaGy: 2.6, repairHalfTime: 10080, source: 'bench', confirmed: true } : null,
      fit: { terms: [{ amplitude: 1, rate: Math.LN2 / 180000 }] },
    };
  });
  return {
    cycle: 1,
    nuclide: 'Lu-177',
    radiopharmaceutical: '177Lu-DOTATATE',
    administered: makeEstimate(gigabecquerel(7.4), []),
    regions,
  };
}
