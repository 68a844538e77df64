import type { Finding } from '../record/finding.js';
import type { DetectorInput, DetectorRegion } from './detectorInput.js';
import type { DetectorThresholds } from './detectorThresholds.js';
import { dilatedMask } from './dilatedMask.js';
import { earlyScanTimes } from './earlyScanTimes.js';
import { meanOfMask } from './meanOfMask.js';
import { worksheetRow } from './worksheetRow.js';

/** What is known to take up, by the ligand. Lesions and kidneys take up all of those that are used for therapy here. */
const EXPECTED: readonly (readonly [RegExp, RegExp])[] = [
  [/./, /^(lesion-\d+|kidneys|kidney-(left|right))$/],
  [/dota-?(tate|toc|noc)|oxodotreotide|lutathera/i, /^spleen$/],
  [/psma|pluvicto/i, /^(salivary-glands|(parotid|submandibular)(s|-left|-right))$/],
];
/** The surroundings are what lies between these distances from the outline, mm. */
const SHELL_MM = [8, 16] as const;
/** Blood has left its activity by then. */
const FROM_HOURS = 12;
/** An early scan, and one on the same day. Suggested; the centre must confirm. */
const EXTRA_HOURS = [1, 4];

/** Regions that should take up and do not stand out from their surroundings (rule V10), on the first scan after 12 h, or the last. */
export function missingUptakeFindings(input: DetectorInput, { uptakeContrast }: DetectorThresholds): Finding[] {
  const scan = input.scans.find(({ afterAdministration }) => afterAdministration >= FROM_HOURS * 3600) ?? input.scans.at(-1);
  if (!scan) return [];
  const expected = input.regions.filter(({ name }) =>
    EXPECTED.some(([ligand, regions]) => ligand.test(input.radiopharmaceutical) && regions.test(name)),
  );
  return expected.flatMap((region): Finding[] => {
    const inside = meanOfMask(scan.concentration, region.mask);
    const around = meanOfMask(scan.concentration, shellOf(input, region));
    if (!Number.isFinite(around) || inside >= uptakeContrast * around) return [];
    return [
      {
        kind: 'missing uptake',
        region: region.name,
        placeLps: null,
        message: `${region.label}: at ${(scan.afterAdministration / 3600).toFixed(0)} h it holds hardly more than its surroundings (${(inside / around).toFixed(1)} times), where uptake is expected.`,
        worksheet: [
          worksheetRow('Concentration', inside, 'MBq/mL'),
          worksheetRow('Concentration around it', around, 'MBq/mL'),
          worksheetRow('Effective half-life', region.effectiveHalfLife, 'h'),
        ],
        advice: [
          'Look whether the region lies on its organ on this scan.',
          'Check the radiopharmaceutical and its labelling; compare with the diagnostic images.',
          'A scan on the day of the administration, arms included, shows whether the infusion went elsewhere; an early one, whether uptake ever began.',
        ],
        extraScans: earlyScanTimes(EXTRA_HOURS, input.nuclide.halfLife),
      },
    ];
  });
}

/** What surrounds a region and belongs to no other one: neighbours that take up are no background, but the liver around a lesion is. */
function shellOf({ geometry, regions }: DetectorInput, region: DetectorRegion): Uint8Array {
  const [near, far] = SHELL_MM;
  const shell = dilatedMask(region.mask, geometry, far);
  const inner = dilatedMask(region.mask, geometry, near);
  const others = regions.filter(({ name }) => name !== region.name && name !== 'liver').map(({ mask }) => mask);
  for (let voxel = shell.indexOf(1); voxel >= 0; voxel = shell.indexOf(1, voxel + 1))
    if (inner[voxel] === 1 || others.some(mask => mask[voxel] === 1)) shell[voxel] = 0;
  return shell;
}
