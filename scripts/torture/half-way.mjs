import { rmSync } from 'node:fs';
import {
  checksOf,
  DAY,
  rounds,
  stampsFrom,
  wentThrough,
  writeEntries,
  wrongAnswer,
} from './past.mjs';
import { entriesIn, lessons, logOf, record } from './program.mjs';

/** Lessons that are done, and whose checks are due; the others are still to be learned. */
const DONE = lessons.slice(0, 5);
const OPEN = lessons.slice(5);

const PAST = 'past';

/** More than is read before a fold is worth it. */
const ROUNDS = 350;

/**
 * Somebody half way through the course, who went away for a month: the checks of the lessons behind are due, every
 * second one from the other end, since it came back once and was missed.
 */
export function halfWay(data) {
  rmSync(data, { recursive: true, force: true });
  const begin = stampsFrom(Date.now() - 40 * DAY, PAST);
  const later = stampsFrom(Date.now() - 35 * DAY, PAST);
  writeEntries(logOf(data), [
    ...DONE.flatMap((lesson) => wentThrough(lesson, begin)),
    ...rounds(ROUNDS, record, begin),
    ...DONE.flatMap(checksOf).flatMap((check, n) =>
      n % 2 === 0 ? [] : [{ k: 'review', ...wrongAnswer(check), ...later() }],
    ),
  ]);
}

/** The checks that are due now: those that were not reviewed since. What was reviewed today comes back tomorrow. */
export function dueIn(data) {
  const since = entriesIn(data).filter(({ k, id }) => k === 'review' && !id.startsWith(PAST));
  const done = new Set(since.filter(isOfToday).map(({ check }) => check));
  return new Set(
    DONE.flatMap(checksOf)
      .map(({ id }) => id)
      .filter((id) => !done.has(id)),
  );
}

const isOfToday = ({ t }) => new Date(t).toDateString() === new Date().toDateString();

/** The lesson that is being learned; nothing where none has been begun since it was last done. */
export const lessonUnderWay = (data) =>
  OPEN.find((lesson) => {
    const place = standsAt(entriesIn(data), lesson);
    return place !== undefined && place.kind !== 'menu';
  });

/** Where an attempt at a lesson has been left, going by its log: nothing where there is none. */
export function standsAt(entries, { id, body }) {
  let place;
  for (const entry of entries) {
    if (entry.k === 'reset' && (entry.lesson ?? id) === id) place = undefined;
    if (entry.lesson !== id) continue;
    if (entry.k === 'start') place = { step: body[0].id, answered: new Set() };
    if (entry.k === 'at' && place) place.step = entry.step;
    if (entry.k === 'answer') place?.answered.add(entry.check);
  }
  return place && asPage(place, body);
}

function asPage({ step, answered }, body) {
  const at = body.findIndex(({ id }) => id === step);
  if (at < 0) return { step: body.length + 1, kind: 'menu' };
  const asked = answered.has(step) ? 'verdict' : 'question';
  return { step: at + 1, kind: body[at].kind === 'check' ? asked : 'reading' };
}

/** The next lesson to begin, where none is under way: afresh if it was learned before. */
export function lessonToBegin(mine, store) {
  const lesson = mine.pick(OPEN);
  const checks = checksOf(lesson).map(({ id }) => id);
  if (Object.hasOwn(store.progress().places, lesson.id))
    store.append([{ k: 'reset', lesson: lesson.id, checks }]);
  return lesson;
}
