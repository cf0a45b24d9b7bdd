import type { CourseMaterial } from '../core/course/ledger.js';
import { CLOSED_BOOK, CLOSED_QUIZ } from '../core/messages/lesson.js';
import { scene } from '../core/scene/scene.js';
import type { SessionStore } from '../core/session/session-store.js';
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
  /** The rest of the input's lines, if an earlier session read the first ones. */
  readonly lines?: AsyncIterator<string, void, void>;
};

export type LineOptions = {
  readonly store: SessionStore;
  /** Loads passages, ledger and sources on first use. */
  readonly material: () => CourseMaterial;
  readonly streams: LineStreams;
  /** Columns to wrap at. */
  readonly width: number;
  /** Whether the output can show ASCII only. */
  readonly ascii: boolean;
  /** Whether the command named a lesson or quiz. On its last page `1` then leaves. */
  readonly inLesson: boolean;
};

/**
 * Runs the session in numbered lines until the learner leaves, the input ends, or the output closes (reported as
 * `end-of-input`). Then stops reading, so that an endless input does not keep the process alive.
 * Rejects if the store or a course file throws.
 */
export async function runLines(options: LineOptions): Promise<'quit' | 'end-of-input'> {
  const { store, streams } = options;
  const stop = (): void => stopReading(streams.input);
  const feed = noticeFeed(store);
  const unsubscribe = store.subscribe(() => {
    feed.listen();
    if (store.state().hasQuit && !continuesElsewhere(store)) stop();
  });
  try {
    return await converse(options, feed.newBlocks, stop);
  } finally {
    unsubscribe();
    if (!continuesElsewhere(store)) stop();
  }
}

/** Whether a session in another course follows, which needs the input. */
const continuesElsewhere = (store: SessionStore): boolean => store.state().switchTo !== undefined;

async function converse(
  options: LineOptions,
  newNotices: () => Block[],
  stop: () => void,
): Promise<'quit' | 'end-of-input'> {
  const { store, streams, inLesson } = options;
  const output = lineOutput(streams.output, stop);
  const isAscii = (): boolean => options.ascii || settingsOf(store.state().progress.settings).ascii;
  const { say, ask, endPrompt } = transcript(output, options.width, isAscii);
  const lines = streams.lines ?? linesOf(streams.input);
  const hasQuit = (): boolean => store.state().hasQuit;
  await say([...newNotices(), ...(hasQuit() ? [] : pageBlocks(options))]);
  let pendingLine: ReturnType<typeof lines.next> | undefined;
  let submitted = handedIn(store);
  while (!hasQuit() && !output.isClosed()) {
    await ask(promptText(scene(store.state()), inLesson));
    pendingLine ??= lines.next();
    const input = await Promise.race([pendingLine, submitted]);
    if (input === 'handed in') {
      submitted = NEVER;
      await endPrompt();
      await say([...newNotices(), ...pageBlocks(options)]);
      continue;
    }
    pendingLine = undefined;
    const { value: line } = input;
    if (line === undefined || !isEchoed(streams)) await endPrompt();
    if (line === undefined) break;
    const blocks = reply(line, options);
    if (isHandedIn(store)) submitted = NEVER; // The reply already says so.
    await say([...newNotices(), ...blocks]);
  }
  if (hasQuit()) return 'quit';
  // The caller prints where progress is saved, as on every exit.
  await say([['The input has ended.']]);
  return 'end-of-input';
}

const NEVER = new Promise<never>(() => {});

const isHandedIn = (store: SessionStore): boolean =>
  store.state().progress.exercise?.handedIn !== undefined;

/** Resolves when the exercise is handed in, by the learner or by the clock. Never resolves if it already was. */
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

/** The reply to a typed line already says this. */
const SAID_IN_REPLY = [CLOSED_BOOK, CLOSED_QUIZ];

/**
 * Collects notices until they are printed. `listen` runs at each action: one typed line can be several actions, and each
 * action clears the previous notice.
 */
function noticeFeed(store: SessionStore): { listen: () => void; newBlocks: () => Block[] } {
  const fresh = new Set<string>();
  let latest: string | undefined;
  const listen = (): void => {
    const { notice } = store.state();
    if (notice !== latest) for (const text of notice?.split('\n') ?? []) fresh.add(text);
    latest = notice;
  };
  const newBlocks = (): Block[] => {
    const texts = [...fresh].filter((text) => !SAID_IN_REPLY.includes(text));
    fresh.clear();
    return texts.map((text) => [plainText(text)]);
  };
  listen();
  return { listen, newBlocks };
}

/** Whether the terminal echoes what is typed, with its line end, after the prompt. */
const isEchoed = ({ input, output }: LineStreams): boolean =>
  isTerminal(input) && isTerminal(output);

const isTerminal = (stream: object): boolean => 'isTTY' in stream && stream.isTTY === true;
