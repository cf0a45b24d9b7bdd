import { Terminal } from '../support/terminal.js';
import { type Page, pageInLines, pageOnScreen, rightInLines, rightOnScreen } from './page.js';
import { isCrash, startPlain } from './plain-program.js';

/** Somebody who uses the program, one key after the other, and knows only what it shows. */
export type Player = {
  /** Waits for the page that follows the last key; undefined if the program has ended. */
  readonly page: () => Promise<Page | undefined>;
  /** Gives the choice of this number, from 1. */
  readonly answer: (choice: number) => void | Promise<void>;
  /** Puts a statement of a board under the heading of this number, from 1. */
  readonly put: (heading: number) => void;
  readonly handIn: () => void;
  /** Goes to the next page, or back to the question after a first miss. */
  readonly next: () => void;
  /** Asks to see the answer after a first miss. */
  readonly show: () => void;
  readonly quit: () => void;
  readonly kill: () => void;
  /** What the program has shown of a verdict since the last key, on a page that need not be complete. */
  readonly right: () => boolean | undefined;
  readonly ended: Promise<PlayerEnd>;
  /** What a crash has printed, if the program crashed. */
  readonly crash: () => string | undefined;
};

export type PlayerEnd = {
  readonly code: number | null;
  readonly signal: string | number | null;
  readonly isKilled: boolean;
};

/** A player without a terminal. */
export function playerInLines(args: readonly string[]): Player {
  const { child, said, ended } = startPlain(['--plain', ...args], { isInputOpen: true });
  let from = 0;
  const enter = (line: string): void => {
    from = said.out.length;
    child.stdin.write(`${line}\n`);
  };
  const hasMore = (): Promise<boolean> => {
    const more = new Promise<true>((resolve) => child.stdout.once('data', () => resolve(true)));
    return Promise.race([more, ended.then(() => false)]);
  };
  const page = async (): Promise<Page | undefined> => {
    for (;;) {
      const found = pageInLines(said.out.slice(from));
      if (found) return found;
      if (!(await hasMore())) return undefined;
    }
  };
  return {
    page,
    answer: (choice) => enter(String(choice)),
    put: (heading) => enter(String(heading)),
    handIn: () => enter(''),
    next: () => enter(''),
    show: () => enter('s'),
    quit: () => enter('q'),
    kill: () => void child.kill('SIGKILL'),
    right: () => rightInLines(said.out.slice(from)),
    ended: ended.then(({ code, signal }) => ({ code, signal, isKilled: signal === 'SIGKILL' })),
    crash: () => (isCrash(said.err) ? said.err : undefined),
  };
}

/** So high that no page has to be scrolled. */
const WINDOW = { columns: 90, rows: 60 };
const SIGKILL = 9;

/** A player in a pseudo-terminal. */
export function playerOnScreen(args: readonly string[]): Player {
  const terminal = new Terminal({ args, ...WINDOW });
  let from = 0;
  let lastText = '';
  let expected: readonly Page['kind'][] = [];
  const press = (key: string, ...leadsTo: readonly Page['kind'][]): void => {
    from = terminal.output.length;
    expected = leadsTo;
    terminal.press(key);
  };
  const newPage = (): Page | undefined => {
    const found = terminal.text() === lastText ? undefined : pageOnScreen(terminal);
    return found && expected.length > 0 && !expected.includes(found.kind) ? undefined : found;
  };
  const page = async (): Promise<Page | undefined> => {
    let found: Page | undefined;
    await terminal.becomes(() => {
      found = newPage();
      return found !== undefined;
    });
    if (found) lastText = terminal.text();
    return found;
  };
  /** Each key by itself, and Enter only once the choice is highlighted. */
  const answer = async (choice: number): Promise<void> => {
    terminal.press(String(choice));
    const highlighted = new RegExp(`❯[ ✗\\u00a0]*\\[?${choice}(?!\\d)`);
    await terminal.becomes(() => highlighted.test(terminal.text()));
    press('\r', 'verdict', 'second-look');
  };
  return {
    page,
    answer,
    put: (heading) => press(String(heading), 'board', 'full-board'),
    handIn: () => press('\r', 'board', 'verdict'),
    next: () => press(' '),
    show: () => press('s', 'verdict'),
    quit: () => press('q'),
    kill: () => terminal.kill('SIGKILL'),
    right: () => rightOnScreen(terminal.output.slice(from)),
    ended: terminal.ended.then(({ code, signal }) => ({
      code,
      signal,
      isKilled: signal === SIGKILL,
    })),
    crash: () => (isCrash(terminal.output) ? terminal.output.slice(-600) : undefined),
  };
}
