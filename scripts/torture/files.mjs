import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { loadTool } from '../load-tool.mjs';
import { fromRoot } from '../paths.mjs';
import { COURSE, index, lessons } from './program.mjs';

const NASTY = [
  '\u001b[31mred',
  '\u001b]0;title\u0007',
  '\u202egnp',
  'zero\u200bwidth',
  '\u009b2J',
  '\u0000',
  '<script>x</script>',
  '=1+1',
  '__proto__',
  '\ud800',
  'x'.repeat(5000),
];
const nasty = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary' }));
const anything = fc.oneof(
  nasty,
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(-1, 1e308, null, true, [], {}),
);

/** Files of every kind, whatever stands in them: none makes a reader fail, and no sign of theirs reaches a screen. */
export async function files({ seed, runs, say }) {
  const { plainText } = await loadTool('src/core/plain-text.ts');
  const { parseLog } = await loadTool('src/core/parse-log.ts');
  const { foldAll } = await loadTool('src/core/progress.ts');
  const { readExport } = await loadTool('src/core/progress-export.ts');
  const { readHandedIn } = await loadTool('src/core/workshop/read-handed-in.ts');
  const { parseCourse } = await loadTool('src/core/parse-course.ts');
  const { parse } = await import('yaml');
  const course = { index, lesson: (id) => lessons.find((one) => one.id === id) };
  const isPlain = (text) => plainText(text) === text;
  const entry = {
    k: 'answer',
    id: 'a',
    t: 1,
    lesson: 'l',
    check: 'c',
    choice: 'x',
    right: true,
    try: 1,
    lookUps: [],
    course: '0',
    offset: 0,
  };
  const touched = fc
    .tuple(fc.constantFrom(...Object.keys(entry)), anything)
    .map(([name, value]) => JSON.stringify({ ...entry, [name]: value }));
  const log = fc
    .array(fc.oneof(touched, nasty, fc.json()), { maxLength: 12 })
    .map((lines) => lines.join('\n'));
  const names = [
    'course.yaml',
    'sources.yaml',
    'ledger.yaml',
    'passages.yaml',
    ...index.lessons.map(({ id }) => `${id}.yaml`),
  ];
  const written = names.map((name) => ({
    name,
    value: parse(readFileSync(fromRoot('lessons', COURSE, name), 'utf8')),
  }));
  const kinds = {
    stores: fc.property(log, (text) => {
      foldAll(parseLog(text).entries);
    }),
    exports: fc.property(fc.oneof(log, fc.json()), (text) => {
      readExport(text, COURSE, 1e12);
    }),
    results: fc.property(
      fc.oneof(
        fc.json(),
        nasty,
        nasty.map((text) => `{${text}`),
      ),
      (text) => {
        for (const found of readHandedIn(course, 'x.json', text))
          if ('result' in found)
            for (const said of [found.result.person.name, found.result.code])
              if (!isPlain(said)) throw new Error(`reaches the screen: ${JSON.stringify(said)}`);
      },
    ),
    courses: fc.property(fc.nat(), fc.nat(), anything, (which, where, value) => {
      const changed = written.map((file, i) =>
        i === which % written.length ? { ...file, value: withOne(file.value, where, value) } : file,
      );
      const read = parseCourse(changed.map(fileOf));
      const texts =
        'problems' in read ? read.problems.map(({ message }) => message) : textsIn(read.course);
      const bad = texts.find((text) => !isPlain(text));
      if (bad !== undefined) throw new Error(`reaches the screen: ${JSON.stringify(bad)}`);
    }),
  };
  const faults = [];
  let tried = 0;
  for (const [kind, property] of Object.entries(kinds)) {
    const count = kind === 'courses' ? Math.ceil(runs / 20) : runs;
    say(`files, ${count} ${kind}`);
    tried += count;
    const {
      failed,
      counterexample,
      errorInstance,
      seed: met,
    } = fc.check(property, { seed, numRuns: count });
    if (failed)
      faults.push(
        `${kind} (seed ${met}): ${JSON.stringify(counterexample).slice(0, 300)} ${errorInstance?.message}`,
      );
  }
  return { tried, faults, told: 'files of every kind' };
}

/** As the reader of YAML hands a file to the parser; places are asked for only where something is wrong. */
const fileOf = ({ name, value }) => ({ name, value, locate: () => ({ line: 1, column: 1 }) });

const isObject = (value) => typeof value === 'object' && value !== null;

/** The n-th text or number of a value, changed. */
function withOne(value, n, to) {
  const places = placesIn(value);
  const place = places[n % places.length] ?? [];
  const copy = structuredClone(value);
  const holder = place.slice(0, -1).reduce((at, key) => at[key], copy);
  if (place.length > 0) holder[place.at(-1)] = to;
  return copy;
}

const placesIn = (value, path = []) =>
  isObject(value)
    ? Object.entries(value).flatMap(([key, one]) => placesIn(one, [...path, key]))
    : [path];
const textsIn = (value) =>
  typeof value === 'string'
    ? [value]
    : isObject(value)
      ? Object.values(value).flatMap(textsIn)
      : [];
