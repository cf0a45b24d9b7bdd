import { Readable, Writable } from 'node:stream';
import { orderedChoices } from '../../src/core/choice-order.js';
import type { Course } from '../../src/core/course/course.js';
import type { Answer, LogEntry, NewEntry } from '../../src/core/log/entry.js';
import { emptyProgress, foldOnto } from '../../src/core/progress/fold.js';
import type { Progress } from '../../src/core/progress/progress.js';
import { createSessionStore, type SessionStore } from '../../src/core/session/session-store.js';
import { start } from '../../src/core/session/start.js';
import { type LineOptions, runLines } from '../../src/plain/run.js';
import { course } from './drill-course.js';

const SEED = 'a';

/** A session over the invented course, with all that is recorded of it. */
export function session(
  lesson?: string,
  of: Course = course,
  news: () => string | undefined = () => undefined,
): { store: SessionStore; events: NewEntry[] } {
  const events: NewEntry[] = [];
  const context = {
    lesson: (id: string) => of.lessons.find((one) => one.id === id) ?? fail(id),
    seed: () => SEED,
    now: () => 0,
    offset: () => 0,
    material: () => of.material,
    history: () => [],
  };
  let progress: Progress = emptyProgress;
  const material = (fresh: readonly NewEntry[]): Progress => {
    for (const one of fresh) {
      events.push(one);
      const entry: LogEntry = { ...one, id: String(events.length), t: events.length };
      progress = foldOnto(progress, [entry]);
    }
    return progress;
  };
  const store = createSessionStore(
    start(of.index, progress, context, lesson === undefined ? undefined : { does: 'open', lesson }),
    context,
    material,
    news,
  );
  return { store, events };
}

const fail = (id: string): never => {
  throw new Error(`no lesson ${id}`);
};

/** A stream that keeps what is written to it. */
export function paper(): { output: Writable; text: () => string } {
  const parts: string[] = [];
  const output = new Writable({
    decodeStrings: false,
    write: (part: string, _, done) => {
      parts.push(part);
      done();
    },
  });
  return { output, text: () => parts.join('') };
}

type Talked = {
  readonly result: 'quit' | 'end-of-input';
  readonly text: string;
  /** What was said after each line typed; the first before any. */
  readonly replies: readonly string[];
  readonly events: readonly NewEntry[];
  readonly answers: readonly Answer[];
};

type Given = Partial<Omit<LineOptions, 'store' | 'streams'>> & {
  readonly lesson?: string;
  readonly of?: Course;
  /** What the session tells as a notice, asked for after each action. */
  readonly news?: () => string | undefined;
};

/** Says the lines (or gives the stream) to a session, and tells all that came of it. */
export async function talkThrough(
  said: readonly string[] | Readable,
  given: Given = {},
): Promise<Talked> {
  const { lesson, of = course, news, ...options } = given;
  const { store, events } = session(lesson, of, news);
  const { output, text } = paper();
  const input = Array.isArray(said) ? Readable.from(said.map((line) => `${line}\n`)) : said;
  const result = await runLines({
    material: () => of.material,
    width: 72,
    ascii: false,
    warnings: () => [],
    inLesson: lesson !== undefined,
    ...options,
    store,
    streams: { input: input as Readable, output },
  });
  const answers = events.filter((one): one is Answer => one.k === 'answer');
  return {
    result,
    text: text(),
    replies: text().split(/^> (?:.|\n {2})*: \n/m),
    events,
    answers,
  };
}

/** The number that a choice of a check has in these sessions. */
export function numberOf(check: string, choice: string): string {
  const step = course.lessons.flatMap(({ body }) => body).find(({ id }) => id === check);
  if (step?.kind !== 'check') throw new Error(`no check ${check}`);
  return String(orderedChoices(step, SEED).findIndex(({ id }) => id === choice) + 1);
}
