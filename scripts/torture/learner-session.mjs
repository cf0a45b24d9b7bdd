import { readFileSync } from 'node:fs';
import { ANSWERS, entriesIn, wrongIn } from './graded.mjs';
import { inkKeys } from './ink-keys.mjs';
import { COURSE, goneThrough, index, inFolder, lessons, logOf, record } from './program.mjs';
import { newQuestion, press } from './question.mjs';

const NOW = 1e12;
const A_MONTH = 30 * 86_400_000;
const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 40, rows: 12 },
  { columns: 200, rows: 50 },
];

/** What somebody has kept who went through the course a month ago, so that all of it has come due. */
const monthOld = () =>
  inFolder((data) => {
    goneThrough(data);
    const entries = entriesIn(readFileSync(logOf(data), 'utf8'));
    return entries.map((entry, n) => ({ ...entry, id: `past${n}`, t: NOW - A_MONTH + n }));
  });

const CERTAINTY_ON = { k: 'set', key: 'certainty', value: 'on', id: 'on', t: NOW - 1 };

/** Where a run begins, and after what: a course that is new or done, with or without being asked how sure one is. */
function beginning(mine, past) {
  const roll = mine.next();
  const lesson = mine.pick(index.lessons).id;
  const opening =
    roll < 0.5
      ? { does: 'open', lesson }
      : roll < 0.8
        ? { does: mine.pick(['review', 'drill']) }
        : undefined;
  const isDone = opening?.does === 'review' || mine.next() < 0.2;
  const isSure = mine.next() < 0.4;
  return { opening, log: [...(isDone ? past : []), ...(isSure ? [CERTAINTY_ON] : [])] };
}

/** @returns a function that begins a session of the program's core, in which each key is held against the model */
export async function learnerSession(tool) {
  const { actionFor, createSessionStore, foldAll, foldOnto, layOut } = tool;
  const { pageFor, scene, start, textWidth } = tool;
  const keyOf = inkKeys(tool);
  const past = await monthOld();

  /** The program's session, on a log in memory. */
  function open(mine, log, opening) {
    const world = {
      lesson: (id) => lessons.find((one) => one.id === id),
      seed: () => `s${mine.whole(0, 999)}`,
      now: () => NOW + log.length,
      offset: () => 0,
      record: () => record,
      history: () => log,
    };
    let progress = foldAll(log);
    const keep = (happened) => {
      const from = log.length;
      for (const one of happened) log.push({ ...one, id: `e${log.length}`, t: NOW + log.length });
      progress = foldOnto(progress, log.slice(from));
      return progress;
    };
    return createSessionStore(start(index, progress, world, opening), world, keep, () => undefined);
  }

  /** How the page lies in the window, worked out only where a key asks for it: that takes longer than all else. */
  function contextOf(state, size, pages) {
    const width = textWidth(size);
    let layout;
    const made = () => {
      const scroll = state.overlay ? (state.overlayScroll ?? 0) : state.scroll;
      const page = pages(state, () => pageFor(state, () => record, width));
      return layOut(page, size, { highlight: state.highlight, scroll }, []);
    };
    return {
      state,
      width,
      get layout() {
        layout ??= made();
        return layout;
      },
    };
  }

  return function begin(mine) {
    const { opening, log } = beginning(mine, past);
    const before = log.length;
    const size = mine.pick(SIZES);
    const store = open(mine, log, opening);
    const pages = latestPage();
    const faults = [];
    let question;
    const follow = () => {
      const now = scene(store.state());
      if (now.kind !== 'check' && now.kind !== 'sure') question = undefined;
      else if (question?.step.id !== now.step.id) question = newQuestion(now);
      return now;
    };

    /** @returns whether the session goes on */
    function pressed(one) {
      const state = store.state();
      if (state.left) return false;
      const now = follow();
      const context = contextOf(state, size, pages);
      const { input, key } = keyOf(one);
      const shown = {
        get showsHighlight() {
          return context.layout.showsHighlight;
        },
        asksCertainty: question !== undefined && isAskedHowSure(log, now),
      };
      const isAsked = question !== undefined && !state.overlay;
      const gives = isAsked ? press(question, { input, key }, shown) : undefined;
      const known = log.length;
      const action = actionFor(input, key, context);
      if (action) store.dispatch(action);
      const given = log.slice(known).filter(({ k }) => ANSWERS.includes(k));
      const wrong = wrongAnswer(given, gives && entryOf(state, now, gives)) ?? wrongPlace();
      if (wrong) faults.push(`after ${JSON.stringify(one)}: ${wrong}`);
      return wrong === undefined;
    }

    function wrongPlace() {
      const asked = question;
      const now = follow();
      if (!question || question !== asked) return undefined;
      const { highlight } = store.state();
      const is = `${now.chosen?.id} made, ${highlight} highlighted`;
      const should = `${question.made} made, ${question.highlight} highlighted`;
      return is === should ? undefined : `${is}, should be ${should} (${question.step.id})`;
    }

    return {
      press: pressed,
      state: store.state,
      wrong: () => [...faults, ...wrongIn(log, COURSE, before)],
      answers: () => log.slice(before).filter(({ k }) => ANSWERS.includes(k)).length,
    };
  };
}

/** A page is the same wherever it is scrolled to, and so need not be made again. */
function latestPage() {
  let of = {};
  let page;
  return ({ scroll: _, overlayScroll: __, ...state }, make) => {
    const names = Object.keys(state);
    const isKnown =
      names.length === Object.keys(of).length && names.every((name) => state[name] === of[name]);
    if (!isKnown) [of, page] = [state, make()];
    return page;
  };
}

/** At an answer that counts, where it is switched on; practice does not, nor do rounds. */
function isAskedHowSure(log, { lesson, step, sitting }) {
  const setting = log.findLast(({ k, key }) => k === 'set' && key === 'certainty');
  if (setting?.value !== 'on') return false;
  if (!lesson) return sitting.kind === 'review';
  return !log.some(({ k, check }) => k === 'answer' && check === step.id);
}

/** What an answer must leave in the log. */
function entryOf({ screen }, { lesson, step }, given) {
  if (lesson) return { k: 'answer', lesson: lesson.id, check: step.id, ...given };
  const { from } = screen.sitting.question;
  return from.kind === 'review'
    ? { k: 'review', check: from.check, ...(from.mirror && { mirror: true }), ...given }
    : { k: 'drill', claim: from.claim, asks: from.asks, ...given };
}

function wrongAnswer(given, wanted) {
  const told = given.map(({ k, lesson, check, mirror, claim, asks, choice, certainty }) =>
    JSON.stringify({ k, lesson, check, claim, asks, mirror, choice, certainty }),
  );
  const should = wanted ? [JSON.stringify(wanted)] : [];
  return told.join() === should.join()
    ? undefined
    : `${told.join() || 'no answer'}, should be ${should.join() || 'none'}`;
}
