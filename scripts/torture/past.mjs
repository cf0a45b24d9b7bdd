import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What somebody did before: entries of a log as the program writes them. */

export const DAY = 86_400_000;

/** Stamps a second apart, with ids that tell whose they are. */
export function stampsFrom(begin, name) {
  let t = begin;
  return () => {
    t += 1000;
    return { t, id: `${name}${t}` };
  };
}

export const checksOf = ({ body }) => body.filter(({ kind }) => kind === 'check');

/** What every answer to a check says of itself. */
const answerWith = (check, choice) => ({
  check: check.id,
  choice,
  right: choice === check.key,
  course: '0',
  offset: 0,
});

export const rightAnswer = (check) => answerWith(check, check.key);

export const wrongAnswer = (check) =>
  answerWith(check, check.choices.find(({ id }) => id !== check.key).id);

/** A whole lesson, every check right. */
export const wentThrough = (lesson, stamp) => [
  { k: 'start', lesson: lesson.id, seed: 'past', ...stamp() },
  ...checksOf(lesson).map((check) => ({
    k: 'answer',
    lesson: lesson.id,
    try: 1,
    lookUps: [],
    ...rightAnswer(check),
    ...stamp(),
  })),
  { k: 'at', lesson: lesson.id, step: 'end', ...stamp() },
];

/** Rounds of "Who said it?" that change nothing of what is due. */
export const rounds = (count, { claims }, stamp) =>
  Array.from({ length: count }, (_, n) => ({
    k: 'drill',
    claim: claims[n % claims.length].id,
    asks: 'teller',
    choice: 'key',
    right: true,
    course: '0',
    offset: 0,
    ...stamp(),
  }));

export function writeEntries(file, entries) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, entries.map((entry) => `\n${JSON.stringify(entry)}\n`).join(''));
}
