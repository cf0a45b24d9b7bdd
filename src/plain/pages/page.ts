import type { Lesson, Reading, Step } from '../../core/course/course.js';
import type { CourseMaterial } from '../../core/course/ledger.js';
import { ANSWER_PENDING, stepText, timeText } from '../../core/messages/exercise.js';
import { homeText, PROGRAM_NAME, reviewEntry } from '../../core/messages/home.js';
import {
  continueText,
  lessonStatusText,
  lessonTitle,
  READ_TO_THE_END,
  WORTH_ANOTHER_LOOK,
  withLaterTry,
} from '../../core/messages/lesson.js';
import { ENTRY_NOTE, entryText } from '../../core/messages/menu.js';
import { QUIZ_TITLE, questionCount } from '../../core/messages/review.js';
import { chosenText, truthText } from '../../core/messages/verdict.js';
import { attemptAt } from '../../core/progress/attempt.js';
import { checkProgress, missedChecks, openMisses } from '../../core/progress/checks.js';
import { lessonStatus } from '../../core/progress/lesson-status.js';
import { type Scene, scene } from '../../core/scene/scene.js';
import type { MenuEntry } from '../../core/state/menu-entry.js';
import type { State } from '../../core/state/state.js';
import { verdictView } from '../../core/views/verdict.js';
import { type Block, bullet, numbered } from '../block.js';
import type { PlainContext } from '../context.js';
import { exerciseBlocks } from './exercise.js';
import { passageBlocks } from './reading.js';
import { calibrationRows, certaintyBlocks, studyBlocks } from './study.js';
import { verdictBlocks } from './verdict.js';

type StepOfLesson = { readonly lesson: Lesson; readonly step: Step };

/** The complete current page. */
export function pageBlocks(context: PlainContext): Block[] {
  const state = context.store.state();
  const now = scene(state);
  switch (now.kind) {
    case 'home':
      return homeBlocks(state, now.menu);
    case 'exercise':
      return exerciseBlocks(state, now);
    case 'reading':
      return [heading(state, now), ...readingBlocks(now.step, context.material())];
    case 'check':
      return [...questionBlocks(state, now), numbered(now.choices.map(({ text }) => text))];
    case 'certainty':
      return certaintyBlocks(state);
    case 'answer-pending':
      return [...questionBlocks(state, now), ...answerPendingBlocks(now)];
    case 'verdict':
      return [
        ...questionBlocks(state, now),
        ...verdictBlocks(verdictView(now, state, context.material())),
      ];
    case 'summary':
      return summaryBlocks(context, now.lesson, now.menu);
    default:
      return studyBlocks(context, now);
  }
}

type QuestionScene = Extract<Scene, { kind: 'check' | 'certainty' | 'verdict' | 'answer-pending' }>;

const answerPendingBlocks = ({
  choices,
  chosen,
}: Extract<Scene, { kind: 'answer-pending' }>): Block[] => [
  choices.filter(({ id }) => id === chosen).map(({ text }) => chosenText(text)),
  [ANSWER_PENDING],
];

function questionBlocks(state: State, now: QuestionScene): Block[] {
  const { lesson, quiz, step, said } = now;
  const header = quiz
    ? [`${QUIZ_TITLE[quiz.kind]}, ${questionCount(quiz)}`]
    : lesson && heading(state, { lesson, step });
  return [...(header ? [header] : []), ...(said === undefined ? [] : [[said]]), [step.stem]];
}

/** "2 · Two voices at the library, step 4 of 13". The first step adds the lesson's goal. */
function heading(state: State, { lesson, step }: StepOfLesson): Block {
  const { course, progress, minutesLeft } = state;
  const attempt = attemptAt(progress, lesson.id);
  const count = stepText(state, lesson, step);
  const time = minutesLeft === undefined ? '' : `, ${timeText(minutesLeft)}`;
  const where = `${lessonTitle(course, lesson)}, ${count}${time}`;
  const isFirst = !attempt?.only && lesson.body[0]?.id === step.id;
  return isFirst ? [where, lesson.goal] : [where];
}

function homeBlocks(state: State, menu: readonly MenuEntry[]): Block[] {
  const { course, progress } = state;
  return [
    [`${PROGRAM_NAME}: ${course.title}`],
    [homeText(course, progress, false)],
    numbered(menu.map((entry) => homeEntry(state, entry))),
  ];
}

function homeEntry(state: State, entry: MenuEntry): string {
  const { course, progress } = state;
  if (entry.id === 'continue') {
    const { verb, rest } = continueText(course, progress);
    return `${verb}: lesson ${rest}`;
  }
  const lesson = 'lesson' in entry && course.lessons.find(({ id }) => id === entry.lesson);
  if (entry.does === 'review') {
    const { name, note } = reviewEntry(state);
    return `${name}: ${note}`;
  }
  if (lesson)
    return `Lesson ${lessonTitle(course, lesson)}: ${lessonStatusText(lesson, lessonStatus(lesson, progress))}`;
  const note = ENTRY_NOTE[entry.id];
  return entryText(entry, course, 0) + (note === undefined ? '' : `: ${note}`);
}

function readingBlocks({ passages, lookFor }: Reading, material: CourseMaterial): Block[] {
  const retold = passages.flatMap(
    (id) => material.passages.find((passage) => passage.id === id) ?? [],
  );
  return [...passageBlocks(retold), ...(lookFor === undefined ? [] : [[`Look for: ${lookFor}`]])];
}

/** The score, missed checks as true statements, and the menu. */
function summaryBlocks(context: PlainContext, lesson: Lesson, menu: readonly MenuEntry[]): Block[] {
  const { course, progress } = context.store.state();
  const { correct, checks } = lessonStatus(lesson, progress);
  const open = openMisses(lesson, progress).length;
  const entries = menu.map((entry) => entryText(entry, course, open));
  return [
    [`${lessonTitle(course, lesson)}, done`],
    [
      checks === 0 ? READ_TO_THE_END : `${correct} of ${checks} right`,
      ...calibrationRows(context.store.state()),
    ],
    ...missedBlocks(context, lesson),
    numbered(context.inLesson ? ['Leave', ...entries] : entries),
  ];
}

function missedBlocks({ store, material }: PlainContext, lesson: Lesson): Block[] {
  const { progress } = store.state();
  const missed = missedChecks(lesson, progress);
  if (missed.length === 0) return [];
  const rows = missed.map((check) => {
    const isRightNow = checkProgress(progress, check.id)?.last.right;
    return bullet(withLaterTry(truthText(check, material()), isRightNow));
  });
  return [[WORTH_ANOTHER_LOOK, ...rows]];
}
