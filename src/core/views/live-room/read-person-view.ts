import {
  arrayOf,
  type Guard,
  isFlag,
  isId,
  isRecord,
  isText,
  isTime,
  isWhole,
  object,
  optional,
  parseJson,
  recordOf,
} from '../../json-shape.js';
import { plainText } from '../../text/sanitize.js';
import type { PersonPhase, PersonView } from './person-view.js';

/** No text of a course is longer. In UTF-16 code units. */
const LONGEST_TEXT = 4_000;

/** No view is nested this deep. */
const DEEPEST = 12;

const PHASES: Readonly<Record<PersonPhase, true>> = {
  lobby: true,
  open: true,
  closed: true,
  talk: true,
  revealed: true,
  own: true,
  'handed-in': true,
  ended: true,
};

const isPhase: Guard = (value) => typeof value === 'string' && Object.hasOwn(PHASES, value);

const isRound: Guard = (value) => value === 1 || value === 2;

const isIndex: Guard = (value) => isWhole(value) && Number(value) >= 0;

const isPassage = object({
  heading: isText,
  sentences: arrayOf(object({ id: isId, text: isText })),
});

const isMarked = object({ text: isText, marked: optional(isFlag) });

const isRowVerdict = object({
  outcome: (value) => value === 'right' || value === 'wrong' || value === 'unanswered',
  headline: isText,
  key: isId,
  reasons: arrayOf(
    object({ mark: (value) => value === 'right' || value === 'wrong', text: isText }),
  ),
  trap: optional(isText),
  proofs: arrayOf(object({ place: isText, sentences: arrayOf(arrayOf(isMarked)) })),
});

const isRow = object({
  check: isId,
  statement: optional(isText),
  choices: arrayOf(object({ id: isId, text: isText })),
  parts: optional(arrayOf(object({ text: isText, choice: optional(isIndex) }))),
  sentences: optional(arrayOf(isText)),
  chosen: optional(isId),
  firstChosen: optional(isId),
  verdict: optional(isRowVerdict),
});

const isPlace = object({
  stop: isIndex,
  lesson: isId,
  step: isId,
  label: isText,
  passages: arrayOf(isId),
});

const isTextStop = object({ lookFor: optional(isText) });

const isQuestion = object({
  stem: isText,
  round: isRound,
  canAnswer: isFlag,
  rows: arrayOf(isRow),
  isBoard: optional((value) => value === true),
});

const isStop: Guard = (value) => {
  if (!isRecord(value) || !isPlace(value)) return false;
  return value.kind === 'text' ? isTextStop(value) : value.kind === 'question' && isQuestion(value);
};

const isView = object({
  version: (value) => value === 1,
  title: isText,
  code: isText,
  name: isText,
  phase: isPhase,
  message: isText,
  clock: optional(object({ end: isTime, now: isTime })),
  passages: recordOf(isPassage),
  stops: arrayOf(isStop),
  score: optional(isText),
});

/**
 * The view in a text that came over the network. Every text in it is safe for a terminal.
 * @returns undefined if the text is no view, such as one of another program
 */
export function readPersonView(text: string): PersonView | undefined {
  const value = safe(parseJson(text), 0);
  return isView(value) ? (value as PersonView) : undefined;
}

/** Cuts texts that are too long, and leaves out what is nested too deeply. */
function safe(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return plainText(value.slice(0, LONGEST_TEXT));
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST) return undefined;
  if (Array.isArray(value)) return value.map((one) => safe(one, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, safe(one, depth + 1)]),
  );
}
