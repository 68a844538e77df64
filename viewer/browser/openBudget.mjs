const CHECK_TIMEOUT_MS = 300_000;

/**
 * The budget of the kidney dose, opened from the table: bars from the largest to the smallest, what would reduce it most, and the same by random trials.
 * `picture` takes a screenshot under a name.
 */
export async function openBudget(page, picture) {
  const part = name => page.locator(`[data-cy=${name}]`);
  await part('gw-step-dose').click();
  await page.locator('[data-cy=gw-doses] [data-key=kidneys] .gw-explainable').first().click();
  await part('gw-drawer').waitFor();
  const bars = await page.locator('[data-cy=gw-drawer] .gw-budget li').evaluateAll(lines =>
    lines.map(line => ({
      source: line.children[0].textContent,
      percent: Number.parseFloat(line.children[2].textContent),
      width: line.querySelector('.gw-fill').getBoundingClientRect().width,
    })),
  );
  if (bars.length < 4) throw new Error(`The budget of the kidney dose has ${bars.length} bars.`);
  for (const [index, bar] of bars.entries()) {
    const before = bars[index - 1];
    if (before && (before.percent < bar.percent || before.width < bar.width - 0.5)) throw new Error('The bars are not the largest first.');
  }
  await part('gw-advice').or(part('gw-no-advice')).waitFor({ timeout: 60_000 });
  await picture('budget');

  await part('gw-check-budget').click();
  await part('gw-budget-check').waitFor({ timeout: CHECK_TIMEOUT_MS });
  const check = await page.locator('[data-cy=gw-budget-check-table] tbody tr').allInnerTexts();
  if (check.length !== 2 || !check.every(line => line.includes('±'))) throw new Error(`No check by random trials: ${check.join('; ')}`);
  await part('gw-budget-check').scrollIntoViewIfNeeded();
  await picture('budget-check');
  const advice = await adviceOfSome(page, picture);
  await part('gw-drawer-close').click();
  return {
    bars: bars.map(({ source, percent }) => `${source} ${percent} %`),
    advice: advice.map(line => line.replace(/\s+/g, ' ')),
    check: check.map(line => line.replace(/\s+/g, ' ')),
  };
}

/** What would reduce the uncertainty of the first region where something would, from where to where: at least one of them gains by another scan. */
async function adviceOfSome(page, picture) {
  const doses = page.locator('[data-cy=gw-doses] tbody tr');
  for (let row = 0; row < (await doses.count()); row++) {
    await doses.nth(row).locator('.gw-explainable').first().click();
    await page.locator('[data-cy=gw-advice], [data-cy=gw-no-advice]').first().waitFor({ timeout: 60_000 });
    const lines = await page.locator('[data-cy=gw-advice] li').allInnerTexts();
    if (!lines.some(line => /%\s*→\s*[\d.]+ %/.test(line))) continue;
    await picture('advice');
    return [`${await doses.nth(row).locator('td').first().innerText()}:`, ...lines];
  }
  throw new Error('Nothing would make any dose surer.');
}
