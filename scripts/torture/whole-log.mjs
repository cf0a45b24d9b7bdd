import path from 'node:path';
import { loadTool } from '../load-tool.mjs';
import { COURSE } from './program.mjs';

/**
 * Opens the progress of a data folder as the next start would, and holds it to its log.
 * @returns what does that: data folder -> the store, and why it is not what its log amounts to, if so
 */
export async function wholeLogJudge() {
  const [{ openProgressStore }, { readWith }] = await Promise.all([
    loadTool('src/io/progress/store.ts'),
    loadTool('src/io/progress/read.ts'),
  ]);
  return (data) => {
    const folder = path.join(data, COURSE);
    let n = 0;
    const newId = () => {
      n += 1;
      return `torture-${process.pid}-${performance.now()}-${n}`.replace('.', '-');
    };
    const store = openProgressStore({ folder, now: Date.now, newId });
    return {
      store,
      faults: [...troublesOf(store), ...missing(store.progress(), folder, readWith)],
    };
  };
}

/** A line that was torn is passed over, and told; nothing else may be wrong. */
const troublesOf = (store) =>
  store
    .troubles()
    .filter(({ kind }) => kind !== 'damaged')
    .map(({ message }) => `the store says: ${message}`);

function missing(progress, folder, readWith) {
  const [is, should] = [progress, readWith(folder, []).progress].map(partsOf);
  return Object.keys({ ...should, ...is })
    .filter((part) => is[part] !== should[part])
    .map(
      (part) => `a start takes up other ${part} than its log holds${differing(is, should, part)}`,
    );
}

function differing(is, should, part) {
  const [one, other] = [is, should].map((parts) => new Set(rows(parts[part])));
  const lost = [...other].filter((row) => !one.has(row));
  const first = lost[0] ?? [...one].find((row) => !other.has(row)) ?? '';
  return `: ${lost.length} of ${other.size} are missing or older, as ${first.slice(0, 120)}`;
}

const rows = (text = '[]') => JSON.parse(text).map((row) => JSON.stringify(row));

/** Each part as one text, whatever order its keys came in. */
const partsOf = ({ checks, ...rest }) =>
  Object.fromEntries(
    Object.entries({ ...rest, checks: Object.fromEntries(checks) }).map(([name, part]) => [
      name,
      JSON.stringify(sorted(part)),
    ]),
  );

const sorted = (value) => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return [value];
  return Object.keys(value)
    .sort()
    .map((key) => [key, sorted(value[key])]);
};
