/** The comparison as Markdown. */
export function reportOfDoseStep({ seed, columns, truths }) {
  return [
    '# The dose step against the truth of a digital patient',
    '',
    'Written by `node phantoms/tools/compareDoseEngines.mjs`.',
    '',
    `Patient lu-dotatate of seed ${seed}, cycle 1, Lu-177. Every engine has the true time-integrated activity, CT numbers and outlines on cubes of the width that is told,`,
    "each what lies at its centre; nothing is imaged, registered or fitted. Its dose to a region is the energy in the region's voxels over their mass. The truth is made in",
    'another way (phantoms/README.md): photons through the true tissues on other voxels, electrons by the areas of true surfaces. ± is one standard uncertainty by counting.',
    '',
    'Voxels have a surface half as large again as the smooth one that they stand for (the mean of |x| + |y| + |z| over directions is 3/2), so that half as many electrons',
    'again leave: 0.3 % of the dose of kidneys, 1 % of that of the lesion of 3 mL. Of the dose of red marrow a quarter is of photons, and spongy bone takes more of them than',
    'soft tissue: the kernel of soft tissue does not know it; transport does, though it takes 6.4 % calcium, by Schneider from CT numbers, where there truly is 4.7 %.',
    '',
    `| region | true dose (Gy) | photons in it | ${columns.map(({ title }) => title).join(' | ')} |`,
    `|---|---|---|${columns.map(() => '---').join('|')}|`,
    ...truths.map((truth, region) =>
      rowOf(
        truth,
        columns.map(({ found }) => found[region]),
      ),
    ),
    '',
  ].join('\n');
}

function rowOf({ name, electronsGy, photonsGy, uncertaintyGy }, found) {
  const trueGy = electronsGy + photonsGy;
  const cells = found.map(dose => {
    const ratio = dose.doseGy / trueGy - 1;
    const counted = dose.uncertaintyGy > 0 ? ` ± ${percent(dose.uncertaintyGy / trueGy)}` : '';
    return `${ratio > 0 ? '+' : ''}${percent(ratio)}${counted}`;
  });
  return `| ${name} | ${trueGy.toFixed(3)} ± ${uncertaintyGy.toFixed(3)} | ${percent(photonsGy / trueGy)} | ${cells.join(' | ')} |`;
}

function percent(share) {
  return `${(100 * share).toFixed(2)} %`;
}
