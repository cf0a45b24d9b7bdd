import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { type AnswerEntry, entriesOf, logText } from '../answer-log.js';
import { inFolder } from '../folders.js';
import type { Part } from '../part.js';
import { planned } from '../plans.js';
import { kindsCourse, type PlayedCourse, shippedCourse } from '../played-course.js';
import { startFaults } from '../whole-log.js';
import { dueIn, lessonToBegin, lessonUnderWay, writeHalfWay } from './half-way.js';
import { keptOtherwise } from './kept-as-shown.js';
import { type KillPlan, killPlan, momentOf } from './kill-plan.js';
import { type KilledRun, killedRun } from './killed-run.js';
import {
  keptElsewhere,
  numberOf,
  otherPage,
  pageToCome,
  startAgain,
  type Task,
} from './resumed.js';

const RUNS = { full: 1000, short: 4 };

/** Two players at a time, each with progress of its own, so that it is known what each run has saved. */
const PLAYERS = [0, 1];

/** Lessons come most often, because only they have a step to resume at. Half of them have every kind of question. */
const WORK: readonly { readonly kind: Task['kind']; readonly course: PlayedCourse }[] = [
  { kind: 'learn', course: shippedCourse },
  { kind: 'review', course: shippedCourse },
  { kind: 'drill', course: shippedCourse },
  { kind: 'learn', course: kindsCourse },
];

/** Every fifth run is followed by a start that ends by itself. */
const STARTS_AGAIN = 5;

/** Three runs of ten are in a pseudo-terminal. */
const isOnScreen = (n: number): boolean => [1, 4, 8].includes(n % 10);

/** A run that ends before it is killed is repeated with another plan, and killed after half the time. */
const MOST_TRIES = 20;
const plansOfRun = fc.array(killPlan, { minLength: MOST_TRIES, maxLength: MOST_TRIES });

/** What all runs have tried. Answers count once they were shown as taken. */
type Counts = Record<'kills' | 'summaries' | 'resumed' | 'boards' | Kind, number>;
type Kind = AnswerEntry['k'];
const NOTHING = { kills: 0, summaries: 0, resumed: 0, boards: 0 };

const ENTRY_KIND = { learn: 'answer', review: 'review', drill: 'drill' } as const;
const KIND_NAMES: Readonly<Record<Kind, string>> = {
  answer: 'in lessons',
  review: 'in reviews',
  drill: 'in drills',
};

/** Kills the program at any instant, again and again, over progress that grows. */
export const kill: Part = {
  name: 'kill',
  run: async ({ seed, short, say }) => {
    const runs = short ? RUNS.short : RUNS.full;
    const counts: Counts = { ...NOTHING, answer: 0, review: 0, drill: 0 };
    const faults: string[] = [];
    const play = (player: number) =>
      inFolder(async (folder) => {
        const data = path.join(folder, 'data');
        writeHalfWay(data);
        for (let n = player; n < runs; n += PLAYERS.length) {
          if (n % 100 === 0) say(`kill, ${n} of ${runs}`);
          const found = await killOnce({ data, counts, n }, planned(plansOfRun, seed + n));
          faults.push(...found.map((fault) => `kill ${n} of seed ${seed}: ${fault}`));
        }
      });
    await Promise.all(PLAYERS.map(play));
    faults.push(...notTried(counts, runs));
    return { tried: counts.kills, faults, details: details(counts) };
  },
};

/** One run of a player; n is its number among all runs. */
type Run = { readonly data: string; readonly counts: Counts; readonly n: number };

async function killOnce(run: Run, plans: readonly KillPlan[]): Promise<readonly string[]> {
  for (const [tries, plan] of plans.entries()) {
    const sooner = { ...plan, delay: plan.delay / 2 ** tries };
    const { isKilled, faults } = await tryToKill(run, sooner);
    if (isKilled || faults.length > 0) return faults;
  }
  return [`the program ended before the kill, ${plans.length} times`];
}

/** Plays one run, and compares what is on disk after it with what was shown. */
async function tryToKill({ data, counts, n }: Run, plan: KillPlan) {
  const turn = Math.floor(n / PLAYERS.length);
  const { kind, course } = WORK[turn % WORK.length] as (typeof WORK)[number];
  const moment = momentOf(turn, course === shippedCourse);
  const task = nextTask(data, kind, course, plan);
  const { id } = course.index;
  // Without a summary on disk, leaving writes one.
  if (moment === 'summarizing' || plan.dropsSummary)
    rmSync(path.join(data, id, 'fold.json'), { force: true });
  const before = { log: logText(data, id), due: dueIn(data), page: pageToCome(data, task) };
  const unfinished = unfinishedSummaries(data);
  const run = await killedRun({ data, args: task.args, plan, moment, isOnScreen: isOnScreen(n) });
  count(counts, run, task);
  if (run.isKilled && unfinishedSummaries(data) > unfinished) counts.summaries += 1;
  const faults = [...run.faults, ...lost(data, run, { task, before }), ...startFaults(data, id)];
  if (n % STARTS_AGAIN === 0) faults.push(...(await startAgain(data, task)));
  const how = `${task.args.join(' ')}${isOnScreen(n) ? ' on screen' : ''}, killed ${moment}`;
  return { isKilled: run.isKilled, faults: faults.map((fault) => `${how}: ${fault}`) };
}

const unfinishedSummaries = (data: string): number =>
  readdirSync(path.join(data, shippedCourse.index.id)).filter((name) => name.startsWith('fold-'))
    .length;

/** Once nothing is due any more, the learner is half way again. A lesson that is done begins again. */
function nextTask(data: string, kind: Task['kind'], course: PlayedCourse, plan: KillPlan): Task {
  if (kind === 'review' && dueIn(data).size === 0) writeHalfWay(data);
  if (kind !== 'learn') return { kind, course, args: [kind] };
  const underWay = lessonUnderWay(data, course);
  const lesson = underWay ?? lessonToBegin(data, course, plan.lesson);
  const isNamed = !underWay || plan.namesLesson;
  const name = isNamed ? [String(numberOf(course, lesson))] : [];
  return { kind, course, lesson, args: [kind, ...name, ...course.args] };
}

function count(counts: Counts, { isKilled, first, given }: KilledRun, { kind }: Task): void {
  if (isKilled) counts.kills += 1;
  if (first) counts.resumed += 1;
  const shown = given.filter(({ right }) => right !== undefined);
  counts[ENTRY_KIND[kind]] += shown.length;
  counts.boards += shown.filter(({ question }) => question.kind === 'full-board').length;
}

type Before = {
  readonly log: string;
  readonly due: ReadonlySet<string>;
  readonly page: ReturnType<typeof pageToCome>;
};

/** What the kill has lost or changed of what was shown and of what was there before. */
function lost(
  data: string,
  run: KilledRun,
  { task, before }: { readonly task: Task; readonly before: Before },
): string[] {
  const { course, kind } = task;
  const log = logText(data, course.index.id);
  if (!log.startsWith(before.log)) return ['the log was changed, and not only added to'];
  const entries = entriesOf(log.slice(before.log.length));
  const repeated = entries.filter((one) => one.k === 'review' && !before.due.has(one.check));
  const gained = { course, before: entriesOf(before.log), entries, kind: ENTRY_KIND[kind] };
  return [
    ...keptOtherwise(run.given, gained),
    ...keptElsewhere(data, run, task),
    ...(run.first ? otherPage(before.page, run.first) : []),
    ...repeated.map((one) => `reviewed again today: ${JSON.stringify(one)}`),
  ];
}

/** So many runs try everything, unless something keeps them from trying at all. */
const ENOUGH_RUNS = 100;

function notTried(counts: Counts, runs: number): string[] {
  const { kills, summaries, boards, answer, review, drill } = counts;
  const faults = kills < runs ? [`not tried: ${runs - kills} of ${runs} kills`] : [];
  if (answer + review + drill === 0) faults.push('not tried: no answer was shown as saved');
  if (runs < ENOUGH_RUNS) return faults;
  const missing = Object.entries(KIND_NAMES).filter(([kind]) => counts[kind as Kind] === 0);
  faults.push(...missing.map(([, name]) => `not tried: no answer ${name} was shown as saved`));
  if (boards === 0) faults.push('not tried: no board was shown as saved');
  if (summaries === 0) faults.push('not tried: no kill during a summary');
  return faults;
}

function details(counts: Counts): string {
  const answers = Object.entries(KIND_NAMES).map(
    ([kind, name]) => `${counts[kind as Kind]} ${name}`,
  );
  return `answers shown as saved: ${answers.join(', ')}, ${counts.boards} boards; ${counts.summaries} killed during a summary, ${counts.resumed} starts resumed`;
}
