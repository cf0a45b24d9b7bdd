/** The highest ratio of our figure to that of an earlier commit: room for noise, not for a slower program. */
const LIMIT = 1.1;

const percentileOf = (values, percentile) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((percentile / 100) * sorted.length))];
};
const median = (values) => percentileOf(values, 50);

export const summary = (values, percentile = 50) => ({
  value: percentileOf(values, percentile),
  least: Math.min(...values),
  most: Math.max(...values),
});

const blocksOf = (values, size) =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, n) =>
    values.slice(n * size, (n + 1) * size),
  );

/**
 * The ratio of two lists that were measured in turns: the median over blocks that are neighbours in time. Other work on
 * the machine then disturbs both sides of most ratios alike.
 */
function pairedRatio(ours, earlier, percentile, block) {
  const [own, others] = [ours, earlier].map((list) =>
    blocksOf(list, block).map((values) => percentileOf(values, percentile)),
  );
  return median(own.map((value, n) => value / others[n]));
}

/**
 * One row of the table.
 * @param what what is measured
 * @param samples our samples, then those of the earlier commit if there is one
 * @param baseline name and samples of what the figure is compared with
 * @param percentile of the samples: the figure
 * @param block number of samples that were taken in one turn
 * @param toReach the highest ratio to the baseline, or the highest figure if `toReachOf` is 'value'
 * @param limit the highest ratio to the earlier commit, or the highest figure if `limitOf` is 'value'
 */
export function row(
  what,
  [ours, earlier],
  { baseline, unit = 'ms', percentile = 50, block = 1, ...bounds },
) {
  const own = summary(ours, percentile);
  const figures = { what, unit, ...own, ...bounds };
  if (baseline) {
    const [name, samples] = baseline;
    figures.baseline = { name, ...summary(samples, percentile) };
    figures.ratio = own.value / figures.baseline.value;
  }
  if (earlier) {
    figures.earlier = summary(earlier, percentile);
    figures.change = pairedRatio(ours, earlier, percentile, block);
  }
  return figures;
}

const merged = (summaries) =>
  summaries[0] && {
    ...summaries[0],
    value: median(summaries.map(({ value }) => value)),
    least: Math.min(...summaries.map(({ least }) => least)),
    most: Math.max(...summaries.map(({ most }) => most)),
  };

/** The same row of several runs as one: each figure and each ratio is the median over the runs. */
function overRuns(rows) {
  const all = (field) => rows.map((one) => one[field]);
  return {
    ...merged(rows),
    baseline: merged(all('baseline')),
    ratio: median(all('ratio')),
    earlier: merged(all('earlier')),
    change: median(all('change')),
    changes: all('change'),
  };
}

/** undefined if nothing is to be held. Ratios are compared as they are printed, with two decimals. */
const holds = (figure, most) =>
  figure === undefined || most === undefined ? undefined : Number(figure.toFixed(2)) <= most;

function judged({ toReachOf = 'ratio', limitOf = 'change', limit = LIMIT, ...row }) {
  const judgedRow = { ...row, met: holds(row[toReachOf], row.toReach) };
  if (row.earlier === undefined || limit === null) return judgedRow;
  return { ...judgedRow, limit, within: holds(row[limitOf], limit) };
}

/** The rows of one or more runs of the same parts, with a verdict for each. */
export const resultOf = (runs) =>
  runs[0].map((_, n) => judged(overRuns(runs.map((rows) => rows[n]))));

const shown = (value) =>
  value.toFixed(value >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : 2);

const ranged = ({ value, least, most }, unit) =>
  `${shown(value)} ${unit}${most > least ? ` (${shown(least)}-${shown(most)})` : ''}`;

const ratio = (value) => (value === undefined ? '' : value.toFixed(2));
const verdict = (isGood, good, bad) => (isGood === undefined ? '' : isGood ? good : bad);

const cells = ({ what, unit, baseline, ...row }) => [
  what,
  ranged(row, unit),
  baseline ? `${baseline.name}: ${ranged(baseline, unit)}` : '',
  ratio(row.ratio),
  String(row.toReach ?? ''),
  verdict(row.met, 'met', 'missed'),
];

const cellsOfChange = ({ unit, earlier, change, changes, limit, within }) => {
  if (earlier === undefined) return ['', '', '', ''];
  const spread = changes.length > 1 ? ` (${changes.map(ratio).join(', ')})` : '';
  return [
    ranged(earlier, unit),
    ratio(change) + spread,
    String(limit ?? ''),
    verdict(within, 'ok', 'over'),
  ];
};

/** Markdown, so that docs/performance.md can hold it as it is. */
export function tableOf({ rows, date, node, machine, load, runs, samples, against }) {
  const head = ['figure', 'median (min-max)', 'compared with', 'ratio', 'to reach', ''];
  const headOfChange = against ? [against, `ours / ${against}`, 'limit', ''] : [];
  const all = [...head, ...headOfChange];
  const body = rows.map((one) => [...cells(one), ...(against ? cellsOfChange(one) : [])]);
  const times = runs > 1 ? `, ${runs} runs: medians of their figures` : '';
  return [
    `${date}, Node ${node.replace('v', '')}, ${machine} (load before: ${load}), medians of ${samples} or more${times}`,
    '',
    ...[all, all.map(() => '---'), ...body].map((line) => `| ${line.join(' | ')} |`),
  ].join('\n');
}
