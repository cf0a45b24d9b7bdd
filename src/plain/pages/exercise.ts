import { HAND_IN_TO_SEE, MORE_TIME, TIME_OVER } from '../../core/messages/ending/after-time.js';
import {
  COMPLETE,
  codeLabel,
  codeText,
  EXERCISE_TITLE,
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
  timeText,
} from '../../core/messages/exercise.js';
import { ONLY_IF_ASKED, ROOM_HAS_ANSWERS } from '../../core/messages/live-room/join.js';
import type { ExerciseScore } from '../../core/progress/exercise.js';
import type { Scene } from '../../core/scene/scene.js';
import { finalNews, isInLobby } from '../../core/state/live.js';
import type { HandInPlace, State } from '../../core/state/state.js';
import { plainText } from '../../core/text/sanitize.js';
import { type Block, bullet, numbered } from '../block.js';

type ExerciseScene = Extract<Scene, { kind: 'exercise' }>;

/** A room's exercise: rules before it begins, progress while it runs, score and hand-in after it. */
export function exerciseBlocks(state: State, now: ExerciseScene): Block[] {
  const { exercise, score, menu } = now;
  return [
    [`${EXERCISE_TITLE}, ${codeText(exercise.room)}`],
    ...blocksOf(state, now),
    numbered(menu.map((entry) => exerciseEntryText(entry, score))),
  ];
}

function blocksOf(state: State, { exercise, score }: ExerciseScene): Block[] {
  const { handIn, course, minutesLeft, endsAt, timeOver } = state;
  if (exercise.handedIn !== undefined) {
    const habits = takeAlongTexts(course, exercise.room);
    return [
      [handedInText(exercise), ...scoreTexts(state, score)],
      ...(habits.length === 0 ? [] : [habits]),
      ...(handIn ? handInBlocks(state, handIn) : []),
      [othersText(exercise)],
    ];
  }
  if (timeOver)
    return [
      [TIME_OVER, openText(score)],
      [HAND_IN_TO_SEE],
      ...(timeOver.command === undefined ? [] : [[MORE_TIME, timeOver.command]]),
      [nameText(exercise)],
    ];
  if (state.route.name === 'hand-in') return [[openQuestionsText(score)]];
  if (exercise.began === undefined)
    return [
      lessonsTexts(course, exercise.room),
      ...(isInLobby(state) ? [] : [rulesTexts(exercise.room, endsAt)]),
      [nameText(exercise)],
    ];
  const time = minutesLeft === undefined ? '' : `, ${timeText(minutesLeft)}`;
  return [
    [...(score.answered === score.of ? [COMPLETE] : []), `${openText(score)}${time}`],
    [nameText(exercise), ...(handIn?.file === undefined ? [] : [savedText(handIn.file)])],
  ];
}

function scoreTexts(state: State, score: ExerciseScore): string[] {
  const news = finalNews(state);
  return news ? [news.score].filter((text) => text !== undefined) : [scoreText(score)];
}

const handInBlocks = (state: State, handIn: HandInPlace): Block[] => [
  ...(finalNews(state) ? [[ROOM_HAS_ANSWERS]] : []),
  [
    finalNews(state) ? ONLY_IF_ASKED : giveText(handIn),
    ...(handIn.file === undefined ? [] : [bullet(`${FILE_LABEL}: ${plainText(handIn.file)}`)]),
    bullet(`${codeLabel(handIn)}: ${handInText(handIn)}`),
  ],
];
