import { dueIn, standsAt } from './half-way.mjs';
import { pageInLines } from './page.mjs';
import { entriesIn, inLines, isCrash, lessons } from './program.mjs';

/** @typedef {{ kind: 'learn' | 'review' | 'drill', lesson?: object, args: string[] }} Task */

const numberOf = (lesson) => lessons.indexOf(lesson) + 1;

/** The page that a task begins with, going by the log. */
export function pageToBegin(data, { kind, lesson }) {
  if (kind === 'drill') return { kind: 'question' };
  if (kind === 'review') return { kind: dueIn(data).size > 0 ? 'question' : 'menu' };
  const first = { step: 1, kind: lesson.body[0].kind === 'check' ? 'question' : 'reading' };
  const { step, kind: page } = standsAt(entriesIn(data), lesson) ?? first;
  return page === 'menu'
    ? { kind: page }
    : { kind: page, place: { lesson: numberOf(lesson), step } };
}

/** @returns why a page is not the one that was to come back, if it is not */
export function elsewhere(expected, page) {
  const is = `${page.kind}${placeText(page.place)}`;
  const should = `${expected.kind}${placeText(expected.place)}`;
  if (is === should) return [];
  return [`a start came to ${is} instead of ${should}: "${page.words.slice(0, 160)}"`];
}

const placeText = (place) => (place ? ` at lesson ${place.lesson}, step ${place.step}` : '');

/** Starts a task once more and lets it end by itself. @returns what is wrong with that */
export async function startedAgain(data, task) {
  const args = task.kind === 'learn' ? ['learn', String(numberOf(task.lesson))] : [task.kind];
  const expected = pageToBegin(data, task);
  const { code, signal, out, err } = await inLines(['--plain', ...args, '--data-dir', data]).ended;
  const faults = [];
  if (code !== 0)
    faults.push(
      `the start after it ended with code ${code}, signal ${signal}: ${err.slice(0, 300)}`,
    );
  if (isCrash(err)) faults.push(`the start after it showed a fault: ${err.slice(0, 300)}`);
  const page = pageInLines(out.split('\n\nThe input has ended.')[0]);
  return [...faults, ...(page ? elsewhere(expected, page) : ['the start after it showed no page'])];
}

/** A log is where the learner was seen to be, or one key further: more cannot have been done unseen. */
export function leftElsewhere(run, data, { lesson }) {
  if (!lesson || !run.place) return [];
  const kept = standsAt(entriesIn(data), lesson)?.step ?? 0;
  const { step } = run.place;
  return kept === step || kept === step + 1 ? [] : [`step ${step} was shown, step ${kept} is kept`];
}
