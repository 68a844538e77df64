import { hours, statedRadiobiology, type PlanRequest, type StatedRadiobiology } from '@graywise/physics';
import { NumberInput } from './NumberInput.js';
import { SourceMark } from './SourceMark.js';
import { useLabels } from './useLabels.js';

interface RadiobiologyRowsProps {
  readonly draft: PlanRequest;
  readonly onChange: (change: Partial<PlanRequest>) => void;
}

const SECONDS_PER_HOUR = 3600;

/**
 * For each region with a limit or target in BED or EQD2: alpha/beta and half-time of repair, where a person or the protocol states them. Left at 0 they are
 * those of its record, else the suggested ones. A target on several lesions has those of lesions of any number.
 */
export function RadiobiologyRows({ draft, onChange }: RadiobiologyRowsProps) {
  const labels = useLabels();
  const regions = [
    ...new Set(
      [...draft.limits, ...draft.targets]
        .filter(({ quantity = 'absorbed dose' }) => quantity !== 'absorbed dose')
        .map(({ region }) => region.replace(/^(worst|mean)-lesion$/, 'lesion')),
    ),
  ];
  if (regions.length === 0) return null;
  const stated = draft.radiobiology ?? [];
  const set = (region: string, alphaBetaGy: number, repairHours: number): void => {
    const others = stated.filter(one => one.region !== region);
    const own: StatedRadiobiology = { region, alphaBetaGy, repairHalfTime: hours(repairHours), source: 'entered', confirmed: true };
    onChange({ radiobiology: alphaBetaGy > 0 || repairHours > 0 ? [...others, own] : others });
  };
  return (
    <fieldset className="gw-fieldset">
      <legend>Radiobiology (0: as in the record, else suggested)</legend>
      {regions.map(region => {
        const own = statedRadiobiology(region, stated);
        const [alphaBeta, repair] = [own?.alphaBetaGy ?? 0, (own?.repairHalfTime ?? 0) / SECONDS_PER_HOUR];
        return (
          <div key={region} className="gw-pair">
            <NumberInput
              title={`${labels(region)}, α/β, Gy`}
              value={alphaBeta}
              step={0.1}
              dataCy={`gw-alpha-beta-${region}`}
              onChange={value => set(region, value, repair)}
            />
            <NumberInput
              title={`${labels(region)}, repair, h`}
              value={repair}
              step={0.1}
              dataCy={`gw-repair-${region}`}
              onChange={value => set(region, alphaBeta, value)}
            />
            {own && <SourceMark stated={own} />}
          </div>
        );
      })}
    </fieldset>
  );
}
