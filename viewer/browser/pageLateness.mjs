/** Begins to note how late the page answers. A page that is asked again keeps one clock. */
export async function watchPage(page) {
  await page.evaluate(() => {
    window.gapsMs = [];
    window.slowAt = [];
    if (window.lastBeat !== undefined) return;
    window.lastBeat = performance.now();
    setInterval(() => {
      const now = performance.now();
      const late = now - window.lastBeat;
      window.lastBeat = now;
      window.gapsMs.push(late - 20);
      if (late > 120) {
        const during = document.querySelector('[data-cy=gw-progress]')?.textContent ?? 'nothing';
        window.slowAt.push(`${Math.round(late)} ms during: ${during}`);
      }
    }, 20);
  });
}

/** How late the page answered since `watchPage`, in lines to print. */
export async function pageLateness(page) {
  const gaps = await page.evaluate(() => window.gapsMs.toSorted((a, b) => a - b));
  const at = share => gaps[Math.min(gaps.length - 1, Math.floor(share * gaps.length))].toFixed(0);
  const late = await page.evaluate(() => window.slowAt);
  return [
    `answers late by ${at(0.5)} ms (median), ${at(0.99)} ms (99 %), ${at(1)} ms (at most)`,
    ...late.map(moment => `  late by ${moment}`),
  ];
}
