/** The least and the greatest number of successes in `count` trials that a chance between `least` and `greatest` leaves likelier than `tail` on either side. */
export function binomialLimits(count: number, least: number, greatest: number, tail = 0.001): [number, number] {
  const cumulative = (chance: number): number[] => {
    let [logTerm, sum] = [count * Math.log1p(-chance), 0];
    return Array.from({ length: count + 1 }, (_, k) => {
      sum += Math.exp(logTerm);
      logTerm += Math.log(((count - k) / (k + 1)) * (chance / (1 - chance)));
      return sum;
    });
  };
  const low = cumulative(least).findIndex(sum => sum > tail);
  const high = cumulative(greatest).findIndex(sum => sum >= 1 - tail);
  return [low, high];
}
