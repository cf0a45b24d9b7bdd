import { watch } from 'node:fs';
import path from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import type { Page } from '../page.js';
import { type Player, type PlayerEnd, playerInLines, playerOnScreen } from '../player.js';
import { COURSE } from '../shipped-course.js';
import type { GivenAnswer } from './kept-as-shown.js';
import { type KillPlan, longestDelay, type Moment } from './kill-plan.js';

/** Longer than any run takes, in milliseconds, however busy the machine. */
const LONGEST_RUN = 120_000;

export type KillRun = {
  readonly data: string;
  readonly args: readonly string[];
  readonly plan: KillPlan;
  readonly moment: Moment;
  readonly isOnScreen: boolean;
};

export type KilledRun = {
  /** The first page that was shown; undefined if the kill came before it. */
  first: Page | undefined;
  /** The latest lesson and step that were shown. */
  place: Page['place'];
  readonly given: GivenAnswer[];
  readonly faults: string[];
  /** False if the program ended before the kill. */
  isKilled: boolean;
};

/** Plays until the program is killed. */
export async function killedRun(run: KillRun): Promise<KilledRun> {
  const { data, args, isOnScreen } = run;
  const play = isOnScreen ? playerOnScreen : playerInLines;
  const player = play([...args, '--data-dir', data]);
  const seen: KilledRun = {
    first: undefined,
    place: undefined,
    given: [],
    faults: [],
    isKilled: false,
  };
  const killing = playKeys(player, run, seen).then(() => untilKill(player, run));
  const hung = later(LONGEST_RUN, 'hung', { ref: false });
  if ((await Promise.race([killing, hung])) === 'hung')
    seen.faults.push(`it hung for ${LONGEST_RUN / 1000} s`);
  player.kill();
  const end = await player.ended;
  noteVerdict(seen, player.right());
  seen.isKilled = end.isKilled;
  seen.faults.push(...endFaults(player, end, run));
  return seen;
}

const quits = ({ moment }: KillRun): boolean => moment === 'leaving' || moment === 'summarizing';

function endFaults(player: Player, { isKilled, code, signal }: PlayerEnd, run: KillRun): string[] {
  const faults: string[] = [];
  if (!isKilled && !(quits(run) && code === 0))
    faults.push(`it ended by itself, with code ${code} and signal ${signal}`);
  const crash = player.crash();
  if (crash) faults.push(`a stack trace was shown: ${JSON.stringify(crash.slice(0, 400))}`);
  return faults;
}

/** Presses the planned keys. Waits for what the last one leads to only if the key to quit follows. */
async function playKeys(player: Player, run: KillRun, seen: KilledRun): Promise<void> {
  const { plan, moment } = run;
  for (let n = 0; n < plan.keys && moment !== 'starting'; n++) {
    const page = await nextPage(player, seen);
    if (!page || page.kind === 'menu') return;
    await press(player, page, { seen, pick: plan.picks[n] ?? 0 });
  }
  if (quits(run)) await nextPage(player, seen);
}

async function nextPage(player: Player, seen: KilledRun): Promise<Page | undefined> {
  const page = await player.page();
  if (!page) return undefined;
  seen.first ??= page;
  seen.place = page.place ?? seen.place;
  noteVerdict(seen, page.kind === 'verdict' ? (page.right ?? false) : page.right);
  return page;
}

type Pick = { readonly seen: KilledRun; readonly pick: number };

async function press(player: Player, page: Page, { seen, pick }: Pick): Promise<void> {
  const picked = 1 + Math.floor(pick * page.choices);
  const choice = picked === page.tried ? 1 + (picked % page.choices) : picked;
  if (page.kind === 'board') return player.put(choice);
  if (page.kind === 'second-look' && pick < SHOWN) return player.show();
  if (page.kind !== 'question' && page.kind !== 'full-board') return player.next();
  const isBoard = page.kind === 'full-board';
  // In lines only the first page of a step says which step it is.
  const question = { ...page, place: page.place ?? seen.place };
  seen.given.push({ question, choice: isBoard ? 0 : choice, right: undefined });
  if (isBoard) player.handIn();
  else await player.answer(choice);
}

/** How many of the second looks end with a look at the answer. */
const SHOWN = 0.3;

/** An answer counts as taken from the moment that its verdict is shown. */
function noteVerdict({ given }: KilledRun, right: boolean | undefined): void {
  const last = given.at(-1);
  if (last) last.right ??= right;
}

/** Waits for the planned instant. A timer takes a millisecond at least, and on a busy machine far longer. */
async function untilKill(player: Player, run: KillRun): Promise<void> {
  const { data, plan, moment, isOnScreen } = run;
  const begun = moment === 'summarizing' && summaryBegun(data, player.ended);
  if (quits(run)) player.quit();
  await begun;
  const delay = plan.delay * longestDelay(moment, isOnScreen);
  if (delay >= 1) await Promise.race([later(delay), player.ended]);
}

/** Resolves when the program begins the file that becomes the summary, or ends without one. */
function summaryBegun(data: string, ended: Promise<unknown>): Promise<unknown> {
  const watcher = watch(path.join(data, COURSE), { persistent: false });
  const begun = new Promise<void>((resolve) => {
    watcher.on('change', (_, name) => {
      if (String(name).startsWith('fold-')) resolve();
    });
  });
  return Promise.race([begun, ended]).finally(() => watcher.close());
}
