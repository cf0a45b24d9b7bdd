import { settingNotice } from '../messages/notices.js';
import type { World } from '../state/context.js';
import type { MenuEntry } from '../state/menu-entry.js';
import { goHome, showRoute } from '../state/navigate.js';
import type { State } from '../state/state.js';
import { type Outcome, still } from '../state/transition.js';
import { beginExercise, handIn, inExercise, resumeExercise, seeAnswers } from './exercise.js';
import { begin, openLesson, retry } from './lesson.js';
import { look } from './look-ups.js';
import { beginQuiz, openMap, openReport } from './quizzes.js';

export function choose(state: State, entry: MenuEntry, world: World): Outcome {
  switch (entry.does) {
    case 'open':
      return openLesson(state, entry.lesson, world);
    case 'retry':
      return retry(state, entry.lesson, world);
    case 'again':
      return begin(state, world.lesson(entry.lesson), world.seed());
    case 'look':
      return still(look(state, entry.at));
    case 'set':
      return set(state, entry);
    case 'review':
    case 'drill':
      return still(beginQuiz(state, entry.does, world));
    case 'settings':
      return still(showRoute(state, { name: 'settings' }));
    case 'learner-report':
      return still(openReport(state, world));
    case 'map':
      return still(openMap(state, world));
    case 'cell':
      return still(openCell(state));
    case 'home':
      return still(goHome(state));
    case 'begin':
      return inExercise(state, world, beginExercise);
    case 'resume':
      return inExercise(state, world, resumeExercise);
    case 'see-answers':
      return inExercise(state, world, seeAnswers);
    case 'hand-in':
      return inExercise(state, world, (doing) => handIn(doing, 'chosen'));
    case 'quit':
      return still({ ...state, left: true });
    case 'course':
      return still({ ...state, left: true, switchTo: entry.course.id });
  }
}

function set(state: State, { key, value }: Extract<MenuEntry, { does: 'set' }>): Outcome {
  // The offer goes away when it is taken: the entry that then has its place must not be next.
  const highlight = state.route.name === 'settings' ? state.highlight : 0;
  const notice = settingNotice(key, value);
  return {
    state: { ...state, highlight, ...(notice !== undefined && { notice }) },
    happened: [{ k: 'set', key, value }],
  };
}

function openCell(state: State): State {
  const { route, highlight } = state;
  return route.name === 'map'
    ? showRoute(state, { ...route, name: 'cell', cell: highlight })
    : state;
}
