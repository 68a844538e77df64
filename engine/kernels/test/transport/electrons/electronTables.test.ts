import { electronStoppingPowers, energyGrid, referenceMaterial } from '@graywise/physics';
import { bremsstrahlungMoments } from '../../../src/transport/electrons/bremsstrahlungMoments.js';
import { bremsstrahlungShape, scaledSpectrum } from '../../../src/transport/electrons/bremsstrahlungShape.js';
import { collisionMoments } from '../../../src/transport/electrons/collisionMoments.js';
import { elasticTransport } from '../../../src/transport/electrons/elasticTransport.js';
import { ELECTRON_SETTINGS } from '../../../src/transport/electrons/electronSettings.js';
import { electronTables } from '../../../src/transport/electrons/electronTables.js';

const OXYGEN = { z: 8, atomicMass: 15.999, meanExcitationEnergyEv: 106 };
const CALCIUM = { z: 20, atomicMass: 40.078, meanExcitationEnergyEv: 215.8 };

describe('tables of the electron transport', () => {
  // SciPy 1.10.1, integrate.quad of the formula in the docstring with a relative tolerance of 1e-11; Simpson's rule with 128 intervals is within 2e-6.
  it.each([
    [OXYGEN, 0.0625, 'mott', 156.01977, 406.97811],
    [OXYGEN, 1, 'mott', 1.7162946, 4.8409073],
    [CALCIUM, 0.0625, 'mott', 347.58378, 887.72469],
    [CALCIUM, 1, 'mott', 4.0974408, 11.467563],
    [OXYGEN, 0.0625, 'rutherford-moliere', 178.7649, 460.82296],
    [OXYGEN, 1, 'rutherford-moliere', 2.0718812, 5.6242643],
  ] as const)(
    'E1: transport coefficients are the integrals of the cross-section (%o, %d MeV, %s)',
    (atom, energyMev, model, first, second) => {
      const ours = elasticTransport(atom, energyMev, model);
      expect(ours.first / first).toBeCloseTo(1, 5);
      expect(ours.second / second).toBeCloseTo(1, 5);
    },
  );

  // SciPy 1.10.1, integrate.quad of Moller's cross-section, 0.555 mol/g of electrons, cut-off 20 keV.
  it.each([
    [0.1, 6.82984355, 0.210288908, 0.00513925331],
    [1, 4.52248486, 0.308088073, 0.00191376998],
  ])(
    'E1: hard collisions and the spread of soft ones are the integrals of the cross-section (%d MeV)',
    (energyMev, number, loss, variance) => {
      const moments = collisionMoments(energyMev, 0.02, 0.555, 75e-6);
      expect(moments.hardNumber / number).toBeCloseTo(1, 7);
      expect(moments.hardLoss / loss).toBeCloseTo(1, 7);
      expect(moments.softVariance / variance).toBeCloseTo(1, 7);
    },
  );

  it('E1: a cut-off above half of the energy leaves no hard collisions', () => {
    const { hardNumber, hardLoss } = collisionMoments(0.01, 0.02, 0.555, 75e-6);
    expect(hardNumber).toBeCloseTo(0, 9);
    expect(hardLoss).toBeCloseTo(0, 9);
  });

  it('E2: the spectrum of bremsstrahlung alone gives the radiative stopping power of ESTAR within what is known of it', async () => {
    // Oxygen and hydrogen of water, Z (Z + 1) for the field of the electrons. 3BN with Elwert's factor is known to be some 10 % high at these energies
    // (Koch and Motz 1959, figure 23), and electrons radiate less in each other's field below 1 MeV than Z (Z + 1) has it.
    const { energiesMev, radiative } = await electronStoppingPowers(referenceMaterial('water'));
    const charges = (0.111894 * 2) / 1.008 + (0.888106 * 72) / 15.999;
    for (const energyMev of [0.125, 0.5, 1, 2, 4]) {
      const steps = 2000;
      let integral = 0;
      for (let step = 0; step < steps; step++) integral += scaledSpectrum(energyMev, (step + 0.5) / steps) / steps;
      const formula = (energyMev * integral * charges * 6.02214076e23 * 2.8179403262e-13 ** 2) / 137.036;
      const ratio = formula / (radiative[energiesMev.indexOf(energyMev)] ?? NaN);
      expect(ratio).toBeGreaterThan(1);
      expect(ratio).toBeLessThan(1.22);
    }
  });

  it('E2: hard photons and the soft rest radiate what the radiative stopping power says', () => {
    const shape = bremsstrahlungShape();
    const point = energyGrid().indexOf(1);
    const [none, cut] = [bremsstrahlungMoments(point, 0.013, shape, 1), bremsstrahlungMoments(point, 0.013, shape, 0.01)];
    expect(none).toEqual({ hardNumber: 0, softShare: 1 });
    expect(cut.softShare).toBeGreaterThan(0);
    expect(cut.softShare).toBeLessThan(0.06);
    // Photons from 10 keV to 1 MeV of about 1/k: 0.013 MeV cm2/g over their mean energy of 0.1 to 0.2 MeV.
    expect(cut.hardNumber).toBeGreaterThan(0.013 / 0.2);
    expect(cut.hardNumber).toBeLessThan(0.013 / 0.1);
  });

  it('E1: soft and hard losses add to the stopping power', async () => {
    const water = referenceMaterial('water');
    const [powers, { rows }] = [await electronStoppingPowers(water), await electronTables(water, ELECTRON_SETTINGS)];
    const point = energyGrid().indexOf(1);
    const hard = collisionMoments(1, ELECTRON_SETTINGS.deltaCutoffMev, (0.111894 * 1) / 1.008 + (0.888106 * 8) / 15.999, 75e-6).hardLoss;
    const { softShare } = bremsstrahlungMoments(
      point,
      powers.radiative[point] ?? NaN,
      bremsstrahlungShape(),
      ELECTRON_SETTINGS.photonCutoffMev,
    );
    expect((rows[point * 10] ?? NaN) + hard).toBeCloseTo(
      (powers.collision[point] ?? NaN) + softShare * (powers.radiative[point] ?? NaN),
      9,
    );
  });
});
