import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Check, CourseLessons } from '../../src/core/course/course.js';
import { checksOf } from '../../src/core/course/lesson.js';
import { makeRoomCode, shownCode } from '../../src/core/room/room-code.js';
import { atFirstQuestion, beginEarlier, toQuestion } from '../support/exercise-on-screen.js';
import { runHere } from '../support/in-process.js';
import { answer, lessonOf, missOf } from '../support/learner.js';
import { usingProgram } from '../support/program.js';
import { shippedCourse } from '../support/shipped-course.js';
import { KEY, type Terminal } from '../support/terminal.js';

const course = shippedCourse();
const CHECKS = checksOf(lessonOf('denied'));
const codeOf = (of: CourseLessons): string =>
  shownCode(makeRoomCode(of, { lessons: ['denied'], minutes: 20, feedback: 'now' }, 77));

/** The course of somebody whose version has another key. */
const changed: CourseLessons = {
  ...course,
  lesson: (id) => {
    const lesson = course.lesson(id);
    const body = lesson.body.map((step) =>
      step.kind === 'check' ? { ...step, key: missOf(step).id } : step,
    );
    return { ...lesson, body };
  },
};

/** What somebody pressed: the choice's id by the check's id. */
type Pressed = ReadonlyMap<string, string>;

const { begin, data } = usingProgram();

/** A computer of its own for each person. All save their results in one folder. */
const folder = (name: string): string => path.join(data(), name);
const join = (who: string, code: string, ...args: string[]): Terminal =>
  begin({
    args: ['--data-dir', folder(who), 'workshop', 'join', code, ...args],
    cwd: folder('results'),
  });

/** Answers the first `count` questions. */
async function answers(
  terminal: Terminal,
  count: number,
  choiceOf: (check: Check) => string,
): Promise<Pressed> {
  await atFirstQuestion(terminal);
  const pressed = new Map<string, string>();
  for (const check of CHECKS.slice(0, count)) {
    if (pressed.size > 0) await toQuestion(terminal);
    await answer(terminal, check, choiceOf(check));
    pressed.set(check.id, choiceOf(check));
  }
  return pressed;
}

async function leaves(terminal: Terminal): Promise<void> {
  terminal.press('q');
  await terminal.ended;
}

async function handsIn(terminal: Terminal): Promise<void> {
  await toQuestion(terminal);
  await terminal.shows('Hand in');
  terminal.press(KEY.enter);
  await terminal.shows('Handed in.');
  await leaves(terminal);
}

const right = ({ key }: Check): string => key;
const wrong = (check: Check): string => missOf(check).id;

/** Each takes part at the same time. */
const PEOPLE: Readonly<Record<string, (code: string) => Promise<Pressed>>> = {
  'Ada, handed in': async (code) => {
    const terminal = join('a', code, '--name', 'Ada');
    const pressed = await answers(terminal, CHECKS.length, right);
    await handsIn(terminal);
    return pressed;
  },
  'Ada, handed in, with more time': async (code) => {
    const terminal = join('b', code, '--name', 'Ada', '--minutes', '40');
    const pressed = await answers(terminal, CHECKS.length, wrong);
    await handsIn(terminal);
    return pressed;
  },
  'Ben, not handed in': async (code) => {
    const terminal = join('c', code, '--name', 'Ben');
    const pressed = await answers(terminal, 1, right);
    terminal.kill('SIGKILL');
    await terminal.ended;
    return pressed;
  },
  'Cleo, time ran out': async (code) => {
    const terminal = join('d', code, '--name', 'Cleo');
    const pressed = await answers(terminal, 2, wrong);
    await leaves(terminal);
    beginEarlier(folder('d'), 21 * 60_000);
    const late = join('d', code, '--name', 'Cleo');
    await late.shows('The time is over');
    await leaves(late);
    return pressed;
  },
  ', not handed in': async (code) => {
    const terminal = join('e', code);
    const pressed = await answers(terminal, 1, wrong);
    await leaves(terminal);
    return pressed;
  },
};

/** Somebody of whom there is a result file, with the end that the report should tell. */
type Person = {
  readonly id: string;
  readonly name: string;
  readonly end: string;
  readonly chosen: Pressed;
};

type ResultFile = {
  readonly person: { readonly id: string; readonly name: string; readonly named: boolean };
  readonly answers: readonly { readonly check: string; readonly choice: string }[];
};

/** Finds the file by name and answers. The program gave the id, and a name to whoever gave none. */
function personOf(who: string, chosen: Pressed, files: readonly ResultFile[]): Person {
  const [name, ...end] = who.split(', ');
  const file = files.find(
    ({ person, answers }) =>
      (person.named ? person.name : '') === name &&
      JSON.stringify(answers.map(({ check, choice }) => [check, choice])) ===
        JSON.stringify([...chosen]),
  );
  if (!file) throw new Error(`no file of ${who}`);
  const { person } = file;
  return { id: person.id.slice(0, 4), name: person.name, end: end.join(', '), chosen };
}

const rightIn = (chosen: Pressed): number =>
  CHECKS.filter(({ id, key }) => chosen.get(id) === key).length;

const STATUSES = { 'handed in': 'handed-in', 'time ran out': 'time-over', 'not handed in': 'open' };

type Told = {
  readonly participants: readonly { readonly id: string }[];
  readonly checks: readonly {
    readonly check: string;
    readonly choices: readonly { readonly choice: string; readonly count: number }[];
  }[];
};

function expectJson(json: Told, people: readonly Person[]): void {
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  expect({ ...json, participants: [...json.participants].sort(byId) }).toMatchObject({
    people: people.length,
    sharedNames: ['Ada'],
    ...{ leftOut: [], maybeSame: [] },
    participants: [...people].sort(byId).map(({ id, name, chosen, end }) => ({
      ...{ id, name, answered: chosen.size, right: rightIn(chosen) },
      status: STATUSES[end.replace(', with more time', '') as keyof typeof STATUSES],
      lengthened: end.endsWith('with more time'),
    })),
  });
  const counts = json.checks.flatMap(({ check, choices }) =>
    choices.map(({ choice, count }) => ({ check, choice, count })),
  );
  expect(counts).toEqual(
    counts.map(({ check, choice }) => ({
      ...{ check, choice },
      count: people.filter(({ chosen }) => chosen.get(check) === choice).length,
    })),
  );
}

test('the report of six people agrees with what each pressed, in all four forms', async () => {
  mkdirSync(folder('results'));
  const code = codeOf(course);
  const refused = join('f', codeOf(changed), '--name', 'Dan');
  const pressed = await Promise.all(
    Object.entries(PEOPLE).map(async ([who, takesPart]) => ({
      who,
      chosen: await takesPart(code),
    })),
  );
  expect((await refused.ended).code).toBe(2);
  const files = readdirSync(folder('results')).map(
    (file) => JSON.parse(readFileSync(path.join(folder('results'), file), 'utf8')) as ResultFile,
  );
  expect(files).toHaveLength(pressed.length);
  const people = pressed.map(({ who, chosen }) => personOf(who, chosen, files));
  const report = async (...args: string[]): Promise<string> =>
    (await runHere(['workshop', 'report', 'results', ...args], { cwd: data() })).out;
  expectJson(JSON.parse(await report('--json')), people);
  const forms = ['--all', '--names', '--html', 'room.html', '--csv', 'room.csv'];
  const text = (await report(...forms)).replace(/\s+/g, ' ');
  const html = readFileSync(path.join(data(), 'room.html'), 'utf8');
  const rows = readFileSync(path.join(data(), 'room.csv'), 'utf8').split('\r\n');
  for (const { id, name, end, chosen } of people) {
    const open = CHECKS.length - chosen.size;
    const score = `${rightIn(chosen)} of ${CHECKS.length} right${open > 0 ? `, ${open} not answered` : ''}`;
    expect(text).toContain(`${name} (${id}): ${score}, ${end}`);
    expect(html).toContain(`${name} (${id}): ${score}, ${end}`);
    const own = rows.filter((row) => row.includes(`,${id},`));
    expect(own).toHaveLength(CHECKS.length);
    for (const [i, { id: check }] of CHECKS.entries()) {
      expect(own[i]).toContain(`,${check},`);
      expect(own[i]).toContain(chosen.has(check) ? `,${chosen.get(check)},` : ',,,,');
    }
  }
});
