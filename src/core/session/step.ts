import type { Check, Choice, CourseIndex, Lesson } from '../course/course.js';
import type { CourseRecord } from '../course/ledger.js';
import { END } from '../course/lesson.js';
import type { Problem } from '../course/problem.js';
import { grade } from '../grade.js';
import type { Happening, LogEntry, LookUp } from '../log/entry.js';
import type { Certainty } from '../memory/certainty.js';
import { dayOf } from '../memory/day.js';
import { closedBookText } from '../messages/lesson.js';
import { settingNotice } from '../messages/review.js';
import {
  isAnswered,
  placeIn,
  resumeAt,
  stepAfter,
  stepBefore,
  stepsOf,
} from '../progress/attempt.js';
import { checkProgress, openMisses, unanswered } from '../progress/checks.js';
import { hidesVerdicts, isClosedInExercise } from '../progress/exercise.js';
import { lessonToContinue } from '../progress/lesson-status.js';
import type { Place, Progress } from '../progress/progress.js';
import { answered, entryOf } from '../review/quiz.js';
import type { MenuEntry, OtherCourse } from '../scene/menu.js';
import { type Scene, scene } from '../scene/scene.js';
import { goTo } from '../state/navigate.js';
import type { Screen } from '../state/route.js';
import { asksCertainty } from './certainty.js';
import {
  atTime,
  beginExercise,
  type Doing,
  goBackInExercise,
  goOnInExercise,
  handIn,
  openExercise,
  resumeExercise,
  seeAnswers,
  writtenTo,
} from './exercise.js';
import { beginSitting, goOnSitting, openMap, openStand, type SittingKind } from './quizzes.js';
import { reload } from './reload.js';

/**
 * What can be laid over a screen; closing it shows the screen as it was. `inspect` is for an author: what stands
 * behind the screen.
 */
export type OverlayName = 'passages' | 'sources' | 'help' | 'about' | 'inspect';

/** That an author looks at a course in the making. */
export type Preview = {
  /** What keeps the course, as its files now are, from being opened. While there is any, it stands in place of the screen. */
  readonly problems: readonly Problem[];
  /** The first line shown of them. */
  readonly scroll: number;
};

/** How an exercise reaches the facilitator. */
export type HandInPlace = {
  /** The file that the result is written to as it goes. */
  readonly file: string;
  /** What can be read aloud instead; when it is handed in. */
  readonly code?: string;
};

export type State = {
  readonly course: CourseIndex;
  readonly progress: Progress;
  readonly screen: Screen;
  /** The learner's day, as of the latest action. */
  readonly today: number;
  /** A choice, made and not yet given: first the learner says how sure they are. */
  readonly waiting?: string;
  readonly overlay?: OverlayName;
  /** The highlighted entry of the menu or choice list, from 0. */
  readonly highlight: number;
  /** The first line shown, of the screen and of the overlay; nothing: wherever the highlight can be seen. */
  readonly scroll?: number;
  readonly overlayScroll?: number;
  /** Something to be said once, such as that an answer could not be saved; shown until the next action. */
  readonly notice?: string;
  /** What was looked up for each check of this attempt before it was answered. */
  readonly lookUps: Readonly<Record<string, readonly LookUp[]>>;
  /** Another course that is offered, and its id once the learner has chosen to go there. */
  readonly other?: OtherCourse;
  readonly goTo?: string;
  readonly left: boolean;
  /** Of an exercise under way that has a limit: whole minutes, rounded up. */
  readonly minutesLeft?: number;
  /** Of an exercise: where its result is written, and what can be read aloud instead. */
  readonly handIn?: HandInPlace;
  readonly preview?: Preview;
};

export type Action =
  /** Moves the highlight, round at both ends. */
  | { readonly type: 'move'; readonly by: 1 | -1 }
  /** Puts the highlight on an entry, from 0; one that is not there is passed over. */
  | { readonly type: 'point'; readonly at: number }
  | { readonly type: 'point-last' }
  /** Opens the entry, gives the answer, or goes on. */
  | { readonly type: 'enter' }
  /** Goes on where there is nothing to choose. */
  | { readonly type: 'on' }
  /** Gives the choice that was made, with how sure the learner is. */
  | { readonly type: 'sure'; readonly certainty: Certainty }
  | { readonly type: 'back' }
  | { readonly type: 'look'; readonly at: OverlayName }
  | { readonly type: 'hint' }
  | { readonly type: 'more' }
  | { readonly type: 'scroll'; readonly to: number }
  /** Out of the overlay, or of the lesson. */
  | { readonly type: 'close' }
  | { readonly type: 'quit' }
  /** Time has gone by; the result of an exercise may by now be written elsewhere. */
  | { readonly type: 'tick'; readonly file?: string }
  /** The course's files have changed: the world has the new ones. `open` begins in a lesson instead of going on. */
  | { readonly type: 'reload'; readonly course: CourseIndex; readonly open?: string }
  /** The course's files have changed, and cannot be opened as they are. */
  | { readonly type: 'mistakes'; readonly problems: readonly Problem[] };

/** What the session needs from outside: each call answers the same or is recorded in what happened. */
export type World = {
  /** The whole lesson. Throws for an id that the course does not have. */
  readonly lesson: (id: string) => Lesson;
  /** A seed for a new attempt. */
  readonly seed: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The learner's offset from UTC in minutes, east positive. */
  readonly offset: () => number;
  /** Passages, ledger and sources. */
  readonly record: () => CourseRecord;
  /** The whole log, in whatever order. */
  readonly history: () => readonly LogEntry[];
};

/** What a session can begin with, if not at home. */
export type Opening =
  | { readonly does: 'open'; readonly lesson: string }
  | { readonly does: SittingKind };

/** A new state, and what is to be recorded of the way there. */
export type Outcome = { readonly state: State; readonly happened: readonly Happening[] };

/** Begins at home, in a lesson, or in a sitting. */
export function start(
  course: CourseIndex,
  progress: Progress,
  world: World,
  opening?: Opening,
  other?: OtherCourse,
  handInPlace?: HandInPlace,
): Outcome {
  const home: State = {
    course,
    progress,
    screen: { name: 'home' },
    today: todayIn(world),
    highlight: 0,
    lookUps: {},
    ...(other && { other }),
    ...(handInPlace && { handIn: handInPlace }),
    left: false,
  };
  if (!opening) return inExercise(atTime(home, world.now()), world, openExercise);
  return opening.does === 'open'
    ? openLesson(home, opening.lesson, world)
    : still(beginSitting(home, opening.does, world));
}

export const todayIn = (world: Pick<World, 'now' | 'offset'>): number =>
  dayOf(world.now(), world.offset());

/** The lesson that `learn` without a name opens. */
export const lessonToLearn = (course: CourseIndex, progress: Progress): string | undefined =>
  lessonToContinue(course, progress)?.id ??
  course.lessons.find((lesson) => lesson.id === progress.latest)?.id ??
  course.lessons[0]?.id;

/** The one rule of what an action does. The progress in the new state is the old one: see `advance`. */
export function step(before: State, action: Action, world: World): Outcome {
  const now = atTime(before, world.now());
  if (now.minutesLeft === 0) return inExercise(now, world, (doing) => handIn(doing, 'time'));
  if (action.type === 'tick') return still(writtenTo(now, action.file));
  const { notice: _, ...rest } = now;
  const state = { ...rest, today: todayIn(world) };
  if (hasMistakes(state) && !AMID_MISTAKES.includes(action.type)) return still(state);
  switch (action.type) {
    case 'move':
      return still(move(state, action.by));
    case 'point':
      return still(point(state, action.at));
    case 'point-last':
      return still(point(state, entryCount(state) - 1));
    case 'enter':
      return enter(state, world);
    case 'sure':
      return sure(state, action.certainty, world);
    case 'on':
      return goOn(state, world);
    case 'back':
      return goBack(state, world);
    case 'look':
      return still(look(state, action.at));
    case 'hint':
      return still(hint(state));
    case 'more':
      return still(showMore(state));
    case 'scroll':
      return still(scrollTo(state, action.to));
    case 'close':
      return still(close(state));
    case 'quit':
      return still({ ...state, left: true });
    case 'reload':
      return takeCourse(state, action, world);
    case 'mistakes':
      return still(showMistakes(state, action.problems));
  }
}

const still = (state: State): Outcome => ({ state, happened: [] });

/** Does it in the exercise that the session is of; nothing where it is of none. */
function inExercise(state: State, world: World, doing: (what: Doing) => Outcome): Outcome {
  const { exercise } = state.progress;
  return exercise ? doing({ state, exercise, world }) : still(state);
}

/** Whether mistakes in the course stand in place of the screen. */
export const hasMistakes = ({ preview }: State): boolean =>
  preview !== undefined && preview.problems.length > 0;

/** What can be done while they do: the screen behind them is of a course that is no more. */
const AMID_MISTAKES: readonly Action['type'][] = ['scroll', 'quit', 'reload', 'mistakes'];

function takeCourse(
  state: State,
  { course, open }: Extract<Action, { type: 'reload' }>,
  world: World,
): Outcome {
  const reloaded = reload(state, course, world);
  return open === undefined ? reloaded : openLesson(reloaded.state, open, world);
}

/** Those before may be mended from the top down: what is shown of them stays where it is. */
const showMistakes = (state: State, problems: readonly Problem[]): State => ({
  ...state,
  preview: { problems, scroll: state.preview?.scroll ?? 0 },
});

function scrollTo(state: State, to: number): State {
  if (state.preview && hasMistakes(state))
    return { ...state, preview: { ...state.preview, scroll: to } };
  return state.overlay ? { ...state, overlayScroll: to } : { ...state, scroll: to };
}

function entryCount(state: State): number {
  const now = scene(state);
  if (state.overlay) return 0;
  if (now.kind === 'check' || now.kind === 'sure') return now.choices.length;
  return 'menu' in now ? now.menu.length : 0;
}

function move(state: State, by: number): State {
  const count = entryCount(state);
  return count === 0 ? state : point(state, (state.highlight + by + count) % count);
}

/** Another choice instead of the one that waits for how sure it is. */
function point(state: State, at: number): State {
  if (at < 0 || at >= entryCount(state)) return state;
  const { scroll: _s, waiting: _w, ...rest } = state;
  return { ...rest, highlight: at };
}

function enter(state: State, world: World): Outcome {
  if (state.overlay) return still(state);
  const now = scene(state);
  if (now.kind === 'check') return decide(state, now, world);
  if (leadsOn(now)) return goOn(state, world);
  const entry = 'menu' in now ? now.menu[state.highlight] : undefined;
  return entry ? choose(state, entry, world) : still(state);
}

/** Gives the highlighted choice, or first asks how sure it is. */
function decide(state: State, now: Extract<Scene, { kind: 'check' }>, world: World): Outcome {
  const choice = now.choices[state.highlight];
  if (!choice) return still(state);
  if (!asksCertainty(state, now.step)) return answer(state, now.step, choice, world);
  // What it is answered with stands below the choices, which may fill the page.
  return still({ ...state, waiting: choice.id, scroll: Number.MAX_SAFE_INTEGER });
}

function sure(state: State, certainty: Certainty, world: World): Outcome {
  const now = scene(state);
  if (state.overlay || now.kind !== 'sure') return still(state);
  return answer(state, now.step, now.chosen, world, certainty);
}

function choose(state: State, entry: MenuEntry, world: World): Outcome {
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
      return still(beginSitting(state, entry.does, world));
    case 'settings':
      return still(goTo(state, { name: 'settings' }));
    case 'stand':
      return still(openStand(state, world));
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
      return still({ ...state, left: true, goTo: entry.course.id });
  }
}

function set(state: State, { key, value }: Extract<MenuEntry, { does: 'set' }>): Outcome {
  // The offer goes away when it is taken: the entry that then has its place must not be next.
  const highlight = state.screen.name === 'settings' ? state.highlight : 0;
  const notice = settingNotice(key, value);
  return {
    state: { ...state, highlight, ...(notice !== undefined && { notice }) },
    happened: [{ k: 'set', key, value }],
  };
}

function openCell(state: State): State {
  const { screen, highlight } = state;
  return screen.name === 'map' ? goTo(state, { ...screen, name: 'cell', cell: highlight }) : state;
}

function openLesson(state: State, id: string, world: World): Outcome {
  const lesson = world.lesson(id);
  const place = placeIn(state.progress, id);
  if (!place) return begin(state, lesson, world.seed());
  const at = resumeAt(lesson, place);
  const added = at === END ? unanswered(lesson, state.progress).map((check) => check.id) : [];
  return added.length > 0 ? begin(state, lesson, place.seed, added) : arrive(state, lesson, at);
}

function begin(state: State, lesson: Lesson, seed: string, only?: readonly string[]): Outcome {
  const place: Place = { seed, ...(only && { only }), step: '', answers: {} };
  const first = stepsOf(lesson, place)[0]?.id ?? END;
  const { state: arrived, happened } = arrive({ ...state, lookUps: {} }, lesson, first);
  const started = { k: 'start', lesson: lesson.id, seed, ...(only && { only }) } as const;
  return { state: arrived, happened: [started, ...happened] };
}

/** The same order of choices as in the attempt before: reshuffling on a retry disorients. */
function retry(state: State, id: string, world: World): Outcome {
  const lesson = world.lesson(id);
  const missed = openMisses(lesson, state.progress).map((check) => check.id);
  const seed = placeIn(state.progress, id)?.seed ?? world.seed();
  return begin(state, lesson, seed, missed);
}

/** At another step, with nothing yet done there. */
function arrive(state: State, lesson: Lesson, to: string): Outcome {
  const screen = { name: 'lesson', lesson, step: to, more: false } as const;
  return {
    state: goTo(state, screen),
    happened: [{ k: 'at', lesson: lesson.id, step: to }],
  };
}

function answer(
  state: State,
  check: Check,
  choice: Choice,
  world: World,
  certainty?: Certainty,
): Outcome {
  const { scroll: _s, waiting: _w, ...rest } = state;
  const { screen } = state;
  const given = {
    choice: choice.id,
    right: grade(check, choice.id).right,
    ...(certainty && { certainty }),
    course: state.course.hash,
    offset: world.offset(),
  };
  if (screen.name === 'sitting' && screen.sitting.question) {
    const sitting = answered(screen.sitting, choice.id, given.right);
    const entry = entryOf(screen.sitting.question, given);
    return { state: { ...rest, screen: { ...screen, sitting } }, happened: [entry] };
  }
  if (screen.name !== 'lesson') return still(state);
  const entry: Happening = {
    k: 'answer',
    lesson: screen.lesson.id,
    check: check.id,
    try: (checkProgress(state.progress, check.id)?.tries ?? 0) + 1,
    lookUps: lookUpsFor(state, check.id),
    ...given,
  };
  return inHiding(rest, entry, world);
}

/** Where verdicts wait until all is handed in, an answer leads to the next step. */
function inHiding(state: State, entry: Happening, world: World): Outcome {
  const { exercise } = state.progress;
  if (!exercise || !hidesVerdicts(exercise)) return { state, happened: [entry] };
  const { state: gone, happened } = goOnInExercise({ state, exercise, world });
  return { state: gone, happened: [entry, ...happened] };
}

type Leading = Extract<Scene, { kind: 'reading' | 'verdict' | 'given' }>;

/** Whether there is nothing to choose, and a step to go on to. */
const leadsOn = (now: Scene): now is Leading =>
  now.kind === 'reading' || now.kind === 'verdict' || now.kind === 'given';

/** From a reading or a verdict to the next step; a check is left by answering it. */
function goOn(state: State, world: World): Outcome {
  const now = scene(state);
  if (state.overlay || !leadsOn(now)) return still(state);
  if (!now.lesson) return still(goOnSitting(state, world));
  if (state.progress.exercise) return inExercise(state, world, goOnInExercise);
  const place = placeIn(state.progress, now.lesson.id);
  return place
    ? arrive(state, now.lesson, stepAfter(now.lesson, place, now.step.id))
    : still(state);
}

/** To the step before; out of the overlay, and out of the lesson at its first step. */
function goBack(state: State, world: World): Outcome {
  if (state.overlay || state.waiting !== undefined || state.screen.name !== 'lesson')
    return still(close(state));
  if (state.progress.exercise) return inExercise(state, world, goBackInExercise);
  const { lesson, step: id } = state.screen;
  const place = placeIn(state.progress, lesson.id);
  const to = place && stepBefore(lesson, place, id);
  return to === undefined ? still(goHome(state)) : arrive(state, lesson, to);
}

const goHome = (state: State): State => goTo(state, { name: 'home' });

/** Out of what is on top: the overlay, the question how sure, a cell of the map, the screen. */
function close(state: State): State {
  const { overlay, overlayScroll: _s, ...rest } = state;
  if (overlay) return rest;
  const { waiting, scroll: _c, ...asked } = state;
  if (waiting !== undefined) return asked;
  const { screen } = state;
  if (screen.name === 'cell') return goTo(state, { name: 'map', map: screen.map }, screen.cell);
  return screen.name === 'home' ? state : goHome(state);
}

/** Opens an overlay; the key of the one that is open closes it. */
function look(state: State, at: OverlayName): State {
  if (state.overlay === at) return close(state);
  if (at === 'inspect' && !state.preview) return state;
  const isLookUp = at === 'passages' || at === 'sources';
  if (isLookUp && isClosedBook(state)) return { ...state, notice: closedBookText(state.screen) };
  const { overlayScroll: _, ...rest } = state;
  return { ...(isLookUp ? noteLookUp(rest, at) : rest), overlay: at };
}

function hint(state: State): State {
  if (state.overlay || scene(state).kind !== 'check') return state;
  if (isClosedBook(state)) return { ...state, notice: closedBookText(state.screen) };
  // It stands below the choices, which may fill the page.
  return { ...noteLookUp(state, 'hint'), scroll: Number.MAX_SAFE_INTEGER };
}

/** The book stays closed until the lesson's end: a look between two checks, or from home, would be as good as one. */
function isClosedBook(state: State): boolean {
  const { screen, course, progress } = state;
  if (progress.exercise) return isClosedInExercise(course, progress, progress.exercise);
  if (screen.name === 'lesson') return screen.lesson.closedBook && screen.step !== END;
  if (screen.name === 'sitting') return screen.sitting.question !== undefined;
  const { latest, place } = latestPlace(state);
  return latest?.closedBook === true && place !== undefined && place.step !== END;
}

/**
 * Only what is looked up before the answer counts: at the check, or from home while a check waits to be gone on with.
 */
function noteLookUp(state: State, at: LookUp): State {
  const check = waitingCheck(state);
  if (check === undefined) return state;
  const before = lookUpsFor(state, check);
  if (before.includes(at)) return state;
  return { ...state, lookUps: { ...state.lookUps, [check]: [...before, at] } };
}

/** What was looked up for a check in this attempt. */
export const lookUpsFor = (state: State, check: string): readonly LookUp[] =>
  Object.hasOwn(state.lookUps, check) ? (state.lookUps[check] ?? []) : [];

/** The check that the learner stands at and has not answered. */
function waitingCheck(state: State): string | undefined {
  const now = scene(state);
  if (now.kind === 'check' || now.kind === 'sure') return now.step.id;
  const { latest, place } = latestPlace(state);
  const isHome = now.kind === 'home' || now.kind === 'exercise';
  if (!isHome || !latest || !place || isAnswered(place, place.step)) return undefined;
  return latest.checks.includes(place.step) ? place.step : undefined;
}

function latestPlace({ course, progress }: State) {
  const latest = course.lessons.find((lesson) => lesson.id === progress.latest);
  return { latest, place: latest && placeIn(progress, latest.id) };
}

function showMore(state: State): State {
  const { scroll: _, screen, ...rest } = state;
  if (state.overlay || scene(state).kind !== 'verdict' || !('more' in screen)) return state;
  return { ...rest, screen: { ...screen, more: !screen.more } };
}
