import { becquerel, hours, instantAfter } from '@graywise/physics';
import { gatherCycle } from '../../src/gather/gatherCycle.js';
import { administration, ctOf, emission, factsWith, PATIENT, START, studyWith, type ImportedStudy } from './course.js';

const stated = factsWith({ administrations: [administration()] });
const NOTHING_STATED = { start: null, end: null, activity: null };
const OTHER = { ...PATIENT, id: 'P2', birthDate: '' };

describe('gathering a cycle', () => {
  it('G1: orders the scans by time and pairs each with the CT of its frame', () => {
    const scans = [emission(96), emission(4), emission(24)];
    const cycle = gatherCycle(studyWith(scans), stated, 1);
    expect(cycle.scans.map(({ timePoint, afterAdministration }) => [timePoint, afterAdministration / 3600])).toEqual([
      [1, 4],
      [2, 24],
      [3, 96],
    ]);
    expect(cycle.scans.every(({ emission: series, ct }) => ct?.frameOfReferenceUid === series.frameOfReferenceUid)).toBe(true);
  });

  it('G2: a scan belongs to the latest administration before it', () => {
    const second = administration({
      cycle: 2,
      start: instantAfter(START, hours(8 * 168)),
      preAssay: { activity: becquerel(7.4e9), at: START },
    });
    const later = emission(8 * 168 + 24, { administration: { start: second.start, end: null, activity: null } });
    const study = studyWith([emission(24), later]);
    const facts = factsWith({ administrations: [second, administration()] });
    expect(gatherCycle(study, facts, 1).scans).toHaveLength(1);
    expect(gatherCycle(study, facts, 2).scans[0]?.afterAdministration).toBe(24 * 3600);
  });

  it("G3: refuses another patient's series among the time points", () => {
    const study = studyWith([emission(4), emission(24, { patient: OTHER }), emission(96)]);
    expect(() => gatherCycle(study, stated, 1)).toThrow(expect.objectContaining({ code: 'GW_OTHER_PATIENT' }) as Error);
  });

  it("G4: refuses another patient's CT, and one identifier with two birth dates", () => {
    const scans = [emission(4), emission(24)];
    const strangerCt = studyWith(scans, { cts: [ctOf(emission(4)), ctOf(emission(24), { patient: OTHER })] });
    expect(() => gatherCycle(strangerCt, stated, 1)).toThrow(expect.objectContaining({ code: 'GW_OTHER_PATIENT' }) as Error);
    const twins = studyWith([emission(4), emission(24, { patient: { ...PATIENT, birthDate: '19500101' } })]);
    expect(() => gatherCycle(twins, stated, 1)).toThrow(expect.objectContaining({ code: 'GW_OTHER_PATIENT' }) as Error);
  });

  it('G5: leaves out what somebody else had before the first administration, and says so', () => {
    const calibration = emission(-240, { patient: OTHER, administration: { start: null, end: null, activity: null } });
    const cycle = gatherCycle(studyWith([emission(4), emission(24), calibration], { cts: [] }), stated, 1);
    expect(cycle.scans).toHaveLength(2);
    expect(cycle.warnings.map(({ code }) => code)).toContain('GW_OTHER_SERIES_IGNORED');
  });

  it('G6: refuses a scan before the administration and says how much', () => {
    const early = emission(-19 / 60);
    expect(() => gatherCycle(studyWith([early, emission(24)]), stated, 1)).toThrow(/19 minutes before/);
  });

  it('G6: refuses it too when the images contradict the facts on the administration: the scan is what one looks at first', () => {
    const late = administration({ start: instantAfter(START, hours(4.3)), preAssay: { activity: becquerel(7.4e9), at: START } });
    const course = () => gatherCycle(studyWith([emission(4), emission(24)]), factsWith({ administrations: [late] }), 1);
    expect(course).toThrow(expect.objectContaining({ code: 'GW_SCAN_BEFORE_ADMINISTRATION' }) as Error);
  });

  it('G8: an assay of the day before agrees with the images that state what was left of it', () => {
    const dayBefore = { activity: becquerel(7.4e9 * 2 ** (24 / 159.528)), at: instantAfter(START, -24 * 3600) };
    const facts = factsWith({ administrations: [administration({ preAssay: dayBefore })] });
    expect(gatherCycle(studyWith([emission(4), emission(24)]), facts, 1).warnings.map(({ code }) => code)).not.toContain('GW_FACTS_DIFFER');
  });

  it('G7: refuses a CT of the same session in another frame of reference', () => {
    const scan = emission(4);
    const study = studyWith([scan, emission(24)], { cts: [ctOf(scan, { frameOfReferenceUid: '8.8' }), ctOf(emission(24))] });
    expect(() => gatherCycle(study, stated, 1)).toThrow(expect.objectContaining({ code: 'GW_FRAME_MISMATCH' }) as Error);
  });

  it('G8: names a small difference between facts and images, refuses a large one', () => {
    const near = factsWith({ administrations: [administration({ preAssay: { activity: becquerel(7.25e9), at: START } })] });
    expect(gatherCycle(studyWith([emission(4), emission(24)]), near, 1).warnings.map(({ code }) => code)).toContain('GW_FACTS_DIFFER');
    const far = factsWith({ administrations: [administration({ preAssay: { activity: becquerel(3.7e9), at: START } })] });
    expect(() => gatherCycle(studyWith([emission(4)]), far, 1)).toThrow(expect.objectContaining({ code: 'GW_FACTS_CONFLICT' }) as Error);
  });

  it('G9: takes the administrations from the images when there are no facts', () => {
    const cycle = gatherCycle(studyWith([emission(4), emission(24)]), factsWith({}), 1);
    expect(cycle.administered.value).toBe(7.4e9);
    expect(cycle.assumptions[0]?.text).toContain('the images');
  });

  it('G10: without half-life in the images the decay table is used, and says so; a wrong one is refused', () => {
    const cycle = gatherCycle(studyWith([emission(4), emission(24)]), stated, 1);
    expect(cycle.warnings.map(({ code }) => code)).toContain('GW_HALF_LIFE_FROM_TABLE');
    const wrong = studyWith([emission(4, { statedHalfLife: hours(192) })]);
    expect(() => gatherCycle(wrong, stated, 1)).toThrow(expect.objectContaining({ code: 'GW_HALF_LIFE_CONFLICT' }) as Error);
  });

  it('G11: refuses an unknown nuclide, two nuclides, a cycle without administration and a calibration that is not there', () => {
    const unnamed = studyWith([emission(4, { nuclide: null })]);
    const unknown = factsWith({ administrations: [administration({ radiopharmaceutical: 'Unobtainium-300' })] });
    expect(() => gatherCycle(unnamed, unknown, 1)).toThrow(expect.objectContaining({ code: 'GW_UNKNOWN_NUCLIDE' }) as Error);
    const iodine = studyWith([emission(4, { nuclide: 'I-131' })]);
    expect(() => gatherCycle(iodine, stated, 1)).toThrow(expect.objectContaining({ code: 'GW_FACTS_CONFLICT' }) as Error);
    expect(() => gatherCycle(studyWith([emission(4)]), stated, 3)).toThrow(
      expect.objectContaining({ code: 'GW_NO_ADMINISTRATION' }) as Error,
    );
    const calibration = {
      kind: 'cylinder' as const,
      series: 'nowhere',
      activity: becquerel(5e8),
      at: START,
      volume: null,
      diametersMm: [],
      centresLpsMm: [],
      relativeUncertainty: 0.02,
      validDays: null,
    };
    const missing = factsWith({ administrations: [administration()], calibrations: [calibration] });
    expect(() => gatherCycle(studyWith([emission(4)]), missing, 1)).toThrow(
      expect.objectContaining({ code: 'GW_NO_CALIBRATION' }) as Error,
    );
  });

  describe('one frame of reference for all visits', () => {
    const shared = { frameOfReferenceUid: '9.9' };
    const scans = [emission(4, shared), emission(24, shared), emission(96, shared)];
    const ctUid = (scan: number): string => ctOf(scans[scan] ?? emission(0)).reference.seriesInstanceUid;
    const drawn = (drawnOnSeries: readonly string[]): ImportedStudy['regionSets'] => [
      { reference: emission(1).reference, patient: PATIENT, kind: 'SEG', ...shared, drawnOnSeries, drawnAt: '', regions: [], files: [] },
    ];

    it('G12: regions belong to the scan whose images they name, of whichever cycle', () => {
      const timePoint = (uids: string[]): number | null | undefined =>
        gatherCycle(studyWith(scans, { regionSets: drawn(uids) }), stated, 1).regionSets[0]?.timePoint;
      expect(timePoint([ctUid(1)])).toBe(2);
      expect(timePoint(['1.2.5760'])).toBe(3);
      const second = administration({ cycle: 2, start: instantAfter(START, hours(48)) });
      const facts = factsWith({ administrations: [administration(), second] });
      const later = [emission(4, shared), emission(24, shared), emission(96, { ...shared, administration: NOTHING_STATED })];
      const study = studyWith(later, { regionSets: drawn([ctUid(2)]) });
      expect(gatherCycle(study, facts, 1).regionSets[0]?.timePoint).toBeNull();
      expect(gatherCycle(study, facts, 2).regionSets[0]?.timePoint).toBe(1);
    });

    it('G13: regions that name no image are refused, because the frame does not tell the scan', () => {
      const study = studyWith(scans, { regionSets: drawn([]) });
      expect(() => gatherCycle(study, stated, 1)).toThrow(expect.objectContaining({ code: 'GW_SEGMENTATION_SCAN' }) as Error);
    });

    it('G14: a scan without its CT does not take that of another visit', () => {
      const study = studyWith(scans, { cts: scans.slice(0, 2).map(series => ctOf(series)) });
      const cts = gatherCycle(study, stated, 1).scans.map(({ ct }) => ct?.reference.seriesInstanceUid ?? null);
      expect(cts).toEqual([ctUid(0), ctUid(1), null]);
    });
  });

  it('G15: a time of day written beside the zone after a clock change is the same administration', () => {
    const sameClock = { start: { epochSeconds: START.epochSeconds - 3600, offsetMinutes: 60 }, end: null, activity: becquerel(7.4e9) };
    const study = studyWith([emission(4), emission(96, { administration: sameClock })]);
    const cycle = gatherCycle(study, stated, 1);
    expect(cycle.warnings.map(({ code }) => code)).toContain('GW_FACTS_DIFFER');
    expect(gatherCycle(study, factsWith({}), 1).scans).toHaveLength(2);
    const anHourOff = { ...sameClock, start: { epochSeconds: START.epochSeconds - 3600, offsetMinutes: 0 } };
    const conflict = studyWith([emission(4, { administration: anHourOff })]);
    expect(() => gatherCycle(conflict, stated, 1)).toThrow(expect.objectContaining({ code: 'GW_FACTS_CONFLICT' }) as Error);
  });
});
