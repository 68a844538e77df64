/**
 * Runs contenders in turn, `repeats` rounds of each once, and gives each one's least time by its name.
 *
 * A contender is an async function that does the work once and gives the CPU seconds it took. Turns keep the machine's moods fair to all; the least is
 * the run that other work on the machine disturbed least.
 */
export async function interleaved(repeats, contenders) {
  const best = Object.fromEntries(Object.keys(contenders).map(name => [name, Infinity]));
  for (let round = 0; round < repeats; round++)
    for (const [name, measure] of Object.entries(contenders)) best[name] = Math.min(best[name], await measure());
  return best;
}
