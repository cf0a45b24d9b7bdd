import { placeIn, stepsOf } from '../core/attempt.js';
import type { CourseRecord, Lesson, Passage } from '../core/course.js';
import { passagesToLookBack } from '../core/look-back.js';
import { saidBy } from '../core/said-by.js';
import { type Scene, scene } from '../core/scene.js';
import { hasMistakes, lookUpsFor, type OverlayName, type State } from '../core/session.js';
import { lessonTitle, PROGRAM_NAME, stepCount } from '../core/words.js';
import type { Page } from './page.js';
import { checkBody } from './pages/check.js';
import { homeBody } from './pages/home.js';
import { inspectBody } from './pages/inspect.js';
import { mistakesPage } from './pages/mistakes.js';
import { aboutBody, helpBody, passagesBody, sourcesBody } from './pages/overlays.js';
import { readingBody } from './pages/reading.js';
import { summaryBody } from './pages/summary.js';
import { verdictBody } from './pages/verdict.js';
import { asPreview } from './preview-page.js';

/** The page that shows a state, for texts of the given width. */
export function pageFor(state: State, record: () => CourseRecord, width: number): Page {
  const { preview } = state;
  if (preview && hasMistakes(state)) return asPreview(mistakesPage(preview.problems, width));
  const page = state.overlay
    ? overlayPage(state, state.overlay, record, width)
    : scenePage(state, scene(state), record, width);
  return preview ? asPreview(page) : page;
}

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
      return helpBody(state.preview !== undefined, width);
    case 'about':
      return aboutBody(state.course, width);
    case 'inspect':
      return inspectBody({ course: state.course, now: scene(state), record: record() }, width);
  }
}

function scenePage(state: State, now: Scene, record: () => CourseRecord, width: number): Page {
  if (now.kind === 'home') {
    const { course, progress, highlight, preview } = state;
    const isPreview = preview !== undefined;
    const home = { course, progress, menu: now.menu, highlight, isPreview };
    const head = { id: 'home', title: PROGRAM_NAME, where: course.title, whereShort: '' };
    return { ...head, ...homeBody(home, width) };
  }
  return { ...lessonHead(state, now, record()), ...lessonBody(state, now, record(), width) };
}

type InLesson = Exclude<Scene, { kind: 'home' }>;

function lessonHead(state: State, now: InLesson, record: CourseRecord) {
  const { course, progress } = state;
  const title = lessonTitle(course, now.lesson);
  const closed = now.lesson.closedBook ? 'closed book' : '';
  if (now.kind === 'summary')
    return { id: `${now.lesson.id} end`, title, where: 'done', whereShort: 'done', done: 1 };
  const place = placeIn(progress, now.lesson.id);
  const count = stepCount(now.lesson, place, now.step.id);
  const what = now.kind === 'reading' ? paragraphsOf(now.step.passages, record) : closed || 'check';
  return {
    id: `${now.lesson.id} ${now.step.id} ${now.kind}`,
    title,
    where: `${what} · ${count}`,
    whereShort: count.replace(/^\D*(\d+) of (\d+)$/, '$1/$2'),
    done: shareDone(now.lesson, place, now.step.id),
  };
}

const paragraphsOf = (ids: readonly string[], record: CourseRecord): string =>
  record.passages
    .filter((passage: Passage) => ids.includes(passage.id))
    .map(({ paragraph }) => `¶${paragraph}`)
    .join(' ');

function shareDone(lesson: Lesson, place: ReturnType<typeof placeIn>, id: string): number {
  const steps = place ? stepsOf(lesson, place) : lesson.body;
  return steps.findIndex((step) => step.id === id) / Math.max(steps.length, 1);
}

function lessonBody(state: State, now: InLesson, record: CourseRecord, width: number) {
  const { course, progress, screen } = state;
  const { lesson } = now;
  const { closedBook } = lesson;
  const more = screen.name === 'lesson' && screen.more;
  switch (now.kind) {
    case 'reading':
      return readingBody(now.step, record, closedBook, width);
    case 'check':
      return checkBody(
        {
          step: now.step,
          choices: now.choices,
          lookUps: lookUpsFor(state, now.step.id),
          closedBook,
          record,
        },
        width,
      );
    case 'verdict': {
      const source = now.verdict.right ? undefined : now.verdict.chosen?.names;
      const said = source ? saidBy(source, record, lesson, placeIn(progress, lesson.id)) : [];
      return verdictBody(
        {
          lesson,
          step: now.step,
          verdict: now.verdict,
          corrected: now.corrected,
          record,
          said,
          more,
        },
        width,
      );
    }
    case 'summary':
      return summaryBody({ course, lesson, menu: now.menu, progress, record }, width);
  }
}
