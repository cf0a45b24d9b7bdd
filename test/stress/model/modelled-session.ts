import { isDeepStrictEqual } from 'node:util';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { emptyProgress, foldAll, foldOnto } from '../../../src/core/progress/fold.js';
import { type Scene, scene } from '../../../src/core/scene/scene.js';
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
import { COURSE, index, lessons, material } from '../shipped-course.js';
import type { WindowSize } from '../window-size.js';
import type { Press } from './ink-in-memory.js';
import type { Plan } from './plan.js';
import { type Given, press, type Question } from './question-model.js';

const stamp = stampsFrom(NOW - 30 * DAY, 'past');
const monthAgo = lessons.flatMap((lesson) => attemptAt(lesson, stamp));
const progressMonthAgo = foldAll(monthAgo);

const CERTAINTY_ON: LogEntry = { k: 'set', key: 'certainty', value: 'on', id: 'on', t: NOW - 1 };

/** The program's session, in which each key is compared with the model. */
export class ModelledSession {
  private readonly store: SessionStore;
  private readonly log: readonly LogEntry[];
  /** How many entries the log began with. */
  private readonly before: number;
  private readonly pageOf: (state: State) => Page;
  private readonly size: WindowSize;
  private question: Question | undefined;

  constructor({ opening, isDone, asksForCertainty, seed, size }: Plan) {
    const settings = asksForCertainty ? [CERTAINTY_ON] : [];
    const log = [...(isDone ? monthAgo : []), ...settings];
    const progress = foldOnto(isDone ? progressMonthAgo : emptyProgress, settings);
    let attempts = 0;
    const beginning = { log, progress, opening, seed: () => `${seed} ${attempts++}` };
    const session = sessionInMemory({ index, material, lessons }, beginning);
    this.store = session.store;
    this.log = session.log;
    this.before = log.length;
    this.pageOf = latestPage(textWidth(size));
    this.size = size;
  }

  get state(): State {
    return this.store.state();
  }

  /** Takes a key. @returns a fault, if there is one */
  take(pressed: Press): string | undefined {
    const now = scene(this.state);
    this.question = followed(this.question, now);
    const context = contextOf(this.state, this.size, this.pageOf);
    const given = this.answerTo(pressed, context, now);
    const known = this.log.length;
    const action = actionFor(pressed.input, pressed.key, context);
    if (action) this.store.dispatch(action);
    const kept = this.log.slice(known).filter(isAnswer);
    return answerFault(kept, given && entryOf(now, given)) ?? this.placeFault();
  }

  /** What the model says that a key gives. */
  private answerTo(pressed: Press, context: KeyContext, now: Scene): Given | undefined {
    if (!this.question || context.state.overlay) return undefined;
    const { after, given } = press(this.question, pressed, {
      showsHighlight: () => context.layout.showsHighlight,
      asksForCertainty: isAskedHowSure(this.log, now),
    });
    this.question = after;
    return given;
  }

  /** As long as the question is the same, the program has highlighted what the model has. */
  private placeFault(): string | undefined {
    const now = scene(this.state);
    const asked = this.question;
    this.question = followed(asked, now);
    if (!asked || this.question !== asked) return undefined;
    const is = placeText(
      now.kind === 'certainty' ? now.chosen.id : undefined,
      this.state.highlight,
    );
    const should = placeText(asked.pending, asked.highlight);
    return is === should ? undefined : `${is}, should be ${should} (${asked.check})`;
  }

  gradingFaults(): readonly string[] {
    return gradingFaults(this.log, COURSE, this.before);
  }

  get answers(): number {
    return this.log.slice(this.before).filter(isAnswer).length;
  }
}

const placeText = (pending: string | undefined, highlight: number): string =>
  `${pending ?? 'nothing'} made, ${highlight} highlighted`;

/** The model of the question on screen: the one before, or a new one; undefined if none is asked. */
function followed(question: Question | undefined, now: Scene): Question | undefined {
  if (now.kind !== 'check' && now.kind !== 'certainty') return undefined;
  if (question?.check === now.step.id) return question;
  return { check: now.step.id, choices: now.choices, highlight: 0, pending: undefined };
}

/** A page takes longer to make than all else, and is the same wherever it is scrolled to. */
function latestPage(width: number): (state: State) => Page {
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
    const { highlight, overlay, overlayScroll = 0 } = state;
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

/** What an answer must add to the log. */
function entryOf(now: Scene, given: Given): object {
  if (now.kind !== 'check' && now.kind !== 'certainty')
    throw new Error(`no question but ${now.kind}`);
  if (now.lesson) return { k: 'answer', lesson: now.lesson.id, check: now.step.id, ...given };
  const from = now.quiz?.question?.from;
  if (from?.kind === 'drill') return { k: 'drill', claim: from.claim, asks: from.asks, ...given };
  return { k: 'review', check: from?.check, ...(from?.mirror && { mirror: true }), ...given };
}

const COMPARED = ['k', 'lesson', 'check', 'mirror', 'claim', 'asks', 'choice', 'certainty'];

const compared = (entry: LogEntry): object =>
  Object.fromEntries(Object.entries(entry).filter(([name]) => COMPARED.includes(name)));

function answerFault(kept: readonly LogEntry[], expected: object | undefined): string | undefined {
  const entries = kept.map(compared);
  const should = expected ? [expected] : [];
  return isDeepStrictEqual(entries, should)
    ? undefined
    : `kept ${JSON.stringify(entries)}, should be ${JSON.stringify(should)}`;
}
