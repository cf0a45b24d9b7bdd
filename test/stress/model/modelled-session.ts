import { isDeepStrictEqual } from 'node:util';
import type { LogEntry } from '../../../src/core/log-entry.js';
import { emptyProgress, foldAll, foldOnto } from '../../../src/core/progress.js';
import { type Scene, scene } from '../../../src/core/scene.js';
import type { State } from '../../../src/core/session.js';
import { actionFor, type KeyContext } from '../../../src/ui/keys.js';
import { layOut, textWidth } from '../../../src/ui/layout.js';
import type { Page } from '../../../src/ui/page.js';
import { pageFor } from '../../../src/ui/page-for.js';
import { attemptAt, DAY, stampsFrom } from '../../e2e/past.js';
import { NOW, sessionInMemory } from '../../support/session-in-memory.js';
import { isAnswer } from '../answer-log.js';
import { gradingFaults } from '../graded-log.js';
import { COURSE, index, lessons, record } from '../shipped-course.js';
import type { WindowSize } from '../window-size.js';
import type { Press } from './ink-in-memory.js';
import type { Plan } from './plan.js';
import { type Given, press, type Question } from './question-model.js';

const stamp = stampsFrom(NOW - 30 * DAY, 'past');
const monthAgo = lessons.flatMap((lesson) => attemptAt(lesson, stamp));
const progressMonthAgo = foldAll(monthAgo);

const CERTAINTY_ON: LogEntry = { k: 'set', key: 'certainty', value: 'on', id: 'on', t: NOW - 1 };

/** The program's session, in which each key is compared with the model. */
export function modelledSession({ opening, isDone, asksCertainty, seed, size }: Plan) {
  const settings = asksCertainty ? [CERTAINTY_ON] : [];
  const before = [...(isDone ? monthAgo : []), ...settings];
  const progress = foldOnto(isDone ? progressMonthAgo : emptyProgress, settings);
  let attempts = 0;
  const { store, log } = sessionInMemory(
    { index, record, lessons },
    { log: before, progress, opening, seed: () => `${seed} ${attempts++}` },
  );
  const pageOf = latestPage(textWidth(size));
  let question: Question | undefined;

  /** Takes a key. @returns a fault, if there is one */
  const take = (pressed: Press): string | undefined => {
    const state = store.state();
    const now = scene(state);
    question = followed(question, now);
    const context = contextOf(state, size, pageOf);
    const given = question && !state.overlay ? answerTo(question, pressed, context) : undefined;
    const known = log.length;
    const action = actionFor(pressed.input, pressed.key, context);
    if (action) store.dispatch(action);
    const kept = log.slice(known).filter(isAnswer);
    return answerFault(kept, given && entryOf(now, given)) ?? placeFault(store.state());
  };

  function answerTo(asked: Question, pressed: Press, context: KeyContext): Given | undefined {
    const showsHighlight = () => context.layout.showsHighlight;
    const isSure = isAskedHowSure(log, scene(context.state));
    const { after, given } = press(asked, pressed, { showsHighlight, asksCertainty: isSure });
    question = after;
    return given;
  }

  /** The program has highlighted what the model has, as long as the question is the same. */
  function placeFault(state: State): string | undefined {
    const now = scene(state);
    const asked = question;
    question = followed(asked, now);
    if (!asked || question !== asked) return undefined;
    const pending = now.kind === 'sure' ? now.chosen.id : undefined;
    const isSame = pending === asked.pending && state.highlight === asked.highlight;
    return isSame
      ? undefined
      : `${pending} made, ${state.highlight} highlighted, should be ${asked.pending} and ${asked.highlight} (${asked.check})`;
  }

  return {
    take,
    state: store.state,
    hasQuit: () => store.state().left,
    gradingFaults: () => gradingFaults(log, COURSE, before.length),
    answers: () => log.slice(before.length).filter(isAnswer).length,
  };
}

/** The model of the question on screen: the one before, or a new one; undefined if none is asked. */
function followed(question: Question | undefined, now: Scene): Question | undefined {
  if (now.kind !== 'check' && now.kind !== 'sure') return undefined;
  if (question?.check === now.step.id) return question;
  return { check: now.step.id, choices: now.choices, highlight: 0, pending: undefined };
}

/** A page takes longer to make than all else, and is the same wherever it is scrolled to. */
function latestPage(width: number): (state: State) => Page {
  let latest: { readonly of: object; readonly page: Page } | undefined;
  return (state) => {
    const { scroll: _s, overlayScroll: _o, ...of } = state;
    if (!latest || !isSame(of, latest.of))
      latest = { of, page: pageFor(state, () => record, width) };
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
  if ('sitting' in now && now.sitting) return now.sitting.kind === 'review';
  return !log.some((entry) => entry.k === 'answer' && entry.check === now.step.id);
}

/** What an answer must add to the log. */
function entryOf(now: Scene, given: Given): object {
  if (now.kind !== 'check' && now.kind !== 'sure') throw new Error(`no question but ${now.kind}`);
  if (now.lesson) return { k: 'answer', lesson: now.lesson.id, check: now.step.id, ...given };
  const from = now.sitting?.question?.from;
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
