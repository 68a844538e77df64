const COMPARE_TIMEOUT_MS = 300_000;

/**
 * The step Dose with a second engine: says which engine made the dose and why; a comparison can be cancelled; it shows the gamma index, both histograms,
 * the table and the maps; another engine can be taken, and the rule's own again. `picture` takes a screenshot under a name.
 */
export async function compareEngines(page, picture) {
  const part = name => page.locator(`[data-cy=${name}]`);
  await part('gw-step-dose').click();
  await part('gw-dose-engine').waitFor();
  const ruled = await part('gw-dose-engine').getAttribute('data-engine');
  const reason = await part('gw-dose-engine-reason').innerText();
  if (reason.trim() === '') throw new Error('The step Dose does not say why its engine was chosen.');

  await cancelComparison(page, ruled === 'monteCarlo' ? 'voxelKernel' : 'monteCarlo');
  const second = ruled === 'localDeposition' ? 'voxelKernel' : 'localDeposition';
  await part('gw-second').selectOption(second);
  await part('gw-criteria-3-3').click();
  await runComparison(page);
  const usual = await part('gw-gamma').innerText();
  if (!/^\d+\.\d % of [\d,]+ voxels pass 3 %\/3 mm/.test(usual)) throw new Error(`No gamma index of 3 %/3 mm: ${usual}`);
  await requireBothDoses(page);
  for (const name of ['dose-difference', 'gamma-index', 'compared-dose']) await showMap(page, name, picture);

  await part('gw-criteria-2-2').click();
  await runComparison(page);
  const stricter = await part('gw-gamma').innerText();
  if (!stricter.includes('2 %/2 mm')) throw new Error(`No gamma index of 2 %/2 mm: ${stricter}`);
  if (Number.parseFloat(stricter) > Number.parseFloat(usual)) throw new Error(`Stricter criteria pass more: ${usual} ${stricter}`);

  await takeAnotherEngine(page, second, ruled);
  return { ruled, reason, second, usual, stricter };
}

/** Cancel ends the work at once, and the page can go on. */
async function cancelComparison(page, engine) {
  await page.locator('[data-cy=gw-second]').selectOption(engine);
  await page.locator('[data-cy=gw-compare]').click();
  const progress = page.locator('[data-cy=gw-progress]');
  await progress.waitFor({ timeout: 10_000 });
  await page.locator('[data-cy=gw-cancel]').click();
  await progress.waitFor({ state: 'detached', timeout: 1000 });
  const code = await page.locator('[data-cy=gw-refusal]').first().getAttribute('data-code');
  if (code !== 'GW_CANCELLED') throw new Error(`A cancelled comparison ends with ${code}.`);
  if ((await page.locator('[data-cy=gw-comparison]').count()) > 0) throw new Error('A cancelled comparison shows a result.');
}

async function runComparison(page) {
  await page.locator('[data-cy=gw-compare]').click();
  await page.locator('[data-cy=gw-progress]').waitFor({ state: 'detached', timeout: COMPARE_TIMEOUT_MS });
  const refusal = page.locator('[data-cy=gw-refusal]');
  if ((await refusal.count()) > 0) throw new Error(`The comparison was refused: ${await refusal.first().innerText()}`);
  await page.locator('[data-cy=gw-gamma]').waitFor();
}

/** A row for each region, and a dashed histogram beside each solid one. */
async function requireBothDoses(page) {
  const regions = await page.locator('[data-cy=gw-doses] tbody tr').count();
  const rows = await page.locator('[data-cy=gw-comparison-table] tbody tr').count();
  if (rows !== regions || rows === 0) throw new Error(`The comparison has ${rows} rows for ${regions} regions.`);
  const dashed = await page.locator('[data-cy=gw-chart-dvh] g[stroke-dasharray="5,4"] path').count();
  if (dashed !== regions) throw new Error(`The histogram shows ${dashed} dashed curves for ${regions} regions.`);
}

async function showMap(page, name, picture) {
  await page.locator(`[data-cy=gw-picture-${name}]`).click();
  const wanted = { 'dose-difference': 'difference', 'gamma-index': 'gamma', 'compared-dose': 'dose' }[name];
  await page.locator(`[data-cy=gw-legend][aria-label^="Colour scale of ${wanted}"]`).waitFor({ timeout: 30_000 });
  await picture(name);
}

/** Another engine makes the dose, for a reason; then the course chooses again, so that the record is the usual one. */
async function takeAnotherEngine(page, engine, ruled) {
  await page.locator('[data-cy=gw-engine-choice] summary').click();
  await page.locator('[data-cy=gw-engine]').selectOption(engine);
  await page.locator('[data-cy=gw-engine-reason]').fill('To see what photons add.');
  await page.locator('[data-cy=gw-engine-run]').click();
  await page.locator(`[data-cy=gw-dose-engine][data-engine=${engine}]`).waitFor({ timeout: COMPARE_TIMEOUT_MS });
  if ((await page.locator('[data-cy=gw-comparison]').count()) > 0) throw new Error('A comparison outlives the dose it is of.');
  await page.locator('[data-cy=gw-engine-rule]').click();
  await page.locator(`[data-cy=gw-dose-engine][data-engine=${ruled}]`).waitFor({ timeout: COMPARE_TIMEOUT_MS });
}
