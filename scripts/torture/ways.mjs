import { loadParts } from './load-parts.mjs';

const MODULES = {
  session: 'src/core/session/step.ts',
  store: 'src/core/session/store.ts',
  progress: 'src/core/progress/fold.ts',
  scene: 'src/core/scene/scene.ts',
};

/** Longer than any way through a lesson; questions outside a lesson have no end. */
const MOST_STEPS = 40;
const MOST_QUESTIONS = 6;

/** The ways that a learner can go in a course. */
export async function ways() {
  const parts = await loadParts(MODULES);
  /**
   * Goes every way that home leads to, and gives all that `talker` says on it: home and what is laid over it, then each
   * entry of its menu as far as it leads.
   */
  const every = (course, begun, talker, within = {}) => {
    const { entries = Infinity, steps = MOST_STEPS, asides = true } = within;
    const first = talking(parts, course, begun, talker);
    if (asides) first.talk.aside();
    const count = Math.min(first.now().menu?.length ?? 0, entries);
    const others = Array.from({ length: count }, (_, entry) => {
      const { talk, now } = talking(parts, course, begun, talker);
      talk.choose(entry);
      for (let n = 0; n < steps && talkOn(talk, now(), n); n++);
      return talk.texts;
    });
    return [...first.talk.texts, ...others.flat()];
  };
  return { every };
}

function talking(parts, course, begun, talker) {
  const store = opened(parts, course, begun);
  const now = () => parts.scene.scene(store.state());
  return { talk: talker(store, course, now), now };
}

/** @returns whether there is a step further */
function talkOn(talk, now, n) {
  if ((now.sitting?.answered ?? 0) >= MOST_QUESTIONS) return false;
  if (now.kind === 'reading' || now.kind === 'given') talk.on();
  else if (now.kind === 'check') talk.answer(n % now.choices.length, n);
  else if (now.kind === 'sure') talk.sure();
  else if (now.kind === 'verdict') talk.more();
  else if (now.kind === 'stand') talk.choose(now.menu.findIndex(({ does }) => does === 'map'));
  else {
    if (now.kind === 'map') for (const at of now.menu.keys()) talk.lookInto(at);
    return false;
  }
  return true;
}

/**
 * A session as it is opened on a log.
 * @param begun the log, and the progress where that is not to be made of it; where its result goes, and another course
 */
function opened(parts, course, { log, progress, file, other }) {
  const entries = [...log];
  let now = progress ?? parts.progress.foldAll(entries);
  const world = {
    lesson: (id) => course.lessons.find((one) => one.id === id),
    seed: () => 'seed',
    now: () => 1e12 + entries.length,
    offset: () => 0,
    record: () => course.record,
    history: () => entries,
  };
  const keep = (happened) => {
    const fresh = happened.map((one, i) => ({ ...one, ...stampOf(entries.length + i) }));
    entries.push(...fresh);
    now = parts.progress.foldOnto(now, fresh);
    return now;
  };
  const place = file === undefined ? undefined : { file };
  const first = parts.session.start(course.index, now, world, undefined, other, place);
  return parts.store.createSessionStore(first, world, keep, () => undefined);
}

const stampOf = (n) => ({ id: `way${n}`, t: 1e12 + n });
