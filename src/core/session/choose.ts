import { settingNotice } from '../messages/settings.js';
import { lessonToContinue } from '../progress/lesson-status.js';
import type { SessionContext } from '../state/context.js';
import type { MenuEntry } from '../state/menu-entry.js';
import { goHome, showRoute } from '../state/navigate.js';
import type { Next, State } from '../state/state.js';
import { type Transition, unchanged } from '../state/transition.js';
import { look } from './answering/look-ups.js';
import { beginExercise, handIn, inExercise, resumeExercise, seeAnswers } from './exercise.js';
import { askCode, askNewName } from './field.js';
import { begin, openLesson, retry } from './lesson.js';
import { beginQuiz, openCourseEnd, openMap, openReport } from './quizzes.js';

export function choose(state: State, entry: MenuEntry, context: SessionContext): Transition {
  switch (entry.does) {
    case 'open':
      return openLesson(state, entry.lesson, context);
    case 'retry':
      return retry(state, entry.lesson, context);
    case 'again':
      return begin(state, context.lesson(entry.lesson), context.seed());
    case 'look':
      return unchanged(look(state, entry.at));
    case 'set':
      return set(state, entry);
    case 'review':
    case 'drill':
      return unchanged(beginQuiz(state, entry.does, context));
    case 'lessons':
      return unchanged(openLessons(state));
    case 'more':
    case 'settings':
      return unchanged(showRoute(state, { name: entry.does }));
    case 'learner-report':
      return unchanged(openReport(state, context));
    case 'course-end':
      return unchanged(openCourseEnd(state, context));
    case 'map':
      return unchanged(openMap(state, context));
    case 'cell':
      return unchanged(openCell(state));
    case 'home':
      return unchanged(goHome(state));
    case 'begin':
      return inExercise(withoutRoom(state, context), context, beginExercise);
    case 'resume':
      return inExercise(withoutRoom(state, context), context, resumeExercise);
    case 'see-answers':
      return inExercise(state, context, seeAnswers);
    case 'join':
      return unchanged(askCode(state));
    case 'rename':
      return inExercise(state, context, askNewName);
    case 'ask-hand-in':
      return unchanged(showRoute(state, { name: 'hand-in' }));
    case 'hand-in':
      return inExercise(state, context, (current) =>
        handIn(current, state.timeOver ? 'time' : 'chosen'),
      );
    case 'quit':
      return unchanged({ ...state, hasQuit: true });
    case 'course':
      return unchanged(leaveFor(state, { at: 'course', course: entry.course.id }));
    case 'go-home':
      return unchanged(leaveFor(state, { at: 'home' }));
  }
}

/** A room that cannot be reached is not waited for. */
const withoutRoom = (state: State, context: SessionContext): State =>
  state.live?.link === 'joined'
    ? state
    : (context.liveRoom?.goAlone(state, context).state ?? state);

const leaveFor = (state: State, next: Next): State => ({ ...state, hasQuit: true, next });

function set(state: State, { key, value }: Extract<MenuEntry, { does: 'set' }>): Transition {
  // The offer disappears once chosen. The entry that moves up must not get the highlight and the next Enter.
  const highlight = state.route.name === 'settings' ? state.highlight : 0;
  const notice = settingNotice(key, value);
  return {
    state: { ...state, highlight, ...(notice !== undefined && { notice }) },
    events: [{ k: 'set', key, value }],
  };
}

/** The page of lessons, with the highlight on the one to continue with. */
function openLessons(state: State): State {
  const { course, progress } = state;
  const next = lessonToContinue(course, progress);
  const at = course.lessons.findIndex(({ id }) => id === next?.id);
  return showRoute(state, { name: 'lessons' }, Math.max(at, 0));
}

function openCell(state: State): State {
  const { route, highlight } = state;
  return route.name === 'map'
    ? showRoute(state, { ...route, name: 'cell', cell: highlight })
    : state;
}
