/** The step Time-activity: models compared, the cycle by one scan beside all four, and the best time of one scan. `picture` takes a screenshot under a name. */
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
  await page.locator('[data-cy=gw-best-time] summary').click();
  await part('gw-advise-time').click();
  await part('gw-scan-time').waitFor({ timeout: 60_000 });
  await picture('fewer-scans');
  return { allScans, oneScan, halfLives: kidneys.slice(4), best: await part('gw-scan-time').innerText() };
}
