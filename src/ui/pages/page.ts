import type { CourseMaterial } from '../../core/course/ledger.js';
import { ANSWER_PENDING, BOARD_PENDING } from '../../core/messages/exercise.js';
import { EXERCISE_HOME } from '../../core/messages/help.js';
import { pendingText } from '../../core/messages/live-room/join.js';
import { OVERLAY_TITLES } from '../../core/messages/menu.js';
import { calibrationNote } from '../../core/messages/review.js';
import { highlightOf, isClosedBook, type Scene, scene } from '../../core/scene/scene.js';
import { canLookBack, passagesInSight } from '../../core/scene/visible-passages.js';
import { finalNews, isInLobby } from '../../core/state/live.js';
import { hasProblems, type OverlayName, type State } from '../../core/state/state.js';
import { checklistView } from '../../core/views/ending/checklist.js';
import { courseEndView } from '../../core/views/ending/course-end.js';
import { recordView } from '../../core/views/ending/record.js';
import { summaryView } from '../../core/views/ending/summary.js';
import { hasHint, hintsShown } from '../../core/views/hints.js';
import { fieldView } from '../../core/views/home/join.js';
import { storyView } from '../../core/views/look-up/story.js';
import { whosWhoView } from '../../core/views/look-up/whos-who.js';
import { quizEndView } from '../../core/views/quiz-end.js';
import { soFarAt } from '../../core/views/so-far.js';
import { type VerdictScene, verdictView } from '../../core/views/verdict.js';
import { HOME, TO_ORIGIN } from '../keys/footer-keys.js';
import type { FooterKey, Page, PageBody } from '../layout/page.js';
import { answerPendingPage } from './answer-pending.js';
import { cellPage, mapPage } from './attribution-map.js';
import { boardPage, boardPendingPage } from './board.js';
import { boardVerdictPage } from './board-verdict.js';
import { checklistPage, courseEndPage, recordPage } from './course-end.js';
import { courseProblemsPage } from './course-problems.js';
import { examplePage, withSoFar } from './example.js';
import { exercisePage } from './exercise.js';
import { fieldPage } from './field.js';
import { headOf } from './head.js';
import { homePage, morePage } from './home.js';
import { inRoom } from './in-room.js';
import { inspectPage } from './inspect.js';
import { learnerReportPage } from './learner-report.js';
import { lessonsPage } from './lessons.js';
import { aboutPage, helpPage, storyPage, whosWhoPage } from './overlays.js';
import { asPreview } from './preview.js';
import { questionPage } from './question.js';
import { quizEndPage } from './quiz-end.js';
import { readingPage } from './reading.js';
import { secondLookPage } from './second-look.js';
import { settingsPage } from './settings.js';
import { summaryPage } from './summary.js';
import { verdictPage } from './verdict.js';

/** The page for a state. `width` is in columns. */
export function pageOf(state: State, material: () => CourseMaterial, width: number): Page {
  const { preview } = state;
  if (preview && hasProblems(state))
    return asPreview(courseProblemsPage(preview.problems, width), []);
  const page = state.overlay
    ? overlayPage(state, state.overlay, material, width)
    : scenePage(state, scene(state), material, width);
  if (state.progress.exercise) return inExercise(state.live ? inRoom(state, page, material) : page);
  return preview ? asPreview(page, preview.findings ?? []) : page;
}

/** In an exercise Esc goes to the exercise's page, not home. */
const inExercise = (page: Page): Page => ({
  ...page,
  footer: page.footer.map((key) => (key === HOME ? { ...key, label: EXERCISE_HOME } : key)),
});

function overlayPage(
  state: State,
  name: OverlayName,
  material: () => CourseMaterial,
  width: number,
): Page {
  const head = { id: name, title: OVERLAY_TITLES[name], where: state.course.title, whereShort: '' };
  return { ...head, ...overlayBody(state, name, material, width) };
}

function overlayBody(
  state: State,
  name: OverlayName,
  material: () => CourseMaterial,
  width: number,
) {
  switch (name) {
    case 'passages':
      return storyPage(storyView(state, material()), width);
    case 'sources':
      return whosWhoPage(whosWhoView(state, material()), width);
    case 'help':
      return helpPage(helpOf(state), width);
    case 'about':
      return aboutPage(state.course, width);
    case 'record':
      return recordPage(recordView(material()), width);
    case 'checklist':
      return checklistPage(checklistView(), state.checklistCommand, width);
    case 'inspect':
      return inspectPage(
        {
          course: state.course,
          now: scene(state),
          material: material(),
          findings: state.preview?.findings ?? [],
        },
        width,
      );
  }
}

function scenePage(state: State, now: Scene, material: () => CourseMaterial, width: number): Page {
  const head = headOf(state, now, material);
  const body = bodyOf(state, now, material, width);
  return { ...head, ...withSoFar(body, soFarOf(state, now), width) };
}

/** The pages that a lesson can begin with. */
const FIRST_PAGES: readonly Scene['kind'][] = ['example', 'reading', 'check', 'certainty', 'board'];

const soFarOf = (state: State, now: Scene): string | undefined =>
  FIRST_PAGES.includes(now.kind) && 'step' in now && now.lesson
    ? soFarAt(state, now.lesson, now.step.id)
    : undefined;

function helpOf({ preview, progress }: State): 'learning' | 'preview' | 'exercise' {
  if (preview) return 'preview';
  return progress.exercise ? 'exercise' : 'learning';
}

function bodyOf(state: State, now: Scene, material: () => CourseMaterial, width: number): PageBody {
  const { course, progress } = state;
  const highlight = highlightOf(state, now);
  switch (now.kind) {
    case 'home':
      return homePage(state, now.menu, highlight, width);
    case 'lessons':
      return lessonsPage(state, now.menu, highlight, width);
    case 'more':
      return morePage(state, now.menu, highlight, width);
    case 'exercise':
      return exercisePage(
        {
          ...now,
          course,
          asksHandIn: state.route.name === 'hand-in',
          handIn: state.handIn,
          endsAt: state.endsAt,
          timeOver: state.timeOver,
          isInRoom: isInLobby(state),
          finalNews: finalNews(state),
        },
        width,
      );
    case 'field':
      return fieldPage(now.field, fieldView(course, now.field), width);
    case 'reading':
      return readingPage(now.step, { course, material: material() }, now.lesson.closedBook, width);
    case 'example':
      return examplePage(now.step, width);
    case 'board':
      return boardPage(state, now, material(), width);
    case 'board-verdict':
      return boardVerdictPage(state, now, material(), width);
    case 'board-pending':
      return boardPendingPage(now, pendingText(state, BOARD_PENDING), width);
    case 'summary':
      return summaryPage(summaryView(now.lesson, now.menu, state, material()), width);
    case 'quiz-end':
      return quizEndPage(quizEndView(now, state, material()), { course, menu: now.menu }, width);
    case 'settings':
      return settingsPage({ progress, menu: now.menu, highlight }, width);
    case 'learner-report':
      return learnerReportPage(now.report, material(), leaveKey(state), width);
    case 'course-end':
      return courseEndPage(courseEndView(now, state), width);
    case 'map':
      return mapPage({ map: now.map, highlight, leave: leaveKey(state) }, width);
    case 'cell':
      return cellPage(now.cell, material(), width);
    case 'answer-pending':
      return answerPendingPage(now, pendingText(state, ANSWER_PENDING), width);
    case 'verdict':
      return verdictBody(state, now, material(), width);
    case 'second-look': {
      const passages = passagesInSight(state, now, material());
      return secondLookPage(now, passages, width);
    }
    case 'check':
    case 'certainty':
      return checkPage(state, now, material(), width);
  }
}

/** What Esc is called on a page that goes back to where it was opened. */
const leaveKey = ({ route }: State): FooterKey =>
  'from' in route && route.from.route.name !== 'home' ? TO_ORIGIN : HOME;

function checkPage(
  state: State,
  now: Extract<Scene, { kind: 'check' | 'certainty' }>,
  material: CourseMaterial,
  width: number,
): PageBody {
  const { step, said, choices } = now;
  const isMade = now.kind === 'certainty';
  return questionPage(
    {
      step,
      said,
      choices,
      isMade,
      calibration: isMade ? calibrationNote(state.course, state.progress) : undefined,
      highlight: highlightOf(state, now),
      missed: now.kind === 'check' ? now.missed : undefined,
      hints: hintsShown(state, step, material),
      hasHint: now.kind === 'check' && hasHint(state, now, material),
      closedBook: isClosedBook(now),
      looksBack: canLookBack(state, now),
      passages: passagesInSight(state, now, material),
      material,
    },
    width,
  );
}

const verdictBody = (
  state: State,
  now: VerdictScene,
  material: CourseMaterial,
  width: number,
): PageBody =>
  verdictPage(
    {
      view: verdictView(now, state, material),
      passages: now.step.inText === 'sentences' ? [] : passagesInSight(state, now, material),
      closedBook: isClosedBook(now),
      inLesson: now.lesson !== undefined,
      more: 'more' in state.route && state.route.more,
    },
    width,
  );
