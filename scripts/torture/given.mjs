import { wordsOf } from './page.mjs';
import { lessons, record } from './program.mjs';

/** What `learn`, `review` and `drill` put down for an answer. */
export const ENTRY_OF = { learn: 'answer', review: 'review', drill: 'drill' };

/**
 * Holds what was given, and what was seen of it, to the answers that a log has of it.
 * @param kind what each of them has to be
 * @returns what is lost or other than it was shown
 */
export function heldTo(given, entries, kind) {
  const faults = given.flatMap((one, n) => {
    const entry = entries[n];
    if (!entry)
      return one.right === undefined ? [] : [`shown as saved and not there: ${told(one)}`];
    return entry.k === kind && isEntryOf(one, entry)
      ? []
      : [`given ${told(one)}, kept ${JSON.stringify(entry)}`];
  });
  if (entries.length > given.length)
    faults.push(`${given.length} answers given, ${entries.length} kept`);
  return faults;
}

const told = ({ question, digit, right }) =>
  `${digit} (${right === undefined ? 'not judged' : right ? 'right' : 'wrong'}) to "${question.words.slice(0, 160)}"`;

function isEntryOf(one, entry) {
  if (one.right !== undefined && one.right !== entry.right) return false;
  if (entry.k === 'answer') return isOfStep(one, entry);
  return entry.k === 'review' && !entry.mirror ? isOfCheck(one, entry) : isOfClaim(one, entry);
}

function isOfStep(one, entry) {
  const { place } = one.question;
  const lesson = lessons[(place?.lesson ?? 0) - 1];
  const check = lesson?.body[place.step - 1];
  return lesson?.id === entry.lesson && check?.id === entry.check && isChoice(one, check, entry);
}

const checks = new Map(
  lessons.flatMap(({ body }) => body.filter(({ kind }) => kind === 'check').map((c) => [c.id, c])),
);

function isOfCheck(one, entry) {
  const check = checks.get(entry.check);
  return one.question.words.includes(wordsOf(check.stem)) && isChoice(one, check, entry);
}

const isChoice = ({ question, digit }, { choices }, { choice }) => {
  const text = wordsOf(choices.find(({ id }) => id === choice)?.text ?? '?');
  return [`${digit}. ${text}`, `${digit} ${text}`].some((row) => question.words.includes(row));
};

/** Wrong choices of a question that is made from a claim have no names of their own: only the key has. */
function isOfClaim({ question, right }, { claim, check, choice }) {
  const asked = claim === undefined ? checks.get(check).claims : [claim];
  const said = record.claims
    .filter(({ id }) => asked.includes(id))
    .flatMap((one) => one.said ?? []);
  const isAsked = said.some((text) => question.words.includes(wordsOf(text)));
  return isAsked && (right === undefined || right === (choice === 'key'));
}
