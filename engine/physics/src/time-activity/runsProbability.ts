/**
 * The probability that chance makes `runs` runs or fewer of `first` things of one kind and `second` of another (Wald and Wolfowitz 1940, Ann. Math. Stat.
 * 11, 147). One where there is only one kind.
 */
export function runsProbability(runs: number, first: number, second: number): number {
  if (first === 0 || second === 0) return 1;
  let ways = 0;
  for (let count = 2; count <= runs; count++) {
    const half = Math.floor(count / 2);
    const even = 2 * choose(first - 1, half - 1) * choose(second - 1, half - 1);
    const odd = choose(first - 1, half) * choose(second - 1, half - 1) + choose(first - 1, half - 1) * choose(second - 1, half);
    ways += count % 2 === 0 ? even : odd;
  }
  return Math.min(1, ways / choose(first + second, first));
}

function choose(from: number, taken: number): number {
  if (taken < 0 || taken > from) return 0;
  let ways = 1;
  for (let index = 1; index <= taken; index++) ways = (ways * (from - taken + index)) / index;
  return ways;
}
