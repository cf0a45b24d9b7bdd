import { isDeepStrictEqual } from 'node:util';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { emptyProgress, foldAll, foldOnto } from '../../../src/core/progress/fold.js';
import type { Progress } from '../../../src/core/progress/progress.js';
import { highlightOf, type Scene, scene } from '../../../src/core/scene/scene.js';
import type { SessionStore } from '../../../src/core/session/session-store.js';
import type { State } from '../../../src/core/state/state.js';
import { actionFor, type KeyContext } from '../../../src/ui/keys/keys.js';
import { layOut } from '../../../src/ui/layout/fit.js';
import type { Page } from '../../../src/ui/layout/page.js';
import { textWidth } from '../../../src/ui/layout/window.js';
import { pageOf } from '../../../src/ui/pages/page.js';
import { attemptAt, DAY, stampsFrom } from '../../support/past.js';
import { NOW, sessionInMemory } from '../../support/session-in-memory.js';
import { isAnswer } from '../answer-log.js';
import { gradingFaults } from '../graded-log.js';
import { kindsCourse, type PlayedCourse, shippedCourse } from '../played-course.js';
import type { WindowSize } from '../window-size.js';
import {
  type Asked,
  asked,
  asksForAnswer,
  entriesOf,
  type GivenAnswer,
  pageAfter,
  placeInModel,
  placeOnPage,
  pressOn,
} from './asked.js';
import type { Press } from './ink-in-memory.js';
import type { Plan } from './plan.js';

type Past = { readonly log: readonly LogEntry[]; readonly progress: Progress };

const PASTS: ReadonlyMap<PlayedCourse, Past> = new Map(
  [shippedCourse, kindsCourse].map((course) => [course, monthAgo(course)]),
);

/** The past of a learner who went through the course a month ago. */
function monthAgo({ lessons }: PlayedCourse): Past {
  const stamp = stampsFrom(NOW - 30 * DAY, 'past');
  const log = lessons.flatMap((lesson) => attemptAt(lesson, stamp));
  return { log, progress: foldAll(log) };
}

/** What a plan begins with besides the past: the setting, and the step at which the lesson resumes. */
function beginningOf({ opening, step, asksForCertainty }: Plan): LogEntry[] {
  const stamp = stampsFrom(NOW - 5000, 'begin');
  const setting = { ...stamp(), k: 'set', key: 'certainty', value: 'on' } as const;
  if (opening?.does !== 'open' || step === undefined) return asksForCertainty ? [setting] : [];
  const { lesson } = opening;
  return [
    ...(asksForCertainty ? [setting] : []),
    { ...stamp(), k: 'start', lesson, seed: 'resumed' },
    { ...stamp(), k: 'at', lesson, step },
  ];
}

/** The program's session, in which each key is compared with the model. */
export class ModelledSession {
  private readonly store: SessionStore;
  private readonly log: readonly LogEntry[];
  /** How many entries the log began with. */
  private readonly before: number;
  private readonly pageOf: (state: State) => Page;
  private readonly size: WindowSize;
  private readonly course: PlayedCourse;
  private asked: Asked | undefined;

  constructor(plan: Plan) {
    const { course, opening, isDone, seed, size } = plan;
    const past = isDone ? PASTS.get(course) : undefined;
    const begun = beginningOf(plan);
    const log = [...(past?.log ?? []), ...begun];
    const progress = foldOnto(past?.progress ?? emptyProgress, begun);
    let attempts = 0;
    const beginning = { log, progress, opening, seed: () => `${seed} ${attempts++}` };
    const session = sessionInMemory(course, beginning);
    this.store = session.store;
    this.log = session.log;
    this.before = log.length;
    this.pageOf = latestPage(textWidth(size), course);
    this.size = size;
    this.course = course;
    this.asked = asked(undefined, scene(this.state));
  }

  get state(): State {
    return this.store.state();
  }

  /** Takes a key. @returns a fault, if there is one */
  take(pressed: Press): string | undefined {
    const now = scene(this.state);
    const context = contextOf(this.state, this.size, this.pageOf);
    const given = this.answersTo(pressed, context, now);
    const isShown = context.state.overlay === undefined && asksForAnswer(pressed, now);
    const known = this.log.length;
    const action = actionFor(pressed.input, pressed.key, context);
    if (action) this.store.dispatch(action);
    const added = this.log.slice(known);
    return (
      answerFault(added, entriesOf(now, given)) ??
      shownFault(added, isShown) ??
      this.pageFault(pageAfter(now, given, isShown)) ??
      this.firstFault(now, given) ??
      this.placeFault()
    );
  }

  /** What the model says that a key answers. */
  private answersTo(pressed: Press, context: KeyContext, now: Scene): readonly GivenAnswer[] {
    if (!this.asked || context.state.overlay) return [];
    const { after, given } = pressOn(this.asked, now, pressed, {
      showsHighlight: () => context.layout.showsHighlight,
      asksForCertainty: isAskedHowSure(this.log, now),
    });
    this.asked = after;
    return given;
  }

  private pageFault(should: Scene['kind'] | undefined): string | undefined {
    const { kind } = scene(this.state);
    return should === undefined || kind === should
      ? undefined
      : `${kind} follows, should be ${should}`;
  }

  /** Of several answers in an attempt, the first one counts. */
  private firstFault(now: Scene, given: readonly GivenAnswer[]): string | undefined {
    const lesson = 'lesson' in now && now.lesson ? now.lesson.id : '';
    const begun = this.log.findLastIndex((one) => one.k === 'start' && one.lesson === lesson);
    const answers = this.log.slice(begun).filter((entry) => entry.k === 'answer');
    const counted = this.state.progress.attempts[lesson]?.answers ?? {};
    return given
      .filter(({ check: { id } }) => {
        const first = answers.find(({ check }) => check === id);
        return first && first.choice !== counted[id]?.choice;
      })
      .map(({ check: { id } }) => `${id} does not count as answered first`)[0];
  }

  /** The program has highlighted what the model has: nothing on a new question. */
  private placeFault(): string | undefined {
    const now = scene(this.state);
    this.asked = asked(this.asked, now);
    if (!this.asked) return undefined;
    const [is, should] = [placeOnPage(this.state, now), placeInModel(this.asked)];
    return is === should ? undefined : `${is}, should be ${should}`;
  }

  gradingFaults(): readonly string[] {
    return gradingFaults(this.log, this.course.index.id, this.before);
  }

  /** How many answers were given: all, first misses, and rows of boards; and how often the answer was shown. */
  get counts(): readonly number[] {
    const added = this.log.slice(this.before);
    const rows = this.course.lessons.flatMap(({ body }) =>
      body.flatMap((step) => (step.kind === 'board' ? step.rows.map(({ id }) => id) : [])),
    );
    return [
      added.filter(isAnswer),
      added.filter((entry) => entry.k === 'answer' && entry.again),
      added.filter((entry) => entry.k === 'answer' && rows.includes(entry.check)),
      added.filter(isShownAnswer),
    ].map(({ length }) => length);
  }
}

const isShownAnswer = (entry: LogEntry): boolean => entry.k === 'at' && entry.shown === true;

const shownFault = (added: readonly LogEntry[], should: boolean): string | undefined =>
  added.some(isShownAnswer) === should ? undefined : `the answer was ${should ? 'not ' : ''}shown`;

/** A page takes longer to make than all else, and is the same wherever it is scrolled to. */
function latestPage(width: number, { material }: PlayedCourse): (state: State) => Page {
  let latest: { readonly of: object; readonly page: Page } | undefined;
  return (state) => {
    const { scroll: _s, overlayScroll: _o, ...of } = state;
    if (!latest || !isSame(of, latest.of))
      latest = { of, page: pageOf(state, () => material, width) };
    return latest.page;
  };
}

/** Whether all fields hold the very same values. */
const isSame = (one: object, other: object): boolean =>
  isDeepStrictEqual(Object.keys(one), Object.keys(other)) &&
  Object.values(one).every((value, i) => value === Object.values(other)[i]);

/** Few keys ask for the layout. */
const contextOf = (state: State, size: WindowSize, pageOf: (state: State) => Page): KeyContext => ({
  state,
  width: textWidth(size),
  get layout() {
    const { overlay, overlayScroll = 0 } = state;
    const highlight = highlightOf(state, scene(state));
    const scroll = overlay ? overlayScroll : state.scroll;
    return layOut(pageOf(state), size, { highlight, scroll }, []);
  },
});

/** Where the setting is on, certainty is asked at an answer that counts: neither in practice nor in drills. */
function isAskedHowSure(log: readonly LogEntry[], now: Scene): boolean {
  const setting = log.findLast((entry) => entry.k === 'set' && entry.key === 'certainty');
  if (setting?.k !== 'set' || setting.value !== 'on' || !('step' in now)) return false;
  if ('quiz' in now && now.quiz) return now.quiz.kind === 'review';
  return !log.some((entry) => entry.k === 'answer' && entry.check === now.step.id);
}

const COMPARED = [
  'k',
  'lesson',
  'check',
  'mirror',
  'claim',
  'asks',
  'round',
  'of',
  'choice',
  'certainty',
  'again',
];

const compared = (entry: LogEntry): object =>
  Object.fromEntries(Object.entries(entry).filter(([name]) => COMPARED.includes(name)));

function answerFault(added: readonly LogEntry[], should: readonly object[]): string | undefined {
  const entries = added.filter(isAnswer).map(compared);
  return isDeepStrictEqual(entries, should)
    ? undefined
    : `kept ${JSON.stringify(entries)}, should be ${JSON.stringify(should)}`;
}
