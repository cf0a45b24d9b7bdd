/** The words on screen that the screens and the line mode share: a newcomer's, not those of the files. */

import type { Check, CourseIndex, Lesson, LessonOutline } from '../course/course.js';
import { evidenceParagraphs, type MarkedPassage, paragraphOf } from '../course/evidence.js';
import type { Claim, CourseRecord, Naming, Passage, Source } from '../course/ledger.js';
import { stepsOf } from '../progress/attempt.js';
import { lessonToContinue, type Standing, standing } from '../progress/lesson-status.js';
import type { Place, Progress } from '../progress/progress.js';
import type { Sitting } from '../review/quiz.js';
import type { MenuEntry, OtherCourse } from '../state/menu-entry.js';
import type { Screen } from '../state/route.js';
import { CERTAINTY_OFFER, DRILL_TITLE } from './review.js';

export const PROGRAM_NAME = 'On the record';

/** "1 check", "3 checks". */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n} ${n === 1 ? one : many}`;

/** "1", "1 and 3", "1, 2 and 3". */
const listed = (parts: readonly (string | number)[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** "2 · Two voices". */
export function lessonTitle(course: CourseIndex, lesson: LessonOutline): string {
  const number = course.lessons.findIndex(({ id }) => id === lesson.id) + 1;
  return `${number} · ${lesson.title}`;
}

/** Where in the lesson a step is: "step 4 of 13", or "again · 1 of 2" in practice. */
export function stepCount(lesson: Lesson, place: Place | undefined, id: string): string {
  const steps = place ? stepsOf(lesson, place) : lesson.body;
  const at = steps.findIndex((step) => step.id === id) + 1;
  return `${place?.only ? 'again ·' : 'step'} ${at} of ${steps.length}`;
}

export const VERDICT_RIGHT = 'Right';
export const CORRECTED =
  'This question has been corrected since you answered it. Your answer counts as it did then.';
export const VERDICT_WRONG = 'Not this time';
/** Said in a preview, when a step or lesson was on screen that the changed course no longer has. */
export const goneText = (what: 'step' | 'lesson', id: string): string =>
  `There is no ${what} ‘${id}’ any more.`;
export const CLOSED_BOOK = 'Closed book: the story stays shut until the end of this lesson.';
export const CLOSED_SITTING =
  'Closed book: here the story stays shut. The verdict shows the sentence.';

/** Why nothing can be looked up, in a lesson or in a sitting. */
export const closedBookText = ({ name }: Screen): string =>
  name === 'sitting' ? CLOSED_SITTING : CLOSED_BOOK;

/** The line above a retold passage. */
export function retoldHeading(passage: Passage): string {
  const section = passage.section === undefined ? '' : ` · ${passage.section}`;
  return `Retold, not quoted · ¶${passage.paragraph}${section}`;
}

/** "¶3, sentence 1, as we retell it:" */
export function evidenceHeading({ passage, numbers }: MarkedPassage): string {
  const sentences = `sentence${numbers.length === 1 ? '' : 's'} ${listed(numbers)}`;
  return `¶${passage.paragraph}, ${sentences}, as we retell it:`;
}

/** "¶3", "¶3 and ¶5". */
const paragraphMarks = (numbers: readonly number[]): string => listed(numbers.map((n) => `¶${n}`));

/** The author's hint, or else where to look again. */
export const hintText = (check: Check, record: CourseRecord): string =>
  check.hint ?? `Look at ${paragraphMarks(evidenceParagraphs(check, record))} again.`;

/** A statement with where it stands: "… (¶3)." */
const placed = (text: string, paragraphs: readonly number[]): string =>
  `${text.replace(/\.$/, '')} (${paragraphMarks(paragraphs)}).`;

/** A true statement for a summary. */
export const truthText = (check: Check, record: CourseRecord): string =>
  placed(check.truth, evidenceParagraphs(check, record));

/** The line above what the story has of a source that was wrongly picked. */
export const saidHeading = ({ type, name }: Source): string =>
  type === 'narration'
    ? 'What the story does tell in its own voice:'
    : `What the story does have of ${name}:`;

/** What a source did say. */
export const claimText = (claim: Claim, record: CourseRecord): string =>
  placed(claim.content, [paragraphOf(claim, record)]);

/** How to name a question when reporting it: by its place in the course, or in the ledger that it was made from. */
export function questionId({ lesson, sitting, step }: QuestionPlace): string {
  const from = sitting?.question?.from;
  const isOwn = from?.kind === 'review' && !from.mirror;
  const place = lesson?.id ?? (isOwn ? from.lesson : 'ledger');
  return `To report this question, give its id: ${place}/${step.id}`;
}

type QuestionPlace = {
  readonly lesson?: Lesson;
  readonly sitting?: Sitting;
  readonly step: Check;
};

/** Where a source tells something: "¶2, ¶3 and ¶8"; empty when nowhere. */
export function sourceParagraphs(source: Source, record: CourseRecord): string {
  const claims = record.claims.filter((claim) => claim.source === source.id);
  const numbers = new Set(claims.map((claim) => paragraphOf(claim, record)));
  return paragraphMarks([...numbers].sort((a, b) => a - b));
}

export const REPORT =
  'Found a question that is wrong or unfair? Press m after answering it: the last line is its id. Send the id, with what is wrong, to whoever gave you this program, or open an issue in its repository.';

/** The keys of the program, for the help screen. */
export const HELP_KEYS: readonly (readonly [string, string])[] = [
  ['↑ ↓  j k', 'move the highlight, or scroll'],
  ['1-9', 'move the highlight to that choice'],
  ['enter', 'open, answer, or go on'],
  ['space', 'page down, then on'],
  ['PgUp PgDn', 'page up and down'],
  ['Home End', 'to the top, to the bottom'],
  ['←', 'back a step'],
  ['r', 'look back at what you have read'],
  ['w', 'who’s who: everyone who speaks in the story'],
  ['h', 'a hint, during a check'],
  ['g f c', 'guess, fairly sure, certain: where you are asked how sure'],
  ['m', 'more, after an answer'],
  ['esc', 'out of this, then home'],
  ['q', 'quit; ctrl-c leaves at once'],
];

export const HELP_TEXT: readonly string[] = [
  'Each answer is saved the moment you give it. Leave whenever you like: next time Continue, the first thing on home, takes you back to the same step.',
  'Looking back and hints cost nothing. They are noted beside your answer, that is all. In a closed-book lesson they stay shut.',
  'Your first answer to a check is the one that is counted. Trying again later is practice.',
];

/** How a footer calls the place that Esc leads to. */
export const EXERCISE_HOME = 'overview';

export const PREVIEW_KEY = ['i', 'what stands behind this: ids, claims, evidence'] as const;

export const PREVIEW_HELP: readonly string[] = [
  'This is a preview, for an author. Nothing is saved: your answers are gone when you leave, and the progress of learning is not touched.',
  'At each save of a file of the course you see it anew, at the same step. Mistakes take the place of the screen until they are mended.',
];

const NAMING: Readonly<Record<Naming, string>> = {
  named: 'named',
  described: 'by role only, no name given',
  anonymous: 'asked not to be named',
};

/** Who a source is to the story, in parts: role, side, how it is named. */
export function sourceFacts(source: Source): string[] {
  if (source.type === 'narration') return [source.role];
  const side =
    source.side === 'none'
      ? 'on neither side'
      : source.side === 'not-stated'
        ? 'side not stated'
        : `side: ${source.side}`;
  const voice = source.speaksFor ? [`speaks for ${source.speaksFor}`] : [];
  return [source.role, side, ...voice, NAMING[source.naming]];
}

/** "6 of 6 right", "2 of 3 right so far", "7 checks, 5 min". */
export function standingText(
  lesson: Pick<LessonOutline, 'closedBook' | 'minutes'>,
  { state, correct, answered, checks }: Standing,
): string {
  if (state === 'done') return `${correct} of ${checks} right`;
  if (answered > 0) return `${correct} of ${answered} right so far`;
  return `${counted(checks, 'check')}, ${lesson.closedBook ? 'closed book' : `${lesson.minutes} min`}`;
}

export const ALL_ANSWERED = 'Every check is answered';

/** "13 checks left, about 10 minutes". */
export const leftOf = (checks: number, minutes: number): string =>
  `${counted(checks, 'check')} left, about ${counted(Math.max(1, Math.round(minutes)), 'minute')}`;

/** How much of the course is left: "13 checks left, about 10 minutes". */
export function leftText(course: CourseIndex, progress: Progress): string {
  const open = course.lessons.map((lesson) => ({ lesson, now: standing(lesson, progress) }));
  const checks = open.reduce((sum, { now }) => sum + now.checks - now.answered, 0);
  if (checks === 0) return ALL_ANSWERED;
  const minutes = open.reduce(
    (sum, { lesson, now }) => sum + lesson.minutes * (1 - now.answered / Math.max(now.checks, 1)),
    0,
  );
  return leftOf(checks, minutes);
}

/** The words of the entry that goes on: "Start", "Continue" or "Next", and with what. */
export function continueText(
  course: CourseIndex,
  progress: Progress,
): { verb: string; rest: string } {
  const lesson = lessonToContinue(course, progress);
  if (!lesson) return { verb: '', rest: '' };
  const now = standing(lesson, progress);
  const title = lessonTitle(course, lesson);
  if (now.state === 'new') return { verb: progress.latest ? 'Next' : 'Start', rest: title };
  if (now.state === 'done') return { verb: 'Continue', rest: `${title}, once more` };
  return { verb: 'Continue', rest: `${title}, step ${now.step} of ${now.steps}` };
}

/** The words of a menu's entries other than lessons on home, which are drawn as a row. */
export function entryText(entry: MenuEntry, course: CourseIndex, missed: number): string {
  if (entry.does === 'course') return otherText(entry.course);
  switch (entry.id) {
    case 'next':
      return `Next: ${titleOf(entry, course)}`;
    case 'retry':
      return missed === 1 ? 'Try the one you missed again' : `Try the ${missed} you missed again`;
    case 'again':
      return 'Go through this lesson once more';
    case 'review-on':
      return 'Review the next ones';
    case 'offer-certainty':
      return CERTAINTY_OFFER;
    default:
      return ENTRY[entry.id] ?? titleOf(entry, course);
  }
}

const otherText = ({ title, comesAfter }: OtherCourse): string =>
  comesAfter ? 'Try a story you have not read' : `To the other course: ${title}`;

const ENTRY: Readonly<Record<string, string>> = {
  home: 'Home',
  passages: 'The story',
  sources: 'Who’s who',
  about: 'About',
  review: 'Review',
  drill: DRILL_TITLE,
  stand: 'Where I stand',
  map: 'The map: who did what, and who tells it',
  settings: 'Settings',
  quit: 'Quit',
};

/** What stands beside a menu entry. */
export const ENTRY_NOTE: Readonly<Record<string, string>> = {
  passages: 'all that was retold, to read again',
  sources: 'everyone who speaks in it',
  about: 'what this is made from',
  drill: 'one statement after another, without end',
  stand: 'what you know, and what you mix up',
  settings: 'how sure you are, how long a review is',
  quit: 'progress is saved as you go',
};

const PREVIEW_NOTE: Readonly<Record<string, string>> = { quit: 'nothing is saved in a preview' };

export const entryNote = ({ id }: MenuEntry, isPreview: boolean): string =>
  (isPreview ? PREVIEW_NOTE[id] : undefined) ?? ENTRY_NOTE[id] ?? '';

function titleOf(entry: MenuEntry, course: CourseIndex): string {
  const lesson = 'lesson' in entry && course.lessons.find(({ id }) => id === entry.lesson);
  return lesson ? lessonTitle(course, lesson) : '';
}
