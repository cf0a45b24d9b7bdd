import type { CourseIndex } from '../../core/course/course.js';
import { HAND_IN_TO_SEE, MORE_TIME, TIME_OVER } from '../../core/messages/ending/after-time.js';
import {
  COMPLETE,
  codeLabel,
  exerciseEntryText,
  FILE_LABEL,
  giveText,
  handedInText,
  handInText,
  lessonsTexts,
  nameText,
  openQuestionsText,
  openText,
  othersText,
  rulesTexts,
  savedText,
  scoreText,
  takeAlongTexts,
} from '../../core/messages/exercise.js';
import { ONLY_IF_ASKED, ROOM_HAS_ANSWERS } from '../../core/messages/live-room/join.js';
import type { ExerciseScore } from '../../core/progress/exercise.js';
import type { Exercise } from '../../core/progress/progress.js';
import type { RoomNews } from '../../core/state/live.js';
import type { MenuEntry } from '../../core/state/menu-entry.js';
import type { HandInPlace, TimeOver } from '../../core/state/state.js';
import { plainText } from '../../core/text/sanitize.js';
import { DOWN, HELP, MOVE, OPEN, QUIT } from '../keys/footer-keys.js';
import { barLine } from '../layout/bar.js';
import { GAP, type Line, line } from '../layout/line.js';
import type { Page } from '../layout/page.js';
import { hangLines, wrapLines } from '../layout/wrap.js';

type ExerciseProps = {
  readonly course: CourseIndex;
  readonly exercise: Exercise;
  readonly score: ExerciseScore;
  /** Whether it asks before the exercise is handed in with open questions. */
  readonly asksHandIn: boolean;
  readonly handIn?: HandInPlace | undefined;
  readonly endsAt?: string | undefined;
  /** If it was opened after its time. */
  readonly timeOver?: TimeOver | undefined;
  /** Whether it waits for a live room, which has its own rules. */
  readonly isInRoom: boolean;
  /** What a live room said last, if it has all answers. */
  readonly finalNews?: RoomNews | undefined;
  readonly menu: readonly MenuEntry[];
};

/** A room's exercise: rules before it begins, progress while it runs, score and hand-in after it. */
export function exercisePage(
  props: ExerciseProps,
  width: number,
): Pick<Page, 'before' | 'items' | 'after' | 'opensAtTop' | 'footer'> {
  return {
    opensAtTop: saysHowItIs(props),
    before: [...linesOf(props, width), GAP],
    items: props.menu.map((entry) => ({
      id: entry.id,
      lines: [line(exerciseEntryText(entry, props.score))],
    })),
    after: [],
    footer: [MOVE, OPEN, DOWN, HELP, QUIT],
  };
}

/** Whether a small window shows first how things are: handed in or not, and what is open. Else what to do comes first. */
const saysHowItIs = ({ exercise, timeOver, asksHandIn }: ExerciseProps): boolean =>
  exercise.handedIn !== undefined || timeOver !== undefined || asksHandIn;

function linesOf(props: ExerciseProps, width: number): Line[] {
  const { began, handedIn } = props.exercise;
  if (handedIn !== undefined) return handedInLines(props, width);
  if (props.timeOver) return afterTimeLines(props, props.timeOver, width);
  return began === undefined ? introLines(props, width) : runningLines(props, width);
}

function introLines({ course, exercise, endsAt, isInRoom }: ExerciseProps, width: number): Line[] {
  return [
    ...lessonsTexts(course, exercise.room).flatMap((text) => wrapLines(text, width, 'strong')),
    GAP,
    ...(isInRoom
      ? []
      : [...rulesTexts(exercise.room, endsAt).flatMap((text) => wrapLines(text, width)), GAP]),
    ...asides(nameText(exercise), width),
  ];
}

/** Rows that a small window drops. */
const asides = (text: string, width: number): Line[] =>
  wrapLines(text, width).map((row): Line => ({ ...row, dropAs: 'aside' }));

function runningLines(
  { exercise, score, asksHandIn, handIn }: ExerciseProps,
  width: number,
): Line[] {
  const isComplete = score.answered === score.of;
  const open = openText(score);
  if (asksHandIn) return wrapLines(openQuestionsText(score), width, 'strong');
  return [
    ...(isComplete ? [line(COMPLETE, 'strong')] : []),
    ...(open.length > width
      ? wrapLines(open, width)
      : [barLine(open, score.answered / Math.max(score.of, 1), width)]),
    GAP,
    ...asides(nameText(exercise), width),
    ...(handIn?.file === undefined ? [] : asides(savedText(handIn.file), width)),
  ];
}

function afterTimeLines(
  { exercise, score }: ExerciseProps,
  { command }: TimeOver,
  width: number,
): Line[] {
  return [
    ...wrapLines(TIME_OVER, width, 'strong'),
    ...wrapLines(openText(score), width),
    GAP,
    ...wrapLines(HAND_IN_TO_SEE, width),
    ...(command === undefined
      ? []
      : [GAP, ...wrapLines(MORE_TIME, width), ...wrapLines(command, width, 'strong')]),
    GAP,
    ...asides(nameText(exercise), width),
  ];
}

function handedInLines(props: ExerciseProps, width: number): Line[] {
  const { course, exercise, handIn, finalNews } = props;
  const habits = takeAlongTexts(course, exercise.room);
  return [
    ...wrapLines(handedInText(exercise), width, 'strong'),
    ...scoreLines(props, width),
    ...(habits.length === 0 ? [] : [GAP, ...habits.flatMap((text) => wrapLines(text, width))]),
    ...(handIn ? [GAP, ...handInLines(handIn, finalNews !== undefined, width)] : []),
    GAP,
    ...asides(othersText(exercise), width),
  ];
}

/** A room's own score counts only the questions that it asked. */
function scoreLines({ score, finalNews }: ExerciseProps, width: number): Line[] {
  if (finalNews) return finalNews.score === undefined ? [] : wrapLines(finalNews.score, width);
  return [barLine(scoreText(score), score.right / Math.max(score.of, 1), width)];
}

function handInLines(handIn: HandInPlace, hasRoom: boolean, width: number): Line[] {
  return [
    ...(hasRoom ? wrapLines(ROOM_HAS_ANSWERS, width) : []),
    ...wrapLines(hasRoom ? ONLY_IF_ASKED : giveText(handIn), width),
    GAP,
    ...(handIn.file === undefined ? [] : fileLines(handIn.file, width)),
    line(codeLabel(handIn)),
    ...hangLines({ text: '  ', tone: 'plain' }, handInText(handIn), width, 'strong'),
  ];
}

const fileLines = (file: string, width: number): Line[] => [
  line(FILE_LABEL),
  ...hangLines({ text: '  ', tone: 'plain' }, plainText(file), width),
  GAP,
];
