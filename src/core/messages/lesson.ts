import type { CourseIndex, LessonOutline } from '../course/course.js';
import type { MarkedPassage } from '../course/evidence.js';
import { HABITS, type Habit, TRAPS } from '../course/habits.js';
import type { Passage } from '../course/ledger.js';
import type { Misreading } from '../course/vocabulary.js';
import { stepIds } from '../progress/attempt.js';
import { countMended } from '../progress/checks.js';
import { type LessonStatus, leftIn, lessonStatus } from '../progress/lesson-status.js';
import type { LessonAttempt, Progress } from '../progress/progress.js';
import type { Route } from '../state/route.js';
import { counted, listed, uncapital } from '../text/english.js';
import { BINDINGS } from './bindings.js';
import { namesParagraph, VERDICT_RIGHT, VERDICT_WRONG } from './verdict.js';

/** "2 · Two voices". */
export function lessonTitle(course: CourseIndex, lesson: LessonOutline): string {
  const number = course.lessons.findIndex(({ id }) => id === lesson.id) + 1;
  return `${number} · ${lesson.title}`;
}

/** "step 4 of 13", or "again · step 1 of 2" in practice. */
export function stepCount(
  lesson: LessonOutline,
  attempt: LessonAttempt | undefined,
  id: string,
): string {
  const steps = attempt ? stepIds(lesson, attempt) : lesson.steps;
  const number = steps.indexOf(id) + 1;
  return `${attempt?.only ? 'again · ' : ''}step ${number} of ${steps.length}`;
}

/** The line above a passage of a course. Nobody can quote or retell a story that the course says is invented. */
export const passageHeading = ({ about }: Pick<CourseIndex, 'about'>): PassageHeading => {
  const isInvented = about.some((text) => /\bstory is invented\b/i.test(text));
  const kind = isInvented ? 'An invented story' : 'Retold, not quoted';
  return ({ paragraph, section }) =>
    [kind, `¶${paragraph}`, section].filter((part) => part !== undefined).join(' · ');
};

export type PassageHeading = (passage: Passage) => string;

/** "6 of 6 right", "2 of 3 right so far", "7 questions, 5 min", "7 questions, 3 min, closed book". */
export function lessonStatusText(
  lesson: Pick<LessonOutline, 'closedBook' | 'minutes'>,
  { state, correct, answered, checks }: LessonStatus,
): string {
  if (state === 'done') return `${correct} of ${checks} right`;
  if (answered > 0) return `${correct} of ${answered} right so far`;
  const book = lesson.closedBook ? ', closed book' : '';
  return `${counted(checks, 'question')}, ${lesson.minutes} min${book}`;
}

export const ALL_ANSWERED = 'Every question is answered';

/** "1 minute", "10 minutes": never none. */
export const minutesText = (minutes: number): string =>
  counted(Math.max(1, Math.round(minutes)), 'minute');

/** "13 checks left, about 10 minutes". */
const leftOf = (checks: number, minutes: number): string =>
  `${counted(checks, 'question')} left, about ${minutesText(minutes)}`;

/** What is left of the course. */
export function leftText({ lessons }: CourseIndex, progress: Progress): string {
  const { questions, minutes } = leftIn(lessons, progress);
  return questions === 0 ? ALL_ANSWERED : leftOf(questions, minutes);
}

/** The notice when the step or lesson on screen is gone from the changed course of a preview. */
export const goneText = (what: 'step' | 'lesson', id: string): string =>
  `The course no longer has the ${what} '${id}'.`;

export const CLOSED_BOOK = "Closed book: you can't look at the story until the end of this lesson.";

export const CLOSED_QUIZ =
  "Closed book: you can't look at the story here. After your answer, you see the sentence that proves it.";

/** On home and its pages. */
export const CLOSED_BEGUN =
  "Closed book: you've begun a closed-book lesson, so you can't look at the story yet.";

/** Why the learner cannot look anything up here. */
export function closedBookText({ name }: Route): string {
  if (name === 'quiz') return CLOSED_QUIZ;
  return name === 'lesson' ? CLOSED_BOOK : CLOSED_BEGUN;
}

const READ_TO_THE_END = 'Read to the end';

export const WORTH_ANOTHER_LOOK = 'Worth another look';

/** At the end of a lesson or of a room's slides: "Remember to ask: who says this, and how are they named?" */
export const takeAlongText = (habit: Habit): string =>
  `Remember to ask: ${uncapital(HABITS[habit])}`;

/** Adds to a missed statement that a later try was right. */
export const withLaterTry = (truth: string, isRightNow: boolean | undefined): string =>
  isRightNow ? `${truth} Right on a later try.` : truth;

/** What Enter says on a question before the learner has moved. */
export const CHOOSE_FIRST = 'Choose first, with ↑↓ or a number.';

/** How many statements of a sort board still need a heading. */
export const toGoText = (toGo: number): string =>
  `${counted(toGo, 'statement')} still ${toGo === 1 ? 'needs' : 'need'} a heading.`;

/** "Look at sentence 2 of ¶3." Leaves out the only paragraph if the question names it. Quotes a passage of one sentence. */
export function lookAtText(passages: readonly MarkedPassage[], stem: string): string {
  const [only, ...more] = passages;
  const text =
    more.length === 0 && only?.sentences.length === 1 && only.sentences[0]?.sentence.text;
  if (only && text) return `Look at ¶${only.passage.paragraph}: "${text}"`;
  const known = more.length === 0 ? stem : '';
  return `Look at ${listed(passages.map((passage) => evidencePlace(passage, known)))}.`;
}

function evidencePlace({ passage, sentences, numbers }: MarkedPassage, stem: string): string {
  const paragraph = `¶${passage.paragraph}`;
  if (sentences.length === 1) return paragraph;
  const place = `sentence${numbers.length === 1 ? '' : 's'} ${listed(numbers)}`;
  return namesParagraph(stem, passage.paragraph) ? place : `${place} of ${paragraph}`;
}

/** "Look at ¶3." */
export const lookAtParagraphText = (paragraph: number): string => `Look at ¶${paragraph}.`;

/** The head of the page after a first miss. */
export const missedText = (misreading: Misreading | undefined): string =>
  misreading === undefined
    ? `${VERDICT_WRONG}.`
    : `${VERDICT_WRONG}. The trap: ${TRAPS[misreading].name}.`;

/** What to do after a first miss. */
export const onceMoreText = (isClosedBook: boolean): string =>
  isClosedBook ? 'Choose once more.' : 'Look at the passage again, then choose once more.';

/** Where the passage is not in sight. A key is pressed, and a letter in line mode is typed. */
export const lookBackText = (how: 'Press' | 'Type'): string =>
  `${how} ${BINDINGS.lookBack.keys} to look back at the text.`;

/** A choice that was wrong on the first try, on the second. */
export const triedText = (text: string): string => `${text} (tried)`;

/** The same choice at the verdict. */
export const firstTryText = (text: string): string => `${text} (first try)`;

/** What a second try says about the answer or heading of the first. It counts for nothing. */
export const triedAlready = (what: 'answer' | 'heading'): string =>
  `You tried this ${what} already. Choose another ${what}.`;

/** What Enter does after a first miss. */
export const CHOOSE_AGAIN = 'choose again';
/** Enter on a sort board: "answer (1 to go)". Only a room's exercise is handed in. */
export const boardLabel = (toGo: number): string =>
  toGo === 0 ? 'answer' : `answer (${toGo} to go)`;

/** Below the list of a sort board in line mode, before it is answered. */
export const ALL_PUT =
  'Every statement has a heading. To change a heading, type the number of its statement.';

/** English words for what a board sorts, for one of them and for several. */
const ONE_OF: Readonly<Record<string, string>> = {
  people: 'person',
  sentences: 'sentence',
  statements: 'statement',
  steps: 'step',
  words: 'word',
};

/** The question of a sort board, about one statement: "Who makes this statement?" Without a known word it stays. */
export const stemForOne = (stem: string): string =>
  stem
    .replace(/\beach of these (\w+)/, (same, word) =>
      ONE_OF[word] ? `this ${ONE_OF[word]}` : same,
    )
    .replace(/\beach of these(?=[?.,]|$)/, 'this')
    .replace(/\beach (person|sentence|statement|step|word)\b/, 'this $1');

/** Which statement of a sort board is shown, if they are shown one by one. */
export const rowCount = (number: number, of: number): string => `Statement ${number} of ${of}`;

/** The heading of the first try, on the second. */
export const notUnder = (heading: string): string => `not ${heading}`;

/** What a sort board says after the first try. */
export const boardMissedText = (right: number, of: number): string =>
  `${VERDICT_WRONG}: ${right} of ${of} right.`;

/** @param traps one or more plain names of errors */
export const trapsText = (traps: readonly string[]): string =>
  `The trap${traps.length === 1 ? '' : 's'}: ${traps.join('; ')}.`;

/** Why a statement cannot be changed. Line mode says it. */
export const fixedText = (isSeenRight: boolean): string =>
  isSeenRight
    ? 'That statement is already under the right heading.'
    : 'That statement is done. Its heading stays.';

/** What space does on the verdict of a board until the reason of each ✗ was shown. */
export const NEXT_WRONG = 'next ✗';

export const PUT_AGAIN = 'Choose another heading for each ✗, or see the answers.';

/** Numbers of checks. A mended one was wrong at first, and is right now. */
type Tries = { readonly firstRight: number; readonly mended: number; readonly of: number };

/** "5 of 7 on first try, 2 mended". */
const triesText = ({ firstRight, mended, of }: Tries): string =>
  `${firstRight} of ${of} on first try${mended === 0 ? '' : `, ${mended} mended`}`;

/** "3 of 4 right" if nothing was mended: a room gives only one try. */
const rowsText = (tries: Tries): string =>
  tries.mended === 0 ? `${tries.firstRight} of ${tries.of} right` : triesText(tries);

/** How a sort board went: "Right, all 4", "2 of 4 on first try, 1 mended". */
export const boardScoreText = (tries: Tries): string =>
  tries.firstRight === tries.of ? `${VERDICT_RIGHT}, all ${tries.of}` : rowsText(tries);

/** How a lesson went. */
export function lessonScoreText(lesson: LessonOutline, progress: Progress): string {
  const { correct, checks } = lessonStatus(lesson, progress);
  if (checks === 0) return READ_TO_THE_END;
  const mended = countMended(lesson.checks, progress);
  return triesText({ firstRight: correct, mended, of: checks });
}

export const SO_FAR = 'So far';

/** At the right of the title of an example. */
export const AN_EXAMPLE = 'an example';

export const INVENTED = 'An example. This sentence is invented, and not from the story:';

/** In line mode, which has no bold. */
export const STARS = 'The deciding words are between stars.';
