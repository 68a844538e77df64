import { knownVerification, ReviewNote, useCourse, WarningList } from '@graywise/extension-core';
import { EngineChoice } from '../engines/EngineChoice.js';
import { EngineSummary } from '../engines/EngineSummary.js';
import { MapPatternChoice } from '../engines/MapPatternChoice.js';
import { PictureChoice } from '../engines/PictureChoice.js';
import { SecondEngine } from '../engines/SecondEngine.js';
import { RegionTable, type RegionQuantityColumn } from './RegionTable.js';

const DOSE: RegionQuantityColumn = { title: 'Dose', quantity: 'absorbedDose', unit: 'Gy', scale: 1, of: region => region.absorbedDose };
const ALPHA: RegionQuantityColumn = {
  title: 'of it alpha',
  quantity: 'alphaDose',
  unit: 'Gy',
  scale: 1,
  of: region => region.alphaDose ?? null,
};
const BED: RegionQuantityColumn = { title: 'BED', quantity: 'bed', unit: 'Gy', scale: 1, of: region => region.bed };

/** Absorbed dose and biologically effective dose of each region, ± standard uncertainty; which engine made it, and a second one beside it. */
export function DoseStep() {
  const { state } = useCourse();
  const { regions = [], doseMethod } = knownVerification(state);
  const quantities = regions.some(({ alphaDose }) => alphaDose) ? [DOSE, ALPHA, BED] : [DOSE, BED];
  const region = regions.find(one => one.name === state.region);
  return (
    <>
      {doseMethod && <EngineSummary method={doseMethod} />}
      <PictureChoice />
      <RegionTable caption="Dose ± standard uncertainty" dataCy="gw-doses" quantities={quantities} />
      {region && <WarningList warnings={region.warnings} />}
      {regions.length > 0 && <ReviewNote />}
      {state.outcomes.dose?.status === 'done' && <SecondEngine />}
      {state.outcomes['time-activity']?.status === 'done' && !state.stored && (
        <>
          <EngineChoice />
          <MapPatternChoice />
        </>
      )}
    </>
  );
}
