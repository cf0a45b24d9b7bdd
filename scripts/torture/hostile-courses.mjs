import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { loadTool } from '../load-tool.mjs';
import { fromRoot } from '../paths.mjs';
import { anything, faultsOf } from './fuzz.mjs';
import { before, changedAt, fieldsOf, leavesOf, renamedAt } from './leaves.mjs';
import { FAMILY_TEXTS, HIDDEN_SIGNS, hiddenIn, printable, TELLING_SIGNS } from './signs.mjs';

/** So many places have a sign at a time: few enough that much of the course is as it should be around them. */
const AT_ONCE = 80;

/** Courses with each sign at each place of each file: what opens is shown, of what does not what is said. */
export async function hostileCourses({ seed, runs, short, say, show }) {
  const tools = { ...(await loadModules()), show };
  const told = { tried: 0, read: 0, faults: [] };
  for (const id of short ? ['swing-bridge'] : ['claude-contract', 'swing-bridge']) {
    say(`files, each place of the course ${id}`);
    const trial = { id, tools, told, files: filesOf(id), within: short ? { steps: 4 } : {} };
    const texts = placesOf(trial, leavesOf);
    const names = placesOf(trial, fieldsOf);
    for (const sign of some(HIDDEN_SIGNS, short)) eachPlace(trial, texts, put(sign), short);
    for (const sign of some(TELLING_SIGNS, short)) all(trial, texts, put(sign));
    for (const sign of some(FAMILY_TEXTS, short)) eachPlace(trial, names, called(sign), short);
    checked(trial, texts, names, short);
    byChance(trial, texts, seed, Math.ceil(runs / 100));
  }
  return told;
}

/** In the short form, one of eight. */
const some = (all, short) => (short ? all.filter((_, i) => i % 8 === 0) : all);

async function loadModules() {
  const { parseCourse } = await loadTool('src/core/course-files/parse-course.ts');
  const { checkCourse } = await loadTool('src/core/lint/lint-course.ts');
  const { checkText } = await loadTool('src/formats/lint/text.ts');
  const { checkJson } = await loadTool('src/formats/lint/json.ts');
  return { parseCourse, checkCourse, checkText, checkJson };
}

/** The files of a course, as they are read. */
export const filesOf = (id) =>
  readdirSync(fromRoot('lessons', id)).map((name) => ({
    name,
    value: parse(readFileSync(fromRoot('lessons', id, name), 'utf8')),
  }));

const placesOf = ({ files }, ways) =>
  files.flatMap(({ value }, file) => ways(value).map((path) => ({ file, path })));

/** A sign in a text, and one in the name of a field; `now` is where it then is. */
const put = (sign) => ({
  sign,
  change: (value, path) => changedAt(value, path, before(sign)),
  now: (path) => path,
});
const called = (sign) => ({
  sign,
  change: (value, path) => renamedAt(value, path, (name) => sign + name),
  now: (path) => [...path.slice(0, -1), sign + path.at(-1)],
});

/** The deepest first: a field whose name is changed is not found again by its old one. */
const changed = (files, places, { change }) =>
  files.map((file, i) => ({
    ...file,
    value: places
      .filter((place) => place.file === i)
      .reduceRight((value, { path }) => change(value, path), file.value),
  }));

/** All at once, and then a few at a time, from all over the course. */
function eachPlace(trial, places, sign, short) {
  all(trial, places, sign);
  const groups = Math.ceil(places.length / (short ? 3 * AT_ONCE : AT_ONCE));
  for (let n = 0; n < groups; n++)
    visit(
      trial,
      places.filter((_, i) => i % groups === n),
      sign,
    );
}

function all(trial, places, sign) {
  trial.told.tried += places.length;
  visit(trial, places, sign);
}

/**
 * What is told of at its place is refused. What is not is tried without the others, until it opens, or is alone and
 * refused for what it does elsewhere.
 */
function visit(trial, places, sign) {
  const at = new Set();
  const read = readWith(trial, changed(trial.files, places, sign), at);
  if ('course' in read) return opened(trial, read.course, sign.sign);
  refused(trial, read.problems, sign.sign);
  const untold = places.filter(({ file, path }) => !at.has(keyOf(file, sign.now(path))));
  if (untold.length < places.length) return untold.length > 0 && visit(trial, untold, sign);
  const half = Math.ceil(places.length / 2);
  if (half === places.length) return;
  visit(trial, places.slice(0, half), sign);
  visit(trial, places.slice(half), sign);
}

const keyOf = (file, path) => `${file} ${path.join('\n')}`;

/** @param at takes the places that problems are told at */
function readWith({ tools }, files, at = new Set()) {
  return tools.parseCourse(files.map((file, i) => ({ ...file, locate: locating(at, i) })));
}

const locating = (at, file) => (path) => {
  at.add(keyOf(file, path));
  return { line: 1, column: 1 };
};

function opened({ id, tools, told, within }, course, sign) {
  told.read += 1;
  for (const harm of tools.show.course(course, within))
    told.faults.push(`course ${id} with ${printable(sign)}: ${harm}`);
}

function refused({ id, tools, told }, problems, sign) {
  const said = problems.map(({ file, message, rule }) => `${file} ${message} ${rule}`).join('\n');
  const harm = hiddenIn(said) ?? hiddenIn(tools.show.mistakes(problems));
  if (harm) told.faults.push(`course ${id} with ${printable(sign)}, problem: ${harm}`);
}

/** What `check` prints of a course with signs everywhere. */
function checked(trial, texts, names, short) {
  const { id, tools, told } = trial;
  const tries = [
    ...[...FAMILY_TEXTS, ...TELLING_SIGNS].map((sign) => changed(trial.files, texts, put(sign))),
    ...FAMILY_TEXTS.map((sign) => changed(trial.files, names, called(sign))),
  ];
  for (const files of some(tries, short)) {
    const report = tools.checkCourse(
      files.map((file) => ({ ...file, locate: locating(new Set()) })),
    );
    const one = { report, called: (file) => file, line: () => undefined };
    const harm = hiddenIn(tools.checkText(one)) ?? hiddenIn(tools.checkJson([one]));
    told.tried += 1;
    if (harm) told.faults.push(`check of ${id}: ${harm}`);
  }
}

/** Anything at any place; what opens is shown by its report alone, which holds most of its texts. */
function byChance(trial, places, seed, runs) {
  const { id, tools, told } = trial;
  const property = fc.property(fc.constantFrom(...places), anything, (place, value) => {
    const sign = { change: (whole, path) => changedAt(whole, path, () => value) };
    const read = readWith(trial, changed(trial.files, [place], sign));
    const harms =
      'course' in read
        ? tools.show.report(read.course)
        : [hiddenIn(read.problems.map(({ message }) => message).join('\n'))];
    if (harms.some(Boolean)) throw new Error(harms.join('; '));
  });
  told.tried += runs;
  told.faults.push(...faultsOf(`course ${id}`, property, { seed, runs }));
}
