import type { CourseMaterial } from '../core/course/ledger.js';
import { CLOSED_BOOK, CLOSED_QUIZ } from '../core/messages/lesson.js';
import { scene } from '../core/scene/scene.js';
import type { SessionStore } from '../core/session/store.js';
import { settingsOf } from '../core/settings.js';
import { plainText } from '../core/text/sanitize.js';
import type { Block } from './block.js';
import { linesOf, stopReading } from './line-input.js';
import { lineOutput } from './line-output.js';
import { pageBlocks } from './pages/page.js';
import { promptText } from './prompt.js';
import { reply } from './reply.js';
import { transcript } from './transcript.js';

export type LineStreams = {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** The lines of the input, where reading them goes on from a session before this one. */
  readonly lines?: AsyncIterator<string, void, void>;
};

export type LineOptions = {
  readonly store: SessionStore;
  /** Passages, ledger and sources; asked for only where they are shown. */
  readonly material: () => CourseMaterial;
  readonly streams: LineStreams;
  /** Columns to wrap at. */
  readonly width: number;
  /** Whether the output can show ASCII only. */
  readonly ascii: boolean;
  /** What has gone wrong so far; each is said once, when it first appears, as are the session's notices. */
  readonly warnings: () => readonly string[];
  /** Whether one lesson was asked for: at its summary `1` then leaves. */
  readonly inLesson: boolean;
};

/**
 * Leads the session in numbered lines until it is left, the input ends, or nobody reads the output any more
 * (which counts as the end of the input). The input is let go of, so that an endless one does not hold the process.
 * Rejects with what the store or the record throws.
 */
export async function runLines(options: LineOptions): Promise<'quit' | 'end-of-input'> {
  const { store, streams } = options;
  const stop = (): void => stopReading(streams.input);
  const news = warningFeed(options);
  const unsubscribe = store.subscribe(() => {
    news.listen();
    if (store.state().hasQuit && !goesOnElsewhere(store)) stop();
  });
  try {
    return await converse(options, news.tell, stop);
  } finally {
    unsubscribe();
    if (!goesOnElsewhere(store)) stop();
  }
}

/** Whether the input is needed for the session that follows. */
const goesOnElsewhere = (store: SessionStore): boolean => store.state().switchTo !== undefined;

async function converse(
  options: LineOptions,
  news: () => Block[],
  stop: () => void,
): Promise<'quit' | 'end-of-input'> {
  const { store, streams, inLesson } = options;
  const output = lineOutput(streams.output, stop);
  const isAscii = (): boolean => options.ascii || settingsOf(store.state().progress.settings).ascii;
  const { say, ask, endPrompt } = transcript(output, options.width, isAscii);
  const lines = streams.lines ?? linesOf(streams.input);
  const isLeft = (): boolean => store.state().hasQuit;
  await say([...news(), ...(isLeft() ? [] : pageBlocks(options))]);
  let waiting: ReturnType<typeof lines.next> | undefined;
  let over = handedIn(store);
  while (!isLeft() && !output.isClosed()) {
    await ask(promptText(scene(store.state()), inLesson));
    waiting ??= lines.next();
    const came = await Promise.race([waiting, over]);
    if (came === 'handed in') {
      over = NEVER;
      await endPrompt();
      await say([...news(), ...pageBlocks(options)]);
      continue;
    }
    waiting = undefined;
    const { value: line } = came;
    if (line === undefined || !isEchoed(streams)) await endPrompt();
    if (line === undefined) break;
    const said = reply(line, options);
    if (isHandedIn(store)) over = NEVER; // and said with it
    await say([...news(), ...said]);
  }
  if (isLeft()) return 'quit';
  // Where progress is kept is told by the caller, as on every way out.
  await say([['The input has ended.']]);
  return 'end-of-input';
}

const NEVER = new Promise<never>(() => {});

const isHandedIn = (store: SessionStore): boolean =>
  store.state().progress.exercise?.handedIn !== undefined;

/** Resolves when an exercise is handed in that was not before, be it by the clock. */
function handedIn(store: SessionStore): Promise<'handed in'> {
  if (isHandedIn(store)) return NEVER;
  return new Promise((resolve) => {
    const unsubscribe = store.subscribe(() => {
      if (!isHandedIn(store)) return;
      unsubscribe();
      resolve('handed in');
    });
  });
}

/**
 * Tells what was not told before. Notices are collected as they come: one answer can be several actions, and the
 * next action clears the notice of the one before.
 */
function warningFeed({ store, warnings }: LineOptions): {
  listen: () => void;
  tell: () => Block[];
} {
  const heard = new Set<string>();
  const told = new Set<string>([CLOSED_BOOK, CLOSED_QUIZ]);
  const listen = (): void => {
    const { notice } = store.state();
    if (notice !== undefined) heard.add(notice);
  };
  const tell = (): Block[] => {
    const fresh = new Set([...heard, ...warnings()].filter((text) => !told.has(text)));
    for (const text of fresh) told.add(text);
    return [...fresh].map((text) => [plainText(text)]);
  };
  listen();
  return { listen, tell };
}

/** Whether the terminal shows what is typed, with its line end, where the prompt stands. */
const isEchoed = ({ input, output }: LineStreams): boolean =>
  isTerminal(input) && isTerminal(output);

const isTerminal = (stream: object): boolean => 'isTTY' in stream && stream.isTTY === true;
