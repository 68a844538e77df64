import { doseEngineTitle } from '@graywise/extension-core';
import { DOSE_ENGINES, type DoseEngineName } from '@graywise/physics';

/** A list of the dose engines but one, with what each is good for. */
export function EnginePicker({
  title,
  except,
  value,
  dataCy,
  onChange,
}: {
  readonly title: string;
  readonly except: DoseEngineName | undefined;
  readonly value: DoseEngineName;
  readonly dataCy: string;
  readonly onChange: (engine: DoseEngineName) => void;
}) {
  return (
    <label className="gw-field">
      {title}
      <select className="gw-input" value={value} data-cy={dataCy} onChange={event => onChange(event.target.value as DoseEngineName)}>
        {DOSE_ENGINES.filter(engine => engine !== except).map(engine => (
          <option key={engine} value={engine}>
            {doseEngineTitle(engine)}: {USES[engine]}
          </option>
        ))}
      </select>
    </label>
  );
}

const USES: Readonly<Record<DoseEngineName, string>> = {
  localDeposition: 'energy stays in its voxel',
  voxelKernel: 'soft tissue, seconds',
  monteCarlo: 'every tissue, minutes',
  organSValue: 'organs of a reference adult, no map',
  sphere: 'each region a sphere, no map',
};
