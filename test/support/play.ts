import type { Course } from '../../src/core/course/course.js';
import type { LogEntry } from '../../src/core/log/entry.js';
import { type Scene, scene } from '../../src/core/scene/scene.js';
import type { Action } from '../../src/core/state/action.js';
import type { SessionContext } from '../../src/core/state/context.js';
import type { Live } from '../../src/core/state/live.js';
import type { OtherCourse } from '../../src/core/state/menu-entry.js';
import type { State } from '../../src/core/state/state.js';
import { sessionInMemory } from './session-in-memory.js';
import { course, lessons, material } from './small-course.js';

/** A session on the small course, or another, with its log in memory. */
export type Play = {
  readonly log: readonly LogEntry[];
  readonly do: (...actions: readonly Action[]) => void;
  readonly state: () => State;
  readonly scene: () => Scene;
  /** The kind of the scene, and its step if it has one, such as "check one". */
  readonly at: () => string;
};

export type PlayOptions = {
  /** The course, if it is not the small course. */
  readonly of?: Course;
  readonly lesson?: string;
  readonly log?: readonly LogEntry[];
  readonly seed?: string;
  readonly other?: OtherCourse;
  /** Milliseconds since 1970. */
  readonly now?: number;
  /** A clock that moves, used instead of `now`. */
  readonly clock?: () => number;
  readonly peopleHere?: SessionContext['peopleHere'];
  /** The live room of an exercise. */
  readonly live?: Live | undefined;
  readonly lateCommand?: SessionContext['lateCommand'];
};

export function play({
  of = { index: course, material, lessons },
  lesson,
  log: before = [],
  seed = 's',
  other,
  now: fixed = 0,
  clock = () => fixed,
  peopleHere,
  live,
  lateCommand,
}: PlayOptions = {}): Play {
  const { store, log } = sessionInMemory(of, {
    log: before,
    seed: () => seed,
    clock,
    offset: 60,
    ...(other && { other }),
    ...(peopleHere && { peopleHere }),
    ...(live && { live }),
    ...(lateCommand && { lateCommand }),
    ...(lesson !== undefined && { opening: { does: 'open', lesson } }),
  });
  return {
    log,
    do: (...actions) => {
      for (const action of actions) store.dispatch(action);
    },
    state: store.state,
    scene: () => scene(store.state()),
    at: () => where(scene(store.state())),
  };
}

function where(now: Scene): string {
  return 'step' in now ? `${now.kind} ${now.step.id}` : now.kind;
}

/** The actions that answer the check on screen with this choice. */
export function choosing(session: Play, choice: string): Action[] {
  const now = session.scene();
  if (now.kind !== 'check') throw new Error(`no check on screen but ${session.at()}`);
  return [
    { type: 'point', at: now.choices.findIndex(({ id }) => id === choice) },
    { type: 'enter' },
  ];
}

/** The same, and after a miss the learner asks to see the answer, which leads to the verdict. */
export const settling = (session: Play, choice: string): Action[] => [
  ...choosing(session, choice),
  { type: 'show-answer' },
];
