import { fileURLToPath } from 'node:url';
import type { Board, Check, Choice, Lesson, Step } from '../../src/core/course/course.js';
import { readPart } from '../../src/io/files/archive-file.js';
import type { Screen } from './screen.js';
import { KEY } from './terminal.js';

const COURSE = fileURLToPath(new URL('../../dist/courses/claude-contract/', import.meta.url));

/** A lesson of the shipped course in the built program. */
export const lessonOf = (id: string): Lesson =>
  JSON.parse(readPart(`${COURSE}course.pack`, `lesson-${id}`)) as Lesson;

export const checkOf = (lesson: string, check: string): Check => {
  const step = lessonOf(lesson).body.find(({ id }) => id === check);
  if (step?.kind !== 'check') throw new Error(`no check ${lesson}/${check}`);
  return step;
};

export const keyOf = ({ choices, key }: Check): Choice => choiceOf(choices, (id) => id === key);

/** The first wrong choice of a check. */
export const missOf = ({ choices, key }: Check): Choice => choiceOf(choices, (id) => id !== key);

function choiceOf(choices: readonly Choice[], is: (id: string) => boolean): Choice {
  const found = choices.find(({ id }) => is(id));
  if (!found) throw new Error('no such choice');
  return found;
}

/** The beginning of a text, short enough for one row at any width: up to 24 characters or one word. */
export function opening(text: string): string {
  const words = text.split(' ');
  const length = words.findIndex((_, i) => words.slice(0, i + 1).join(' ').length > 24);
  return words.slice(0, length < 0 ? words.length : Math.max(1, length)).join(' ');
}

/** How many pages a lesson has before its first question: its example and readings. */
export const pagesBefore = ({ body }: Lesson): number =>
  body.findIndex(({ kind }) => kind === 'check' || kind === 'board');

/** The number of the step on screen, from 1; undefined on an example, on a summary or outside a lesson. */
export function stepNumber(terminal: Screen): number | undefined {
  const found = /step (\d+) of \d+|(\d+)\/\d+(?: ·|$)/.exec(terminal.rows()[0] ?? '');
  return found ? Number(found[1] ?? found[2]) : undefined;
}

/** Whether a page of a lesson is on screen: its title begins with the lesson's number. */
export const isInLesson = (terminal: Screen): boolean =>
  /^ *\d+ [·-] /.test(terminal.rows()[0] ?? '');

/** Presses a key and waits until the screen changes. */
export async function pressed(terminal: Screen, key: string): Promise<void> {
  const before = terminal.text();
  terminal.press(key);
  await terminal.shows((now) => now.text() !== before);
}

/** Moves the highlight down to an entry. Throws if it does not find the label. */
export async function moveTo(terminal: Screen, label: string): Promise<void> {
  for (let i = 0; i < 15 && !terminal.highlighted().includes(label); i++) {
    await pressed(terminal, KEY.down);
  }
  if (!terminal.highlighted().includes(label)) {
    throw new Error(`no entry ${label} on\n${terminal.text()}`);
  }
}

/** Moves the highlight to a choice. In a list it looks for the complete text, since many choices begin alike. */
async function moveToChoice(terminal: Screen, check: Check, id: string): Promise<void> {
  if (check.inText) return moveInText(terminal, check, id);
  const text = check.choices.find((choice) => choice.id === id)?.text ?? '';
  for (let i = 0; i < 5 && terminal.highlightedChoice() !== text; i++) {
    await pressed(terminal, KEY.down);
  }
  if (terminal.highlightedChoice() !== text) {
    throw new Error(`no choice ${text} but ${terminal.highlightedChoice()} on\n${terminal.text()}`);
  }
}

/** Choices in the text are numbered in its order. The pointer is before the number, or in the place of its bracket. */
async function moveInText(terminal: Screen, check: Check, id: string): Promise<void> {
  const number = check.choices.findIndex((choice) => choice.id === id) + 1;
  terminal.press(String(number));
  await terminal.shows(new RegExp(`[❯>] *(✗ ?)?\\[?${number} `));
}

/** Goes over the example and the readings at the beginning of a lesson to its first question. */
export async function toFirstCheck(terminal: Screen, lesson: string): Promise<Check> {
  const { body } = lessonOf(lesson);
  const pages = pagesBefore(lessonOf(lesson));
  const first = body[pages];
  if (first?.kind !== 'check') throw new Error(`${lesson} does not begin with a check`);
  await terminal.shows(isInLesson);
  for (let i = 0; i < pages; i++) await goOn(terminal);
  await terminal.shows(opening(first.stem));
  return first;
}

/**
 * Answers the check on screen with the choice of that id, and waits for the verdict. After a first miss in a lesson the
 * learner asks to see the answer.
 */
export async function answer(terminal: Screen, check: Check, choice: string): Promise<void> {
  await choose(terminal, check, choice);
  if (isSecondLook(terminal)) terminal.press('s');
  await terminal.shows(isVerdict);
  const headline = choice === check.key ? '✓ Right' : '✗ Not this time';
  while (!terminal.text().includes(headline)) await pressed(terminal, KEY.pageDown);
}

/** Chooses an answer to the check on screen, and waits for the verdict or the second look. */
export async function choose(terminal: Screen, check: Check, choice: string): Promise<void> {
  await terminal.shows(opening(check.stem));
  await terminal.shows(isQuestion);
  await moveToChoice(terminal, check, choice);
  terminal.press(KEY.enter);
  await terminal.shows(isJudged);
}

/** Continues after a reading or a verdict of any number of pages. */
export async function goOn(terminal: Screen): Promise<void> {
  const before = stepNumber(terminal);
  while (stepNumber(terminal) === before) await pressed(terminal, KEY.space);
}

/** Goes through the rest of the lesson. `choose` gives the choice id for each check. */
export async function goThrough(
  terminal: Screen,
  lesson: string,
  choose: (check: Check) => string = (check) => check.key,
): Promise<void> {
  const { body } = lessonOf(lesson);
  if (stepNumber(terminal) === undefined) await goOn(terminal); // the example
  for (let at = stepNumber(terminal); at !== undefined; at = stepNumber(terminal)) {
    const step: Step | undefined = body[at - 1];
    if (step?.kind === 'check' && !isVerdict(terminal)) await answer(terminal, step, choose(step));
    if (step?.kind === 'board' && !isVerdict(terminal)) await sort(terminal, step, choose);
    await goOn(terminal);
  }
}

/** Sorts the board on screen and waits for its verdict. After a miss the learner asks to see the answer. */
async function sort(
  terminal: Screen,
  { headings, rows }: Board,
  choose: (row: Check) => string,
): Promise<void> {
  await terminal.shows('to go)');
  for (const row of rows) {
    const at = headings.findIndex(({ id }) => id === choose(row));
    await pressed(terminal, String(at + 1));
  }
  await pressed(terminal, KEY.enter);
  if (isSecondLook(terminal)) terminal.press('s');
  await terminal.shows(isVerdict);
}

/** The last row on screen: the keys that the page offers. */
const footerOf = (terminal: Screen): string => terminal.text().trimEnd().split('\n').at(-1) ?? '';

export const isQuestion = (terminal: Screen): boolean =>
  /^(?!.* put\b).*enter answer/s.test(footerOf(terminal));

/** The page after a first miss in a lesson. */
export const isSecondLook = (terminal: Screen): boolean =>
  footerOf(terminal).includes('s show answer') && !isQuestion(terminal);

/** A verdict can be longer than the window, but always offers more. */
export const isVerdict = (terminal: Screen): boolean =>
  /\bm (more|less)\b/.test(footerOf(terminal));

/** Whether an answer was taken: a verdict or a second look follows it. */
export const isJudged = (terminal: Screen): boolean =>
  isSecondLook(terminal) || isVerdict(terminal);

/** Where a choice is in a text, by its number and first words: a passage beside it may have the same words. */
const placeOfChoice = (text: string, words: string): number =>
  text.search(new RegExp(`(?<!¶)\\d +${opening(words).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));

/** The ids of the choices in the order on screen. */
export async function orderOnScreen(terminal: Screen, check: Check): Promise<string[]> {
  const places = (text: string) =>
    check.choices.map(({ id, text: words }) => ({ id, at: placeOfChoice(text, words) }));
  await terminal.shows((now) => places(now.text()).every(({ at }) => at >= 0));
  return places(terminal.text())
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id);
}
