import type { CourseMaterial } from '../core/course/ledger.js';
import { firstOf } from '../core/first-of.js';
import { CLOSED_BEGUN, CLOSED_BOOK, CLOSED_QUIZ, triedAlready } from '../core/messages/lesson.js';
import type { SessionStore } from '../core/session/session-store.js';
import { settingsOf } from '../core/settings.js';
import { plainText } from '../core/text/sanitize.js';
import type { Block } from './block.js';
import type { LineStreams } from './line-streams.js';
import { pageBlocks } from './pages/page.js';
import { promptText } from './prompt.js';
import { reply, unknownText } from './reply.js';
import { roomFeed } from './room-feed.js';
import { transcript } from './transcript.js';

export type LineOptions = {
  readonly store: SessionStore;
  /** Loads passages, ledger and sources on first use. */
  readonly material: () => CourseMaterial;
  readonly streams: LineStreams;
  /** Columns to wrap at, now: a window can change. */
  readonly width: () => number;
  /** Whether the output can show ASCII only. */
  readonly ascii: boolean;
  /** Whether the command named a lesson or quiz. Its last page then also offers "Leave". */
  readonly inLesson: boolean;
  /** How many entries could not be saved and are kept in memory. */
  readonly unsaved: () => number;
};

/**
 * How a session in lines ended. If the input is no terminal: `unknown-input` after too many lines in a row that meant
 * nothing, `too-many-unsaved` if the memory would fill with entries that cannot be saved.
 */
export type LineEnd = 'quit' | 'end-of-input' | 'unknown-input' | 'too-many-unsaved';

/** How many lines in a row may mean nothing. More are no typing mistake: the input is not for this program. */
export const MOST_UNKNOWN = 100;

/** How many entries may stay unsaved. A learner gives fewer in a day. */
export const MOST_UNSAVED = 10_000;

/**
 * Runs the session in numbered lines until the learner leaves, the input ends or means nothing, too much is unsaved, or
 * the output closes (reported as `end-of-input`). Then stops reading, so that an endless input does not keep the process alive.
 * Rejects if the store or a course file throws.
 */
export async function runLines(options: LineOptions): Promise<LineEnd> {
  const { store, streams } = options;
  const feed = noticeFeed(store);
  const unsubscribe = store.subscribe(() => {
    feed.listen();
    if (store.state().hasQuit && !continuesElsewhere(store)) streams.stop();
  });
  try {
    return await converse(options, feed.newBlocks);
  } finally {
    unsubscribe();
    if (!continuesElsewhere(store)) streams.stop();
  }
}

/** Whether another session follows, which needs the input. */
const continuesElsewhere = (store: SessionStore): boolean => store.state().next !== undefined;

async function converse(given: LineOptions, newNotices: () => Block[]): Promise<LineEnd> {
  const { store, streams } = given;
  const options = { ...given, isTyped: streams.isTyped };
  const isAscii = (): boolean => options.ascii || settingsOf(store.state().progress.settings).ascii;
  const { say, ask, endPrompt } = transcript(streams.output, options.width, isAscii);
  const hasQuit = (): boolean => store.state().hasQuit;
  const room = roomFeed(store);
  const roomBlocks = (): Block[] => room.newBlocks(() => pageBlocks(options));
  await say([...newNotices(), ...(hasQuit() ? [] : [...pageBlocks(options), ...roomBlocks()])]);
  let pendingLine: ReturnType<typeof streams.lines.next> | undefined;
  const submitted = handedIn(store);
  let knowsHandIn = isHandedIn(store);
  let unknown = 0;
  while (!hasQuit() && !streams.output.isClosed()) {
    await ask(promptText(options));
    pendingLine ??= streams.lines.next();
    const waits = knowsHandIn ? [] : [submitted];
    const inRoom = store.state().live ? [room.changed()] : [];
    const input = await firstOf([pendingLine, ...waits, ...inRoom]);
    if (input === 'room') {
      await endPrompt();
      await say([...newNotices(), ...roomBlocks()]);
      continue;
    }
    if (input === 'handed in') {
      knowsHandIn = true;
      await endPrompt();
      room.pagePrinted();
      await say([...newNotices(), ...pageBlocks(options), ...roomBlocks()]);
      continue;
    }
    pendingLine = undefined;
    const { value: line } = input;
    if (line === undefined || !streams.isEchoed) await endPrompt();
    if (line === undefined) break;
    const blocks = reply(line, options);
    knowsHandIn = isHandedIn(store); // The reply already says so.
    unknown = blocks && !wasTried(store) ? 0 : unknown + 1;
    if (blocks?.length) room.pagePrinted();
    await say([
      ...newNotices(),
      ...(blocks ?? [unknownBlock(unknownText(line, options))]),
      ...(hasQuit() ? [] : roomBlocks()),
    ]);
    if (streams.isTyped) continue;
    if (unknown === MOST_UNKNOWN) return 'unknown-input';
    if (options.unsaved() > MOST_UNSAVED) return 'too-many-unsaved';
  }
  if (hasQuit()) return 'quit';
  // The caller prints where progress is saved, as on every exit.
  await say([['The input has ended.']]);
  return 'end-of-input';
}

/** What comes after a line break is a command to be copied. */
function unknownBlock(text: string): Block {
  const [said = '', ...commands] = text.split('\n');
  return [said, ...commands.map((command) => ({ command }))];
}

/** Whether the line named a choice or heading that was tried: the page took nothing. */
const wasTried = (store: SessionStore): boolean =>
  [triedAlready('answer'), triedAlready('heading')].includes(store.state().notice ?? '');

const isHandedIn = (store: SessionStore): boolean =>
  store.state().progress.exercise?.handedIn !== undefined;

/** Resolves when the exercise is handed in, by the learner or by the clock. */
const handedIn = (store: SessionStore): Promise<'handed in'> =>
  new Promise((resolve) => {
    const unsubscribe = store.subscribe(() => {
      if (!isHandedIn(store)) return;
      unsubscribe();
      resolve('handed in');
    });
  });

/** The reply to a typed line already says this. */
const SAID_IN_REPLY = [CLOSED_BEGUN, CLOSED_BOOK, CLOSED_QUIZ];

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
