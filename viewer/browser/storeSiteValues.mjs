/** Five invented patients: slow phases of 44 to 60 h, a fast one in three of them. */
const COHORT = {
  id: 'five invented patients',
  radiopharmaceutical: '177Lu-DOTATATE',
  regions: ['kidneys', 'kidney-left', 'kidney-right'],
  source: 'the browser test',
  patients: [
    [[100, 52]],
    [
      [85, 49],
      [15, 9],
    ],
    [[100, 44]],
    [
      [90, 56],
      [10, 6],
    ],
    [
      [80, 60],
      [20, 12],
    ],
  ].map(phases => phases.map(([amplitude, halfLife_h]) => ({ amplitude, halfLife_h }))),
};

/** Step 1: a cohort of the site's own goes from a file to the archive. `picture` takes a screenshot under a name. */
export async function storeSiteValues(page, picture) {
  const part = name => page.locator(`[data-cy=${name}]`);
  await part('gw-step-calibrate').click();
  await page.locator('[data-cy=gw-site-facts] > summary').click();
  const buffer = Buffer.from(JSON.stringify({ cohorts: [COHORT] }));
  await part('gw-site-files').setInputFiles({ name: 'cohorts.json', mimeType: 'application/json', buffer });
  await part('gw-site-values').getByText('5 patients of 177Lu-DOTATATE').waitFor();
  await picture('site-values');
  await part('gw-store-site-values').click();
  await page.getByText('Cohort five invented patients').getByText('Remove').waitFor({ timeout: 120_000 });
}
