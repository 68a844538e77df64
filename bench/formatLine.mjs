/** One line of the table: what, figure, what it must and should be, the note, and at its end whether it must-figure is met. */
export function formatLine({ what, figure, unit, must, aim, better, note }) {
  const head = what.padEnd(66);
  if (figure === null) return `${head} ${'-'.padStart(10)}  ${note}; not met`;
  const reached = limit => (better === 'higher' ? figure >= limit : figure <= limit);
  const demands = [`must ${better === 'higher' ? '>=' : '<='} ${number(must)}`];
  if (aim !== undefined) demands.push(reached(aim) ? `aim ${number(aim)} reached` : `aim ${number(aim)}, ${distance(figure, aim)} away`);
  if (note) demands.push(note);
  return `${head} ${`${number(figure)} ${unit}`.padStart(10)}  ${demands.join('; ')}; ${reached(must) ? 'met' : 'not met'}`;
}

/** Three digits that count, never an exponent for figures people compare by eye. */
function number(value) {
  if (value !== 0 && Math.abs(value) < 1e-3) return value.toExponential(1);
  return Number(value.toPrecision(3)).toString();
}

function distance(figure, aim) {
  return `${Math.ceil(100 * Math.abs(figure / aim - 1))} %`;
}
