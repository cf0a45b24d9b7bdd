import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { chance } from '../chance.mjs';
import { loadTool } from '../load-tool.mjs';
import { fromRoot } from '../paths.mjs';
import { goneThrough, index, inFolder, lessons, PROGRAM, record, together } from './program.mjs';
import { openTerminal } from './terminal.mjs';

const KEYS = [
  '\x1b[A',
  '\x1b[B',
  '\x1b[C',
  '\x1b[D',
  '\r',
  '\r',
  ' ',
  '1',
  '2',
  '3',
  '9',
  'j',
  'k',
  'r',
  'w',
  'h',
  'm',
  '?',
  'g',
  'f',
  'c',
  '\x1b',
  '\x7f',
  '\x1b[5~',
  '\x1b[6~',
  '\x1b[H',
  '\x1b[F',
  'x',
  'ä',
  '日',
  ...Array(8).fill(' '),
  ...Array(8).fill('\r'),
  ...Array(6).fill('\x1b[B'),
];
const ODD = [
  '\x1b[200~1\r2\r\x1b[201~',
  '\x1b[200~',
  '\x1b[',
  '\x1bO',
  '\x1b]11;rgb:00/00/00\x07',
  '\x1b[<0;1;1M',
  '\x1b[1;5A',
  '\x1b[99;99~',
  '\u0000',
  '\x1b\x1b[A',
  '\x1b[201~',
  '\x1b_G\x1b\\',
];

/** Ink's own reading of a key, which it does not hand out: as in its hook `useInput`. */
async function inkKeys() {
  const file = fromRoot('node_modules', 'ink', 'build', 'parse-keypress.js');
  const { default: parse, nonAlphanumericKeys } = await import(pathToFileURL(file).href);
  const named = {
    upArrow: 'up',
    downArrow: 'down',
    leftArrow: 'left',
    rightArrow: 'right',
    pageDown: 'pagedown',
    pageUp: 'pageup',
    home: 'home',
    end: 'end',
    return: 'return',
    escape: 'escape',
    tab: 'tab',
    backspace: 'backspace',
    delete: 'delete',
  };
  return (typed) => {
    const press = parse(typed);
    const key = Object.fromEntries(
      Object.entries(named).map(([name, value]) => [name, press.name === value]),
    );
    const input = nonAlphanumericKeys.includes(press.name)
      ? ''
      : press.ctrl
        ? (press.name ?? '')
        : press.sequence;
    return {
      input: input.startsWith('\x1b') ? input.slice(1) : input,
      key: { ...key, ctrl: press.ctrl, meta: press.meta },
    };
  };
}

/** Random keys against a model of what a list of choices does, in one process and without a screen. */
export async function model({ seed, runs, say }) {
  const { splitKeys } = await loadTool('src/ui/split-keys.ts');
  const { actionFor } = await loadTool('src/ui/keys.ts');
  const { layOut, textWidth } = await loadTool('src/ui/layout.ts');
  const { pageFor } = await loadTool('src/ui/page-for.ts');
  const { start } = await loadTool('src/core/session.ts');
  const { createSessionStore } = await loadTool('src/core/session-store.ts');
  const { emptyProgress, foldAll } = await loadTool('src/core/progress.ts');
  const { scene } = await loadTool('src/core/scene.ts');
  const keyOf = await inkKeys();
  const faults = [];
  let answers = 0;
  for (let run = 0; run < runs; run++) {
    if (run % 2000 === 0) say(`keys, ${run} of ${runs} against the model`);
    const mine = chance(seed + run);
    const log = [];
    const world = {
      lesson: (id) => lessons.find((one) => one.id === id),
      seed: () => `s${run}`,
      now: () => 1e12 + log.length,
      offset: () => 0,
      record: () => record,
      history: () => log,
    };
    const keep = (happened) => {
      for (const one of happened) log.push({ ...one, id: `e${log.length}`, t: 1e12 + log.length });
      return log.length > 0 ? foldAll(log) : emptyProgress;
    };
    const opening =
      mine.next() < 0.8 ? { does: 'open', lesson: mine.pick(index.lessons).id } : undefined;
    const size = mine.pick([
      { columns: 80, rows: 24 },
      { columns: 40, rows: 12 },
      { columns: 200, rows: 50 },
    ]);
    try {
      const store = createSessionStore(
        start(index, emptyProgress, world, opening),
        world,
        keep,
        () => undefined,
      );
      const typed = Array.from({ length: mine.whole(20, 120) }, () =>
        mine.next() < 0.08 ? mine.pick(ODD) : mine.pick(KEYS),
      ).join('');
      let expected; // the place of the highlight, as the model has it
      let asked = '';
      for (const one of splitKeys(typed).keys) {
        const state = store.state();
        if (state.left) break;
        const now = scene(state);
        const layout = layOut(
          pageFor(state, () => record, textWidth(size)),
          size,
          {
            highlight: state.highlight,
            scroll: state.overlay ? (state.overlayScroll ?? 0) : state.scroll,
          },
          [],
        );
        if (layout.height >= size.rows) faults.push(`keys ${run}: a page as high as the window`);
        const { input, key } = keyOf(one === '\n' ? '\r' : one);
        // Who has turned it on is asked how sure they are: then Enter does not answer yet.
        if (state.progress.settings.certainty === 'on') break;
        const isList = now.kind === 'check' && !state.overlay;
        if (isList && asked !== now.step.id) [asked, expected] = [now.step.id, state.highlight];
        if (!isList) asked = '';
        const before = log.filter(({ k }) => k === 'answer').length;
        const action = actionFor(input, key, { state, layout, width: textWidth(size) });
        if (action) store.dispatch(action);
        const given = log.filter(({ k }) => k === 'answer').slice(before);
        answers += given.length;
        if (!isList) {
          if (given.length > 0) faults.push(`keys ${run}: an answer where nothing was asked`);
          continue;
        }
        const count = now.choices.length;
        const plain = !key.ctrl && !key.meta;
        if (plain && key.return && layout.showsHighlight) {
          if (given[0]?.choice !== now.choices[expected].id || given.length !== 1)
            faults.push(`keys ${run}: ${JSON.stringify(given)} for ${now.choices[expected].id}`);
        } else if (given.length > 0)
          faults.push(`keys ${run}: ${JSON.stringify(one)} gave an answer`);
        if (!plain) continue;
        if (key.upArrow || input === 'k') expected = (expected + count - 1) % count;
        else if (key.downArrow || input === 'j') expected = (expected + 1) % count;
        else if (key.home) expected = 0;
        else if (key.end) expected = count - 1;
        else if (/^[1-9]$/.test(input) && Number(input) <= count) expected = Number(input) - 1;
      }
    } catch (error) {
      faults.push(
        `keys ${run} (seed ${seed + run}): ${error.stack?.split('\n').slice(0, 3).join(' ')}`,
      );
    }
  }
  return { tried: runs, faults, told: `${answers} answers, each the one that was highlighted` };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGTSTP', 'SIGWINCH'];

/** The same in a pseudo-terminal, with windows of any size and signals: the terminal is as it was each time. */
export async function terminals({ seed, runs, say }) {
  const faults = [];
  await together(runs, (n) =>
    inFolder(async (folder) => {
      if (n % 25 === 0) say(`keys, ${n} of ${runs} in a pseudo-terminal`);
      const fault = await oneTerminal(folder, chance(seed + n));
      if (fault) faults.push(`terminal ${n} (seed ${seed + n}): ${fault}`);
    }),
  );
  return { tried: runs, faults, told: 'terminals, each given back as it was' };
}

async function oneTerminal(folder, mine) {
  const data = path.join(folder, 'data');
  if (mine.next() < 0.5) goneThrough(data);
  const words = mine.pick([[], ['learn', '1'], ['drill'], ['review']]);
  const file = (name) => path.join(folder, name);
  const line = `stty -g > '${file('before')}'; '${process.execPath}' '${PROGRAM}' ${words.join(' ')} --data-dir '${data}' 2> '${file('err')}'; echo $? > '${file('code')}'; stty -g > '${file('after')}'; echo THE-END`;
  const terminal = openTerminal([], { command: ['sh', ['-c', line]] });
  await until(
    () => terminal.output().includes('\x1b[?1049h') || terminal.output().includes('THE-END'),
    5_000,
  );
  const signal = await press(terminal, mine);
  if (!(await until(() => terminal.output().includes('THE-END') || terminal.isEnded(), 8_000))) {
    terminal.kill('SIGKILL');
    return `it did not end after ${signal ?? 'Ctrl-C'}`;
  }
  await terminal.ended;
  return restored(terminal.output(), file);
}

/** @returns the signal that was sent at last, if one was */
async function press(terminal, mine) {
  for (let n = mine.whole(5, 25); n > 0 && !terminal.output().includes('THE-END'); n--) {
    const roll = mine.next();
    if (roll < 0.12)
      terminal.resize(mine.pick([1, 2, 20, 39, 40, 80, 200]), mine.pick([1, 2, 5, 11, 12, 24, 60]));
    else if (roll < 0.18) terminal.write(mine.pick(ODD));
    else terminal.write(Array.from({ length: mine.whole(1, 6) }, () => mine.pick(KEYS)).join(''));
    if (mine.next() < 0.4) await later(mine.whole(1, 25));
  }
  terminal.resize(80, 24);
  await later(30);
  const pid = programOf(terminal.pty.pid);
  if (pid === undefined) return undefined; // it has left already
  const signal = mine.pick([...SIGNALS, undefined, undefined]);
  if (signal === 'SIGTSTP') {
    send(pid, 'SIGTSTP');
    // It gives the terminal back before it stops: what goes on too soon would be stopped after all.
    await until(() => isStopped(pid), 3_000);
    send(pid, 'SIGCONT');
    await later(120);
  } else if (signal) send(pid, signal);
  if (!signal || signal === 'SIGWINCH' || signal === 'SIGTSTP') {
    await later(60);
    terminal.write('\x1b[201~'); // out of a paste that was left open
    await later(60);
    terminal.write('\x03');
  }
  return signal;
}

/** It may have left meanwhile. */
function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {}
}

const isStopped = (pid) => {
  try {
    return / T /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true; // gone
  }
};

/** The program's own process: the shell's only child. */
function programOf(shell) {
  try {
    const pid = Number(
      execFileSync('pgrep', ['-P', String(shell), 'node'], { encoding: 'utf8' })
        .trim()
        .split('\n')[0],
    );
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Each mode that was turned on is turned off again after it was last on. */
const MODES = [
  ['\x1b[?1049h', '\x1b[?1049l', 'alternate screen'],
  ['\x1b[?25l', '\x1b[?25h', 'cursor'],
  ['\x1b[?2004h', '\x1b[?2004l', 'bracketed paste'],
];

function restored(output, file) {
  const left = MODES.find(([on, off]) => output.lastIndexOf(on) > output.lastIndexOf(off));
  if (left) return `${left[2]} is left`;
  // A Ctrl-C that came just after the program had left ended the shell: then it had no time to look.
  if (!output.includes('THE-END')) return undefined;
  const read = (name) => readFileSync(file(name), 'utf8').trim();
  if (read('before') !== read('after'))
    return `settings: ${read('before')} became ${read('after')}`;
  const err = read('err');
  if (/\n\s+at |failed: /.test(err)) return `crashed: ${err.slice(0, 300)}`;
  return undefined;
}

const until = async (is, ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end) {
    if (is()) return true;
    await later(10);
  }
  return false;
};
