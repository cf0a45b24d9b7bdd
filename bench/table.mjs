const percentileOf = (values, percentile) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((percentile / 100) * sorted.length))];
};

const summed = (values, percentile) => ({
  value: percentileOf(values, percentile),
  least: Math.min(...values),
  most: Math.max(...values),
});

/** Two lists of what was measured in turns: the median of each, or another percentile, and from what to what it went. */
function compared(what, values, { against, others, unit, percentile = 50 }) {
  const own = { what, unit, ...summed(values, percentile), against };
  if (others === undefined) return own;
  const { value: other, least: otherLeast, most: otherMost } = summed(others, percentile);
  return { ...own, other, otherLeast, otherMost, ratio: own.value / other };
}

/** A figure as a ratio, with what that has to reach, if anything has. */
export function ratioRow(what, values, against, others, { toReach, unit = 'ms', percentile } = {}) {
  const row = compared(what, values, { against, others, unit, percentile });
  if (toReach === undefined) return row;
  // As it is told: with two decimals.
  return { ...row, toReach, met: Number(row.ratio.toFixed(2)) <= toReach };
}

/** A figure that itself has something to reach, if anything has. */
export function amountRow(what, values, { unit, against = '', others, toReach }) {
  const row = compared(what, values, { against, others, unit });
  return toReach === undefined ? row : { ...row, toReach, met: row.value <= toReach };
}

const shown = (value) => (value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2));

const ranged = (value, least, most, unit) =>
  `${shown(value)} ${unit}${most > least ? ` (${shown(least)}-${shown(most)})` : ''}`;

const cells = ({ what, unit, ratio, toReach, met, ...row }) => [
  what,
  ranged(row.value, row.least, row.most, unit),
  row.other === undefined
    ? row.against
    : `${row.against}: ${ranged(row.other, row.otherLeast, row.otherMost, unit)}`,
  ratio === undefined ? '' : ratio.toFixed(2),
  toReach === undefined ? '' : String(toReach),
  met === undefined ? '' : met ? 'met' : 'missed',
];

/** As Markdown, so that it can stand in docs/performance.md as it is. */
export function tableOf(rows, { date, node, machine, load, runs }) {
  const head = ['figure', 'median (min-max)', 'against', 'ratio', 'to reach', ''];
  const lines = [head, head.map(() => '---'), ...rows.map(cells)];
  return [
    `${date}, Node ${node.replace('v', '')}, ${machine} (load before: ${load}), medians of ${runs} or more`,
    '',
    ...lines.map((line) => `| ${line.join(' | ')} |`),
  ].join('\n');
}
