import { Readable, Writable } from 'node:stream';
import { orderedChoices } from '../../src/core/choice-order.js';
import type { Course } from '../../src/core/course/course.js';
import type { Answer, LogEntry, NewEntry } from '../../src/core/log/entry.js';
import { emptyProgress, foldOnto } from '../../src/core/progress/fold.js';
import type { Progress } from '../../src/core/progress/progress.js';
import {
  createSessionStore,
  type News,
  type SessionStore,
} from '../../src/core/session/session-store.js';
import { start } from '../../src/core/session/start.js';
import { lineStreams } from '../../src/plain/line-streams.js';
import { type LineEnd, type LineOptions, runLines } from '../../src/plain/run.js';
import { course } from './drill-course.js';

const SEED = 'a';

/** A session on the invented course, and the entries that it records. */
export function session(
  lesson?: string,
  of: Course = course,
  news: () => News = () => ({}),
): { store: SessionStore; events: NewEntry[] } {
  const events: NewEntry[] = [];
  const context = {
    lesson: (id: string) => of.lessons.find((candidate) => candidate.id === id) ?? fail(id),
    seed: () => SEED,
    now: () => 0,
    offset: () => 0,
    material: () => of.material,
    history: () => [],
  };
  let progress: Progress = emptyProgress;
  const persist = (fresh: readonly NewEntry[]): Progress => {
    for (const newEntry of fresh) {
      events.push(newEntry);
      const entry: LogEntry = { ...newEntry, id: String(events.length), t: events.length };
      progress = foldOnto(progress, [entry]);
    }
    return progress;
  };
  const store = createSessionStore(
    start(of.index, progress, context, lesson === undefined ? undefined : { does: 'open', lesson }),
    { context, persist, news },
  );
  return { store, events };
}

const fail = (id: string): never => {
  throw new Error(`no lesson ${id}`);
};

/** A stream that stores its text in memory. */
export function capturedOutput(): { output: Writable; text: () => string } {
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

type TypedSession = {
  readonly result: LineEnd;
  readonly text: string;
  /** The output before the first typed line, and then after each typed line. */
  readonly replies: readonly string[];
  readonly events: readonly NewEntry[];
  readonly answers: readonly Answer[];
};

type TypedOptions = Partial<Omit<LineOptions, 'store' | 'streams'>> & {
  readonly lesson?: string;
  readonly of?: Course;
  /** Called after each action. */
  readonly news?: () => News;
};

/** Runs a session in line mode with these typed lines, or with this stream as input. */
export async function runTyped(
  typed: readonly string[] | Readable,
  { lesson, of = course, news, ...options }: TypedOptions = {},
): Promise<TypedSession> {
  const { store, events } = session(lesson, of, news);
  const { output, text } = capturedOutput();
  const input = Array.isArray(typed) ? Readable.from(typed.map((line) => `${line}\n`)) : typed;
  const result = await runLines({
    material: () => of.material,
    width: () => 72,
    ascii: false,
    inLesson: lesson !== undefined,
    unsaved: () => 0,
    ...options,
    store,
    streams: lineStreams(input as Readable, output),
  });
  const answers = events.filter((entry): entry is Answer => entry.k === 'answer');
  return {
    result,
    text: text(),
    replies: text().split(/^> (?:.|\n {2})*: \n/m),
    events,
    answers,
  };
}

/** The number of a choice in these sessions, as text. */
export function numberOf(check: string, choice: string): string {
  const step = course.lessons.flatMap(({ body }) => body).find(({ id }) => id === check);
  if (step?.kind !== 'check') throw new Error(`no check ${check}`);
  return String(orderedChoices(step, SEED).findIndex(({ id }) => id === choice) + 1);
}
