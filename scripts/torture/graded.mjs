import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readCourseParts } from '../build/course-parts.mjs';
import { fromRoot } from '../paths.mjs';

/** A course as far as answers are held against it. */
function courseOf(name) {
  const parts = readCourseParts(fromRoot('dist', 'courses', name));
  const lessons = parts.get('index').lessons.map(({ id }) => parts.get(`lesson-${id}`));
  const checks = lessons.flatMap(({ id: lesson, body }) =>
    body.filter(({ kind }) => kind === 'check').map((check) => [check.id, { ...check, lesson }]),
  );
  const claims = parts.get('record').claims.map((claim) => [claim.id, claim]);
  return { checks: new Map(checks), claims: new Map(claims) };
}

const COURSES = new Map(
  readdirSync(fromRoot('dist', 'courses')).map((name) => [name, courseOf(name)]),
);

export const ANSWERS = ['answer', 'review', 'drill'];

/** Questions made from the ledger, mirrors and rounds, call their choices this. */
const MADE_CHOICES = ['key', 'other-1', 'other-2'];
const ASKS = ['teller', 'actor', 'kind', 'channel'];

/**
 * Holds a log against its course: each answer is to a question that was asked, and graded as the course has it.
 * @param before so many entries were there before, and are only read for where the learner stood
 * @returns what is wrong, each as a text
 */
export function wrongIn(entries, name, before = 0) {
  const course = COURSES.get(name);
  const stand = { at: undefined, answered: new Set(), ever: new Set(), ids: new Set() };
  return entries.flatMap((entry, n) => {
    const wrong = [
      stand.ids.has(entry.id) ? 'an id twice' : undefined,
      ANSWERS.includes(entry.k) ? wrongAnswer(entry, course, stand) : undefined,
    ];
    stand.ids.add(entry.id);
    goOn(stand, entry);
    return n < before
      ? []
      : wrong.filter(Boolean).map((what) => `${what}: ${JSON.stringify(entry)}`);
  });
}

function goOn(stand, { k, lesson, step, check }) {
  const attempt = (id) => `${lesson} ${id}`;
  if (k === 'at') stand.at = attempt(step);
  if (k === 'start')
    for (const one of stand.answered) if (one.startsWith(attempt(''))) stand.answered.delete(one);
  if (k === 'answer') stand.answered.add(attempt(check));
  if (k === 'answer') stand.ever.add(check);
}

function wrongAnswer(entry, course, stand) {
  const asked = { answer: wrongInLesson, review: wrongInReview, drill: wrongInDrill }[entry.k];
  const wrong = asked(entry, course, stand);
  if (wrong) return wrong;
  const check = entry.k === 'drill' || entry.mirror ? undefined : course.checks.get(entry.check);
  const choices = check ? check.choices.map(({ id }) => id) : MADE_CHOICES;
  if (!choices.includes(entry.choice)) return 'a choice that there is not';
  const isRight = entry.choice === (check ? check.key : 'key');
  return entry.right === isRight ? undefined : `right should be ${isRight}`;
}

function wrongInLesson({ check, lesson }, { checks }, { at, answered }) {
  if (checks.get(check)?.lesson !== lesson) return 'no check of the lesson';
  if (at !== `${lesson} ${check}`) return `an answer where nothing was asked (at ${at})`;
  return answered.has(`${lesson} ${check}`) ? 'answered twice in one attempt' : undefined;
}

function wrongInReview({ check, choice, mirror, misreading }, { checks }, { ever }) {
  if (!checks.has(check)) return 'a review of no check';
  if (!ever.has(check)) return 'a review of what was never answered';
  if (mirror) return undefined;
  const chosen = checks.get(check).choices.find(({ id }) => id === choice);
  return chosen?.misreading === misreading ? undefined : 'the misreading of another choice';
}

function wrongInDrill({ claim, asks }, { claims }) {
  if (claims.get(claim)?.said === undefined) return 'a round on a claim that nobody tells';
  return ASKS.includes(asks) ? undefined : 'asked what is never asked';
}

/** The entries of a log's text; throws where a line cannot be read. */
export const entriesIn = (text) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** The entries in each course's log of a data folder, by the course's name. */
function logsIn(data) {
  const read = (name) => {
    try {
      return readFileSync(path.join(data, name, 'answers-1.jsonl'), 'utf8');
    } catch {
      return ''; // nothing was kept
    }
  };
  return [...COURSES.keys()].map((name) => [name, entriesIn(read(name))]);
}

/** How many entries each log of a data folder has, by the course's name. */
export const lengthsOf = (data) =>
  new Map(logsIn(data).map(([name, entries]) => [name, entries.length]));

/** Holds what was kept since against its course. @returns how many answers there are, and what is wrong */
export function keptSince(data, lengths) {
  const logs = logsIn(data);
  const since = logs.flatMap(([name, entries]) => entries.slice(lengths.get(name)));
  return {
    answers: since.filter(({ k }) => ANSWERS.includes(k)).length,
    wrong: logs.flatMap(([name, entries]) => wrongIn(entries, name, lengths.get(name))),
  };
}
