// `npm run stress:breakages [-- --only NAME]`: shows that the stress run can fail. Each breakage is put into a copy of
// this checkout, and the part of the stress run that is named beside it has to report something lost. Each part runs
// without a breakage first: on a busy machine it may report what no breakage did.
import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fromRoot, root } from './paths.mjs';

/** Builds the program and runs a part of the stress run. */
const STRESS = ['npm', 'run', '--silent', 'stress', '--'];

const SEED = '20261125';

/** Far longer than any part takes, in milliseconds. A run that hangs is not a run that found something. */
const LONGEST_RUN = 15 * 60_000;

/**
 * `find` occurs exactly once in `file`. `part` has to notice it, in its short form unless `long` says that only the
 * whole part can.
 */
const BREAKAGES = [
  {
    name: 'saves-late',
    file: 'src/io/progress/store.ts',
    find: '  save(held, options);\n  if (follows)',
    replace: '  setTimeout(() => save(held, options), 500);\n  if (follows)',
    part: 'kill',
    note: 'An answer is shown half a second before it is on the disk.',
  },
  {
    name: 'forgets-the-step',
    file: 'src/core/session/lesson.ts',
    find: 'const resumed = resumeAt(lesson, attempt);',
    replace: 'const resumed = attempt.step === END ? END : (lesson.body[0]?.id ?? END);',
    part: 'kill',
    note: 'The next start opens a lesson at its first step.',
  },
  {
    name: 'summary-forgets',
    file: 'src/core/progress/snapshot.ts',
    find: 'rowOf(id, progress)',
    replace: 'rowOf(id, { ...progress, tries: 1 })',
    part: 'together',
    note: 'fold.json says that every check was answered once.',
  },
  {
    name: 'rewrites-the-log',
    file: 'src/io/progress/answer-log.ts',
    find: '  const fd = openFile(logFile(folder), TO_APPEND, 0o600);',
    replace:
      "  const old = readLog(folder);\n  const fd = openSync(logFile(folder), 'w+', 0o600);\n  writeSync(fd, old);",
    part: 'together',
    note: 'A program writes the whole log again and loses what another added meanwhile.',
  },
  {
    name: 'drops-unsaved',
    file: 'src/io/progress/store.ts',
    find: '    held.hasFailed = true;',
    replace: '    held.unsaved = [];\n    held.hasFailed = true;',
    part: 'disk',
    note: 'What could not be saved is never tried again.',
  },
  {
    name: 'believes-a-short-write',
    file: 'src/io/progress/answer-log.ts',
    find: 'if (write(fd, bytes) < bytes.length)',
    replace: 'if (write(fd, bytes) < 0)',
    part: 'disk',
    note: 'A full disk takes half an entry, and nobody is told.',
  },
  {
    name: 'joins-a-torn-line',
    file: 'src/io/progress/answer-log.ts',
    find: 'LogEntry): string => `\\n$',
    replace: 'LogEntry): string => `$',
    part: 'disk',
    note: 'The entry after a torn line becomes part of that line.',
  },
  {
    name: 'misses-a-removed-log',
    file: 'src/io/progress/answer-log.ts',
    find: '    if (place && !hasPlace(fd, place)) return undefined;\n',
    replace: '',
    part: 'disk',
    note: 'A folder that is removed under the program takes what was saved with it.',
  },
  {
    name: 'dates-by-the-order',
    file: 'src/core/log/given-time.ts',
    find: 'clock ?? t;',
    replace: 't + 0 * (clock ?? 0);',
    part: 'clocks',
    note: 'After a clock was ahead, every answer counts as given on that far day.',
  },
  {
    name: 'heals-without-the-log',
    file: 'src/core/log/resets.ts',
    find: "entry.k !== 'redate' && ",
    replace: '',
    part: 'clocks',
    note: 'A summary keeps the dates of a clock that was ahead.',
  },
  {
    name: 'wrong-grade',
    file: 'src/core/grade.ts',
    find: 'return { right: isRight(check, choiceId),',
    replace: 'return { right: choiceId === check.choices[0]?.id,',
    part: 'model',
    note: "The first choice in the course's file counts as right.",
  },
  {
    name: 'answers-with-another-choice',
    file: 'src/core/session/answering/certainty.ts',
    find: 'const choice = now.choices[state.highlight];',
    replace: 'const choice = now.choices.at(state.highlight - 1);',
    part: 'model',
    note: 'Enter gives the choice above the one that is highlighted.',
  },
  {
    name: 'puts-under-another-heading',
    file: 'src/core/session/answering/board.ts',
    find: 'const to = now.step.headings[heading];',
    replace: 'const to = now.step.headings.at(heading - 1);',
    part: 'choices',
    note: 'A digit puts a statement of a sort board under the heading before.',
  },
  {
    name: 'wrong-second-answer',
    file: 'src/core/progress/fold.ts',
    find: 'seconds: withAnswer(own.seconds ?? copy({}), check, given)',
    replace: 'answers: withAnswer(own.answers, check, given)',
    part: 'model',
    note: 'A second answer counts instead of the first.',
  },
  {
    name: 'forgets-a-row',
    file: 'src/core/session/answering/board.ts',
    find: 'const entries = now.rows.flatMap((row) => (row.isFixed',
    replace: 'const entries = now.rows.flatMap((row, n) => (row.isFixed || n === 1',
    part: 'model',
    note: 'A statement of a board that is handed in is not recorded.',
  },
  {
    name: 'page-too-high',
    file: 'src/ui/layout/fit.ts',
    find: 'Math.min(size.rows - 1, TALLEST_PAGE)',
    replace: 'Math.min(size.rows, TALLEST_PAGE)',
    part: 'model',
    note: 'A page takes the last row, so the window scrolls.',
  },
  {
    name: 'stop-leaves-the-screen',
    file: 'src/ui/terminal/stoppable.ts',
    find: 'await (drawing?.suspend(stopNow) ?? stopNow())',
    replace: 'await terminal.stop()',
    part: 'terminals',
    note: 'Ctrl-Z stops the program without giving the terminal back.',
  },
  {
    name: 'does-not-draw-again',
    file: 'src/ui/terminal/stoppable.ts',
    find: '      await drawing?.redraw();\n',
    replace: '',
    part: 'odd-terminals',
    note: 'After SIGSTOP, the screen stays as the shell left it.',
  },
  {
    name: 'takes-a-release-for-a-key',
    file: 'src/ui/terminal/plain-key.ts',
    find: '  if (event === RELEASE) return undefined;\n',
    replace: '',
    part: 'odd-terminals',
    long: true,
    note: 'A key counts again when the learner lets it go.',
  },
  {
    name: 'lets-invisible-characters-through',
    file: 'src/core/text/sanitize.ts',
    find: "\\\\p{Default_Ignorable_Code_Point}' +",
    replace: "' +",
    part: 'files',
    note: 'Zero-width and direction characters of a file reach the screen.',
  },
  {
    name: 'lets-giant-texts-through',
    file: 'src/core/lint/too-long.ts',
    find: 'characters > most ?',
    replace: 'characters < 0 ?',
    part: 'giant',
    note: 'No text is too long, and the rules of item writing judge all of them.',
  },
  {
    name: 'lets-formulas-through',
    file: 'src/formats/room-report/csv.ts',
    find: 'text.replace(FORMULA, "$1\'$2")',
    replace: 'text',
    part: 'files',
    note: 'A name can be a formula in a spreadsheet.',
  },
  {
    name: 'waits-for-a-pipe',
    file: 'src/io/files/open-file.ts',
    find: 'flags | NO_WAIT',
    replace: 'flags',
    part: 'marks',
    note: 'A pipe in the place of a file keeps the program waiting for ever.',
  },
  {
    name: 'runs-code-of-others',
    file: 'src/load/code-cache.ts',
    find: "      if (!isPrivate(fstatSync(fd))) throw new Error('not private');\n",
    replace: '',
    part: 'permissions',
    note: 'Compiled code runs although everyone may write its file.',
  },
  {
    name: 'takes-the-umask',
    file: 'src/load/code-cache.ts',
    find: 'mkdirSync(folder, { mode: 0o700 });\n  checkFolder(folder);',
    replace: 'mkdirSync(folder);',
    part: 'permissions',
    note: 'With a umask of 0, everyone may write to the folder of the compiled code.',
  },
  {
    name: 'keeps-every-wait',
    file: 'src/core/first-of.ts',
    find: '    const all = promises.map(waitsAt);',
    replace: '    Promise.race(promises).then(resolve, reject);\n    const all = [];',
    part: 'endless',
    long: true,
    note: 'Each line leaves something at a promise that never settles.',
  },
  {
    name: 'reads-nonsense-for-ever',
    file: 'src/plain/run.ts',
    find: 'unknown = blocks ? 0 : unknown + 1;',
    replace: 'unknown = blocks ? 0 : 1;',
    part: 'endless',
    note: 'Input that means nothing never ends the session.',
  },
  {
    name: 'waits-when-nobody-reads',
    file: 'src/plain/line-output.ts',
    find: '    closed = true;\n    taken();\n    onClose();',
    replace: '    taken();',
    part: 'slow',
    note: 'The program goes on waiting for input when the reader of its pipe is gone.',
  },
  {
    name: 'keeps-every-key',
    file: 'src/ui/terminal/key-stream.ts',
    find: "      this.waiting.push(key === '\\n' ? '\\r' : key);",
    replace:
      "      this.waiting.push(key === '\\n' ? '\\r' : key);\n      (globalThis.kept ??= []).push(Buffer.alloc(64_000, 1));",
    part: 'slow',
    long: true,
    note: 'Memory grows by 64 kB with every key.',
  },
];

const { values: asked } = parseArgs({ options: { only: { type: 'string' } } });
const chosen = BREAKAGES.filter(({ name }) => asked.only === undefined || name === asked.only);
if (chosen.length === 0) {
  console.error(
    `There is no breakage ${asked.only}: ${BREAKAGES.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}

const outdated = chosen.flatMap(({ name, file, find }) => {
  const times = occurrences(textAt(fromRoot(file)), find);
  return times === 1 ? [] : [`${name}: its text occurs ${times} times in ${file}`];
});
for (const what of outdated) console.error(what);
let failed = outdated.length;
if (failed === 0) {
  for (const part of partsOf(chosen)) {
    const { code, said, seconds } = await tryOut(part);
    if (code !== 0) failed += 1;
    report(
      `${code === 0 ? 'clean' : 'UNFIT'}  ${part.part} without a breakage, ${seconds} s`,
      said,
    );
  }
  for (const breakage of chosen) {
    const { lost, said, seconds } = await tryOut(breakage);
    if (lost === 0) failed += 1;
    const result = lost > 0 ? 'caught' : 'NOT CAUGHT';
    report(`${result}  ${breakage.name} by ${breakage.part}, ${seconds} s`, said);
  }
}
process.exitCode = failed > 0 ? 1 : 0;

/** Each part once, as long as it is needed: what loses something without a breakage shows nothing with one. */
function partsOf(breakages) {
  const parts = breakages.map(({ part, long = false }) => ({ part, long }));
  return [...new Map(parts.map((one) => [JSON.stringify(one), one])).values()];
}

function report(result, said) {
  console.log(result);
  console.log(said.replace(/^/gm, '    '));
}

function textAt(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function occurrences(text, find) {
  return text.split(find).length - 1;
}

/** @returns the stress run's exit code in a copy of the checkout, how much it reported as lost, and its first lines */
async function tryOut({ file, find, replace, part, long }) {
  const copy = mkdtempSync(path.join(tmpdir(), 'on-the-record-breakage-'));
  const began = performance.now();
  try {
    copyCheckout(copy);
    if (file !== undefined) {
      const text = textAt(path.join(copy, file)).replace(find, () => replace);
      writeFileSync(path.join(copy, file), text);
    }
    const { code, out, err } = await stress(copy, { part, long });
    const lost = code === 0 ? 0 : Number(/: (\d+) lost or crashed/.exec(out)?.[1] ?? 0);
    const said = firstLines(lost > 0 || code === 0 ? out : `${out}${err}`);
    return { code, lost, said, seconds: secondsSince(began) };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function secondsSince(began) {
  return Math.round((performance.now() - began) / 1000);
}

/** Every file that git knows, as it is now, and the installed packages. */
function copyCheckout(copy) {
  const { stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  for (const name of stdout.split('\0').filter((one) => one !== '' && existsSync(fromRoot(one)))) {
    mkdirSync(path.dirname(path.join(copy, name)), { recursive: true });
    copyFileSync(fromRoot(name), path.join(copy, name));
  }
  linkPackages(fromRoot('node_modules'), path.join(copy, 'node_modules'));
}

/** Hard links: a build looks at where a package is. Hidden folders are caches, which each checkout has for itself. */
function linkPackages(from, to) {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (!entry.isDirectory()) linkSync(source, target);
    else if (!entry.name.startsWith('.')) linkPackages(source, target);
  }
}

/** A group of its own, so that nothing is left running when it takes too long. */
function stress(cwd, { part, long }) {
  const [command, ...words] = STRESS;
  const args = [...words, '--only', part, '--seed', SEED, ...(long ? [] : ['--short'])];
  const child = spawn(command, args, { cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    said.out += text;
  });
  child.stderr.on('data', (text) => {
    said.err += text;
  });
  const timer = setTimeout(() => {
    said.err += 'it took too long\n';
    process.kill(-child.pid, 'SIGKILL');
  }, LONGEST_RUN);
  return new Promise((resolve) =>
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, ...said });
    }),
  );
}

/** What was tried and what was lost, without the screens that faults quote; each line cut to what can be read. */
function firstLines(text) {
  const lines = text.split('\n').filter((line) => /^\S|^ {2}\S.*: /.test(line));
  return lines
    .slice(0, 6)
    .map((line) => line.slice(0, 160))
    .join('\n');
}
