import { cpus, loadavg } from 'node:os';

const REASON = 'As labelled; the kidney limit allows more.';
/** What a move of the slider may take on a machine that has nothing else to do, ms. */
const MOST_MS = 50;

/**
 * Plans the next cycle: the slider moves every bar; three alternatives and more stand side by side; one of them is taken and signed with its reason.
 * `picture` takes a screenshot under a name.
 */
export async function choosePlan(page, picture) {
  const part = name => page.locator(`[data-cy=${name}]`);
  await part('gw-activity').waitFor({ timeout: 120_000 });
  await part('gw-alternative-suggested').waitFor();
  await picture('plan-suggested');
  const slider = await moveSlider(page);
  const alternatives = await page.locator('[data-cy^=gw-alternative-]').allInnerTexts();
  if (alternatives.length < 3) throw new Error(`Fewer than three alternatives: ${alternatives.join('; ')}`);
  const kidneys = await page.locator('[data-cy=gw-alternatives] [data-key=kidneys] td').allInnerTexts();
  if (!kidneys.slice(1).every(cell => /±.*Gy[^]*%/.test(cell)))
    throw new Error(`An alternative lacks dose, uncertainty or chance: ${kidneys.join('; ')}`);

  await part('gw-alternative-fixed').click();
  await page.locator('[data-cy=gw-alternative-fixed][aria-pressed=true]').waitFor();
  await part('gw-sign-plan-name').fill('A. Physicist');
  if (!(await part('gw-sign-plan').isDisabled())) throw new Error('Another activity than the suggestion can be signed without a reason.');
  await part('gw-plan-reason').fill(REASON);
  await picture('plan');
  await part('gw-sign-plan').click();
  await part('gw-signed-plan').waitFor({ timeout: 60_000 });
  return { slider, alternatives: alternatives.map(text => text.replace(/\s+/g, ' ')) };
}

/** After a reload: what was chosen, with its reason. */
export async function requireChosenPlan(page) {
  const text = await page.locator('[data-cy=gw-signed-plan]').innerText();
  for (const words of ['7,400 MBq', REASON, 'A. Physicist', 'Suggested:'])
    if (!text.includes(words)) throw new Error(`The stored plan does not show "${words}": ${text}`);
}

/** From the move to the dose on the screen, over 20 moves; asked for only where the machine has no other work. */
async function moveSlider(page) {
  const times = await page.evaluate(async () => {
    const slider = document.querySelector('[data-cy=gw-activity-slider]');
    const dose = document.querySelector('[data-cy=gw-dose-kidneys]');
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    const found = [];
    for (let move = 0; move < 20; move++) {
      const before = dose.textContent;
      const start = performance.now();
      set.call(slider, String(3000 + 250 * move));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      while (dose.textContent === before && performance.now() - start < 5000) await new Promise(resolve => setTimeout(resolve));
      found.push(performance.now() - start);
    }
    return found.toSorted((a, b) => a - b);
  });
  const median = times[times.length / 2];
  const [load] = loadavg();
  if (median > MOST_MS && load < cpus().length) throw new Error(`A move of the slider takes ${median.toFixed(0)} ms.`);
  return `${times[0].toFixed(0)} ms at least, ${median.toFixed(0)} ms (median), at a load of ${load.toFixed(1)} on ${cpus().length} cores`;
}
