import { setTimeout as later } from 'node:timers/promises';
import { pageInLines, pageOnScreen, rightInLines, rightOnScreen } from './page.mjs';
import { inLines, isCrash } from './program.mjs';
import { openTerminal } from './terminal.mjs';

/**
 * Where a scripted learner sits: the program in lines or on a screen, one key after the other.
 * `page` waits for what comes after the last key, and has nothing where the program has ended; `right` tells the verdict
 * that came after it, however little else; `ended` tells how it ended, and `crash` what a fault has left behind.
 */

export function seatInLines(args) {
  const { child, said, ended } = inLines(['--plain', ...args], { typed: true });
  let from = 0;
  const press = (keys) => {
    from = said.out.length;
    child.stdin.write(`${keys}\n`);
  };
  return {
    page: async () => {
      for (;;) {
        const page = pageInLines(said.out.slice(from));
        if (page) return page;
        const more = new Promise((resolve) => child.stdout.once('data', () => resolve(true)));
        if (!(await Promise.race([more, ended.then(() => false)]))) return undefined;
      }
    },
    answer: (digit) => press(String(digit)),
    goOn: () => press(''),
    quit: () => press('q'),
    kill: () => child.kill('SIGKILL'),
    right: () => rightInLines(said.out.slice(from)),
    ended: ended.then(({ code, signal }) => ({ code, killed: signal === 'SIGKILL', signal })),
    crash: () => (isCrash(said.err) ? said.err : undefined),
  };
}

/** So high that no page has to be scrolled. */
const WINDOW = { columns: 90, rows: 60 };

/** How long to wait before looking at the screen again: a screen cannot tell that it was drawn. */
const LOOK_AGAIN = 4;

export function seatOnScreen(args) {
  const terminal = openTerminal(args, WINDOW);
  let from = 0;
  let seen = '';
  let judged = false; // whether the page to come is that of a verdict
  const press = (keys, isAnswer = false) => {
    from = terminal.output().length;
    judged = isAnswer;
    terminal.write(keys);
  };
  const shows = async (look) => {
    while (!terminal.isEnded()) {
      const found = look();
      if (found) return found;
      await later(LOOK_AGAIN);
    }
  };
  return {
    page: () =>
      shows(() => {
        const text = terminal.text();
        const page = text === seen ? undefined : pageOnScreen(text);
        if (!page || (judged && page.kind !== 'verdict')) return undefined;
        seen = text;
        return page;
      }),
    // Each key by itself, and Enter only where the choice is seen to be highlighted.
    answer: async (digit) => {
      for (const key of digit === 1 ? [2, 1] : [digit]) {
        terminal.write(String(key));
        await shows(() => terminal.text().includes(`❯ ${key}`));
      }
      press('\r', true);
    },
    goOn: () => press(' '),
    quit: () => press('q'),
    kill: () => terminal.kill('SIGKILL'),
    right: () => rightOnScreen(terminal.output().slice(from)),
    ended: terminal.ended.then(({ exitCode, signal }) => ({
      code: exitCode,
      killed: signal === 9,
      signal,
    })),
    crash: () => (isCrash(terminal.output()) ? terminal.output().slice(-600) : undefined),
  };
}
