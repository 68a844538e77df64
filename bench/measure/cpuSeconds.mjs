/** The CPU seconds (user and system, all threads) that this process spends in one call of an async or plain function. */
export async function cpuSeconds(work) {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
