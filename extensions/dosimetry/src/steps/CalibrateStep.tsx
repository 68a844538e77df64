import { EstimateText, knownVerification, Moment, useCourse } from '@graywise/extension-core';
import { AdministrationForm } from '../facts/AdministrationForm.js';
import { CalibrationForm } from '../facts/CalibrationForm.js';
import { MeasurementsForm } from '../facts/MeasurementsForm.js';
import { ResolutionForm } from '../facts/ResolutionForm.js';
import { SiteValuesForm } from '../facts/SiteValuesForm.js';
import { ScanTable } from './ScanTable.js';

/** From counts to Bq/mL: the administration, the calibration, the scans; and the forms for what DICOM does not say. */
export function CalibrateStep() {
  const { state, course } = useCourse();
  const known = knownVerification(state);
  return (
    <>
      {known.administered && (
        <p>
          Administered:{' '}
          <EstimateText
            estimate={known.administered}
            unit="MBq"
            scale={1e-6}
            name="Administered activity"
            onExplain={() => course.actions.explain({ region: '', quantity: 'administered' })}
          />{' '}
          {known.administrationStart && (
            <>
              at <Moment at={known.administrationStart} />
            </>
          )}
        </p>
      )}
      {known.calibration && (
        <p>
          Calibration factor:{' '}
          <EstimateText
            estimate={known.calibration.factor}
            unit="Bq per count/s"
            name="Calibration factor"
            onExplain={() => course.actions.explain({ region: '', quantity: 'calibration' })}
          />
          , measured <Moment at={known.calibration.acquiredAt} />, valid until <Moment at={known.calibration.validUntil} />
        </p>
      )}
      {known.resolution && (
        <p>
          Resolution of the images:{' '}
          <EstimateText
            estimate={known.resolution.fwhm}
            unit="mm"
            mostDecimals={2}
            name="Resolution of the images"
            onExplain={() => course.actions.explain({ region: '', quantity: 'resolution' })}
          />
          , {known.resolution.basis === 'stated' ? 'stated' : 'from measured spheres'}: partial volume is corrected.
        </p>
      )}
      <ScanTable />
      <details data-cy="gw-administration-facts">
        <summary>Administration</summary>
        {state.overview && <AdministrationForm key={JSON.stringify([state.cycle, state.overview.facts.administrations])} />}
      </details>
      <details data-cy="gw-calibration-facts">
        <summary>Calibration source</summary>
        <CalibrationForm />
      </details>
      <details data-cy="gw-resolution-facts">
        <summary>Resolution of the images</summary>
        <ResolutionForm />
      </details>
      <details data-cy="gw-measurement-facts">
        <summary>Measurements without images</summary>
        {state.overview && <MeasurementsForm key={JSON.stringify(state.overview.facts.measurements)} />}
      </details>
      <details data-cy="gw-site-facts">
        <summary>Values of the site's own patients</summary>
        {state.overview && <SiteValuesForm key={JSON.stringify([state.overview.facts.priors, state.overview.facts.cohorts])} />}
      </details>
    </>
  );
}
