/** The step Time-activity: models compared, the cycle by one scan beside all four, by a population and by a cohort, and the best time of one scan. `picture` takes a screenshot under a name. */
export async function fewerScans(page, picture) {
  const part = name => page.locator(`[data-cy=${name}]`);
  await part('gw-step-time-activity').click();
  await part('gw-fit').waitFor();
  await page.locator('[data-cy=gw-fewer-scans] summary').first().click();
  await part('gw-method-population').check();
  await part('gw-compare-scans').click();
  await part('gw-scan-comparison').waitFor({ timeout: 60_000 });
  const all = await page.locator('[data-cy=gw-fewer-scans] input[type=checkbox]').count();
  const kidneys = await page.locator('[data-cy=gw-scan-comparison] [data-key=kidneys] td').allInnerTexts();
  const [, allScans, oneScan] = kidneys;
  if (all !== 4 || !allScans?.includes('±') || !oneScan?.includes('±'))
    throw new Error(`One scan does not stand beside four: ${kidneys.join('; ')}`);
  const uncertaintyOf = text => Number.parseFloat(text.split('±')[1]);
  if (!(uncertaintyOf(oneScan) > uncertaintyOf(allScans))) throw new Error(`One scan is as sure as four: ${oneScan} and ${allScans}`);
  const byCohort = await kidneysByCohort(page, oneScan);
  await picture('fewer-scans-cohort');
  await page.locator('[data-cy=gw-best-time] summary').click();
  await part('gw-advise-time').click();
  await part('gw-scan-time').waitFor({ timeout: 60_000 });
  await picture('fewer-scans');
  return { allScans, oneScan, byCohort, halfLives: kidneys.slice(4), best: await part('gw-scan-time').innerText() };
}

/** The same scan by the cohort that the site stored; regions without one say so. */
async function kidneysByCohort(page, before) {
  await page.locator('[data-cy=gw-method-cohort]').check();
  await page.locator('[data-cy=gw-compare-scans]').click();
  const dose = page.locator('[data-cy=gw-scan-comparison] [data-key=kidneys] td').nth(2);
  for (let tries = 0; (await dose.innerText()) === before; tries++) {
    if (tries > 120) throw new Error('One scan by a cohort does not come.');
    await page.waitForTimeout(500);
  }
  const text = await dose.innerText();
  if (!text.includes('±')) throw new Error(`One scan by a cohort gives no dose of the kidneys: ${text}`);
  return text;
}
