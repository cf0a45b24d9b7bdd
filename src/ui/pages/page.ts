import type { Lesson } from '../../core/course/course.js';
import type { CourseRecord, Passage } from '../../core/course/ledger.js';
import { codeText, EXERCISE_TITLE, questionText, timeText } from '../../core/messages/exercise.js';
import { EXERCISE_HOME } from '../../core/messages/help.js';
import { PROGRAM_NAME } from '../../core/messages/home.js';
import { lessonTitle, stepCount } from '../../core/messages/lesson.js';
import { calibrationText, questionCount, SITTING_TITLE } from '../../core/messages/review.js';
import { questionId } from '../../core/messages/verdict.js';
import { placeIn, stepsOf } from '../../core/progress/attempt.js';
import { questionNumber } from '../../core/progress/exercise.js';
import { talliesOf } from '../../core/review/schedule.js';
import { type Scene, scene } from '../../core/scene/scene.js';
import { saidBy } from '../../core/scene/statements-by.js';
import { passagesToLookBack } from '../../core/scene/visible-passages.js';
import { hasMistakes, lookUpsFor, type OverlayName, type State } from '../../core/state/state.js';
import { HOME } from '../keys/footer-keys.js';
import type { Page } from '../layout/page.js';
import { givenBody } from './answer-pending.js';
import { cellBody, mapBody } from './attribution-map.js';
import { mistakesPage } from './course-problems.js';
import { exerciseBody } from './exercise.js';
import { homeBody } from './home.js';
import { inspectBody } from './inspect.js';
import { standBody } from './learner-report.js';
import { aboutBody, helpBody, passagesBody, sourcesBody } from './overlays.js';
import { asPreview } from './preview.js';
import { checkBody } from './question.js';
import { endedBody } from './quiz-end.js';
import { readingBody } from './reading.js';
import { settingsBody } from './settings.js';
import { summaryBody } from './summary.js';
import { verdictBody } from './verdict.js';

/** The page that shows a state, for texts of the given width. */
export function pageFor(state: State, record: () => CourseRecord, width: number): Page {
  const { preview } = state;
  if (preview && hasMistakes(state)) return asPreview(mistakesPage(preview.problems, width));
  const page = state.overlay
    ? overlayPage(state, state.overlay, record, width)
    : scenePage(state, scene(state), record, width);
  if (state.progress.exercise) return inExercise(page);
  return preview ? asPreview(page) : page;
}

/** In an exercise Esc leads to its own page. */
const inExercise = (page: Page): Page => ({
  ...page,
  footer: page.footer.map((key) => (key === HOME ? { ...key, does: EXERCISE_HOME } : key)),
});

const OVERLAY_TITLES: Readonly<Record<OverlayName, string>> = {
  passages: 'The story, retold',
  sources: 'Who’s who',
  help: 'Help',
  about: 'About',
  inspect: 'Behind this',
};

function overlayPage(
  state: State,
  name: OverlayName,
  record: () => CourseRecord,
  width: number,
): Page {
  const head = { id: name, title: OVERLAY_TITLES[name], where: state.course.title, whereShort: '' };
  return { ...head, ...overlayBody(state, name, record, width) };
}

function overlayBody(state: State, name: OverlayName, record: () => CourseRecord, width: number) {
  switch (name) {
    case 'passages':
      return passagesBody(passagesToLookBack(state, record()), width);
    case 'sources':
      return sourcesBody(record(), width);
    case 'help':
      return helpBody(helpOf(state), width);
    case 'about':
      return aboutBody(state.course, width);
    case 'inspect':
      return inspectBody({ course: state.course, now: scene(state), record: record() }, width);
  }
}

function scenePage(state: State, now: Scene, record: () => CourseRecord, width: number): Page {
  const head = headOf(state, now, record);
  return { ...head, ...bodyOf(state, now, record, width) };
}

type Head = Pick<Page, 'id' | 'title' | 'where' | 'whereShort' | 'done'>;

function helpOf({ preview, progress }: State): 'learning' | 'preview' | 'exercise' {
  if (preview) return 'preview';
  return progress.exercise ? 'exercise' : 'learning';
}

function headOf(state: State, now: Scene, record: () => CourseRecord): Head {
  const { title } = state.course;
  switch (now.kind) {
    case 'home':
      return { id: 'home', title: PROGRAM_NAME, where: title, whereShort: '' };
    case 'exercise':
      return exerciseHead(state, now);
    case 'ended':
      return { id: 'ended', title: SITTING_TITLE[now.sitting.kind], where: title, whereShort: '' };
    case 'settings':
    case 'stand':
    case 'map':
    case 'cell':
      return { id: now.kind, title: PLACE_TITLES[now.kind], where: title, whereShort: '' };
    case 'summary':
    case 'reading':
      return lessonHead(state, now, record());
    default:
      return now.lesson
        ? lessonHead(state, { ...now, lesson: now.lesson }, record())
        : sittingHead(now);
  }
}

function exerciseHead(
  state: State,
  { exercise, tally }: Extract<Scene, { kind: 'exercise' }>,
): Head {
  const { handedIn, began } = exercise;
  const phase = handedIn === undefined ? (began === undefined ? 'ready' : 'under way') : 'done';
  const time = state.minutesLeft === undefined ? [] : [timeText(state.minutesLeft)];
  return {
    id: `exercise ${phase} ${tally.answered}`,
    title: EXERCISE_TITLE,
    where: [codeText(exercise.room), ...time].join(' · '),
    whereShort: time[0] ?? '',
  };
}

const PLACE_TITLES = {
  settings: 'Settings',
  stand: 'Where I stand',
  map: 'The map',
  cell: 'The map',
} as const;

type Asked = Extract<Scene, { kind: 'check' | 'sure' | 'verdict' | 'given' }>;
type InLesson =
  | Extract<Scene, { kind: 'summary' | 'reading' }>
  | (Asked & { readonly lesson: Lesson });

function sittingHead({ sitting, step, kind }: Asked): Head {
  if (!sitting) return { id: step.id, title: PROGRAM_NAME, where: '', whereShort: '' };
  const count = questionCount(sitting);
  const total = sitting.answered + sitting.rest.length + (sitting.given === undefined ? 1 : 0);
  return {
    id: `${sitting.kind} ${sitting.seed} ${step.id} ${sitting.answered} ${kind}`,
    title: SITTING_TITLE[sitting.kind],
    where: `closed book · ${count}`,
    whereShort: count.replace(' of ', '/'),
    ...(sitting.kind === 'review' && { done: sitting.answered / Math.max(total, 1) }),
  };
}

function lessonHead(state: State, now: InLesson, record: CourseRecord): Head {
  const { course, progress } = state;
  const title = lessonTitle(course, now.lesson);
  const closed = now.lesson.closedBook ? 'closed book' : '';
  if (now.kind === 'summary')
    return { id: `${now.lesson.id} end`, title, where: 'done', whereShort: 'done', done: 1 };
  const place = placeIn(progress, now.lesson.id);
  const { exercise } = progress;
  const count =
    exercise && now.kind !== 'reading'
      ? questionText(questionNumber(state, exercise, now.lesson.id, now.step.id))
      : stepCount(now.lesson, place, now.step.id);
  const time = state.minutesLeft === undefined ? [] : [timeText(state.minutesLeft)];
  const what =
    now.kind === 'reading'
      ? paragraphsOf(now.step.passages, record)
      : closed || (exercise ? '' : 'check');
  return {
    id: `${now.lesson.id} ${now.step.id} ${now.kind}`,
    title,
    where: [what, ...(exercise && now.kind === 'reading' ? [] : [count]), ...time]
      .filter(Boolean)
      .join(' · '),
    whereShort: [
      ...(exercise && now.kind === 'reading'
        ? []
        : [count.replace(/^\D*(\d+) of (\d+)$/, '$1/$2')]),
      ...time,
    ].join(' · '),
    done: exercise
      ? shareOf(questionNumber(state, exercise, now.lesson.id, now.step.id))
      : shareDone(now.lesson, place, now.step.id),
  };
}

const paragraphsOf = (ids: readonly string[], record: CourseRecord): string =>
  record.passages
    .filter((passage: Passage) => ids.includes(passage.id))
    .map(({ paragraph }) => `¶${paragraph}`)
    .join(' ');

const shareOf = ({ number, of }: { number: number; of: number }): number =>
  (number - 1) / Math.max(of, 1);

function shareDone(lesson: Lesson, place: ReturnType<typeof placeIn>, id: string): number {
  const steps = place ? stepsOf(lesson, place) : lesson.body;
  return steps.findIndex((step) => step.id === id) / Math.max(steps.length, 1);
}

type Body = Pick<Page, 'before' | 'items' | 'after' | 'footer'>;

function bodyOf(state: State, now: Scene, record: () => CourseRecord, width: number): Body {
  const { course, progress, highlight, today, preview } = state;
  switch (now.kind) {
    case 'home': {
      const isPreview = preview !== undefined;
      return homeBody({ course, progress, today, menu: now.menu, highlight, isPreview }, width);
    }
    case 'exercise':
      return exerciseBody(
        { course, exercise: now.exercise, tally: now.tally, handIn: state.handIn, menu: now.menu },
        width,
      );
    case 'reading':
      return readingBody(now.step, record(), now.lesson.closedBook, width);
    case 'summary':
      return summaryBody(
        { course, lesson: now.lesson, menu: now.menu, progress, record: record() },
        width,
      );
    case 'ended':
      return endedBody(
        { course, progress, today, sitting: now.sitting, menu: now.menu, record: record() },
        width,
      );
    case 'settings':
      return settingsBody({ progress, menu: now.menu, highlight }, width);
    case 'stand':
      return standBody(now.report, width);
    case 'map':
      return mapBody({ map: now.map, highlight }, width);
    case 'cell':
      return cellBody(now.cell, record(), width);
    case 'given':
      return givenBody(now, width);
    case 'verdict':
      return verdictPage(state, now, record(), width);
    case 'check':
    case 'sure':
      return checkPage(state, now, record(), width);
  }
}

function checkPage(
  state: State,
  now: Extract<Scene, { kind: 'check' | 'sure' }>,
  record: CourseRecord,
  width: number,
): Body {
  const { step, said, choices } = now;
  const isMade = now.kind === 'sure';
  return checkBody(
    {
      step,
      said,
      choices,
      isMade,
      // In an exercise it would tell, from one question to the next, how the one before went.
      calibration:
        isMade && !state.progress.exercise
          ? calibrationText(talliesOf(state.course, state.progress))
          : undefined,
      lookUps: lookUpsFor(state, step.id),
      closedBook: isClosed(now),
      record,
    },
    width,
  );
}

/** Only in a lesson can anything be looked up. */
const isClosed = ({ lesson }: Asked): boolean => lesson?.closedBook ?? true;

function verdictPage(
  state: State,
  now: Extract<Scene, { kind: 'verdict' }>,
  record: CourseRecord,
  width: number,
): Body {
  const { lesson, step, verdict, corrected, surelyMissed } = now;
  const source = verdict.right ? undefined : verdict.chosen?.names;
  const place = lesson && placeIn(state.progress, lesson.id);
  return verdictBody(
    {
      step,
      verdict,
      corrected,
      surelyMissed,
      closedBook: isClosed(now),
      withQuestion: state.progress.exercise?.handedIn !== undefined,
      isOpen: now.isOpen,
      inLesson: lesson !== undefined,
      questionId: questionId(now),
      record,
      said: source && lesson ? saidBy(source, record, lesson, place) : [],
      more: 'more' in state.screen && state.screen.more,
    },
    width,
  );
}
