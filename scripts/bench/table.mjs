export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
};

export const percentile = (values, of) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((of / 100) * sorted.length))];
};

/** A figure as a ratio of medians, with what has to be reached, if anything has. */
export function ratioRow(what, values, against, others, toReach, unit = 'ms') {
  const [value, other] = [median(values), median(others)];
  const ratio = value / other;
  return {
    what,
    value,
    least: Math.min(...values),
    most: Math.max(...values),
    unit,
    against,
    other,
    ratio,
    // As it is told: with two decimals.
    ...(toReach !== undefined && { toReach, met: Number(ratio.toFixed(2)) <= toReach }),
  };
}

const shown = (value) => (value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2));

const cells = ({ what, value, least, most, unit, against, other, ratio, toReach, met }) => [
  what,
  `${shown(value)} ${unit}${most > least ? ` (${shown(least)}-${shown(most)})` : ''}`,
  `${against}${other === undefined ? '' : `: ${shown(other)} ${unit}`}`,
  ratio === undefined ? '' : ratio.toFixed(2),
  toReach === undefined ? '' : String(toReach),
  met === undefined ? '' : met ? 'met' : 'missed',
];

/** As Markdown, so that it can stand in docs/performance.md as it is. */
export function tableOf(rows, { date, node, machine, runs }) {
  const head = ['figure', 'median (min-max)', 'against', 'ratio', 'to reach', ''];
  const lines = [head, head.map(() => '---'), ...rows.map(cells)];
  return [
    `${date}, Node ${node.replace('v', '')}, ${machine}, medians of ${runs}`,
    '',
    ...lines.map((line) => `| ${line.join(' | ')} |`),
  ].join('\n');
}
