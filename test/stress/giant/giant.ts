import assert from 'node:assert/strict';
import path from 'node:path';
import fc from 'fast-check';
import { KEY, Terminal } from '../../support/terminal.js';
import { type Case, combined, tryCases } from '../cases.js';
import { type Part, sizeIn } from '../part.js';
import { isCrash, type PlainEnd, startPlain } from '../plain-program.js';
import { planned } from '../plans.js';
import { inTime } from '../slow/in-time.js';
import { PLACES, writeGiantCourse } from './giant-course.js';
import { GIANT_NAMES, type Giant, giantText } from './giant-texts.js';

/** What Node may use, in megabytes. A course of ordinary texts takes less than half of it. */
const HEAP = 256;
const NODE = [`--max-old-space-size=${HEAP}`];

/** `npm test` has three such texts in test/e2e/giant-texts.test.ts. */
const CASES = { full: PLACES.length, short: 1, brief: 0 };

/** In milliseconds. It takes seconds, and took minutes where the time was quadratic in the length. */
const LONGEST_WAIT = 90_000;

/**
 * Giant texts of several scripts in each field of a course. `check` reports them, and lines and screens show them or
 * refuse the course in one line.
 */
export const giant: Part = {
  name: 'giant',
  run: async (options) => {
    const { seed, short, say } = options;
    const pairs = sizeIn(options, CASES);
    const cases = Array.from({ length: pairs }, (_, n) => caseOf(seed + n, short ? seed + n : n));
    return combined('giant texts in a course, seen by check, in lines and on screen', [
      await tryCases('giant', Object.fromEntries(cases), { say, workers: 2 }),
    ]);
  },
};

/** Each place comes once; the seed chooses the text for it. */
function caseOf(seed: number, n: number): readonly [string, Case] {
  const place = PLACES[n % PLACES.length] as (typeof PLACES)[number];
  const name = planned(fc.constantFrom(...GIANT_NAMES), seed);
  const text = giantText(name, seed);
  const work: Case = async (folder) => {
    const course = path.join(folder, 'course');
    writeGiantCourse(course, place, text);
    await checked(course, text);
    await inLines(folder, course);
    await onScreen(folder, course);
  };
  return [`${name} in ${place.file} ${place.path.join('.')} (seed ${seed})`, work];
}

async function run(what: string, args: readonly string[], input = ''): Promise<PlainEnd> {
  const { child, ended } = startPlain(args, { input, node: NODE });
  const end = await inTime(ended, what, LONGEST_WAIT).finally(() => child.kill('SIGKILL'));
  assert.ok(!isCrash(end.err), `${what} crashed: ${end.err.slice(0, 300)}`);
  assert.ok(end.code === 0 || end.code === 1, `${what}: ${end.code ?? end.signal}`);
  return end;
}

async function checked(course: string, { name }: Giant): Promise<void> {
  const { code, out, err } = await run('check', ['check', course]);
  assert.equal(code, 1, `check found nothing: ${out.slice(0, 300)}`);
  assert.equal(err, '');
  if (name !== 'deep lists') assert.match(out, / error {2}too-long /, out.slice(0, 300));
  const { out: json } = await run('check --json', ['check', '--json', course]);
  assert.ok(JSON.parse(json).problems.length > 0);
}

/** Home and the first questions, or one line that says why not. */
async function inLines(folder: string, course: string): Promise<void> {
  const args = ['--plain', 'learn', '1', '--course', course, '--data-dir', path.join(folder, 'a')];
  const { code, out, err } = await run('lines', args, '\nr\nw\nm\nh\n1\n\n2\n\n1\nq\n');
  if (code === 0) assert.ok(out.length > 1000, out);
  else assert.match(err, /^on-the-record: [^\n]*\n$/);
}

async function onScreen(folder: string, course: string): Promise<void> {
  const args = ['--course', course, '--data-dir', path.join(folder, 'b')];
  const env = { NODE_OPTIONS: NODE.join(' ') };
  const terminal = new Terminal({ args, env });
  try {
    const isOpen = await terminal.becomes(() => /q quit/.test(terminal.text()));
    if (isOpen) terminal.press(KEY.enter, KEY.pageDown, KEY.enter, KEY.enter, KEY.ctrlC);
    const { code } = await inTime(terminal.ended, 'the screen', LONGEST_WAIT);
    assert.equal(code, isOpen ? 130 : 1, terminal.text());
    assert.ok(!isCrash(terminal.text()), terminal.text());
  } finally {
    terminal.kill('SIGKILL');
  }
}
