import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { chance } from '../chance.mjs';
import { ENTRY_OF, heldTo } from './given.mjs';
import { dueIn, halfWay, lessonToBegin, lessonUnderWay } from './half-way.mjs';
import { killedRun, runPlan } from './killed-run.mjs';
import { COURSE, entriesOf, inFolder, isAnswer, lessons, logText } from './program.mjs';
import { elsewhere, leftElsewhere, pageToBegin, startedAgain } from './resumed.mjs';
import { wholeLogJudge } from './whole-log.mjs';

/** A store for each core, so that what one run has saved can be told. */
const SIDES = [0, 1];

/** Lessons most of all, since they have a place to come back to. */
const WORK = ['learn', 'review', 'learn', 'drill'];

/** Each so many runs the program is started once more and left to end by itself. */
const AGAIN = 5;

/** A run that ends before it is killed is no kill, and is done again: but not for ever. */
const MOST_TRIES = 20;

/** A learner whose program is killed at some instant, again and again, on a store that goes on growing. */
export async function kill({ seed, runs, say }) {
  const judge = await wholeLogJudge();
  const count = { killed: 0, answer: 0, review: 0, drill: 0, folding: 0, resumed: 0 };
  const faults = [];
  await Promise.all(
    SIDES.map((side) =>
      inFolder(async (folder) => {
        const data = path.join(folder, 'data');
        halfWay(data);
        const victim = { data, judge, count, mine: chance(seed + side) };
        for (let n = side; n < runs; n += SIDES.length) {
          if (n % 100 === 0) say(`kill, ${n} of ${runs}`);
          const found = await killedOnce(victim, n);
          faults.push(...found.map((fault) => `kill ${n} of seed ${seed}: ${fault}`));
        }
      }),
    ),
  );
  return { tried: count.killed, faults: [...faults, ...untried(count, runs)], told: told(count) };
}

async function killedOnce(victim, n) {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { killed, faults } = await tryToKill(victim, n);
    if (killed || faults.length > 0) return faults;
  }
  return [`it ended before it could be killed, ${MOST_TRIES} times`];
}

/** One run, and what is found on disk after it. */
async function tryToKill({ data, mine, judge, count }, n) {
  const turn = Math.floor(n / SIDES.length);
  const task = nextTask(data, mine, judge, turn);
  const plan = runPlan(mine, turn, n % 10 < 3);
  // Without a fold leaving has one to write; each third run otherwise, so that starts meet both.
  if (plan.moment === 'folding' || mine.next() < 0.33) rmSync(inStore(data, 'fold.json'), GONE);
  const before = { log: logText(data), due: dueIn(data), page: pageToBegin(data, task) };
  const folds = halfFolds(data);
  const run = await killedRun(data, task.args, plan);
  if (run.killed) count.killed += 1;
  if (run.killed && halfFolds(data) > folds) count.folding += 1;
  if (run.first) count.resumed += 1;
  count[ENTRY_OF[task.kind]] += run.given.filter(({ right }) => right !== undefined).length;
  const faults = [...run.faults, ...found(run, data, task, before), ...judge(data).faults];
  if (n % AGAIN === 0) faults.push(...(await startedAgain(data, task)));
  const how = `${task.args.join(' ')}${plan.onScreen ? ' on screen' : ''}, killed ${plan.moment}`;
  return { killed: run.killed, faults: faults.map((fault) => `${how}: ${fault}`) };
}

const GONE = { force: true };
const inStore = (data, name) => path.join(data, COURSE, name);

/** What was left of folds that were being written. */
const halfFolds = (data) =>
  readdirSync(path.join(data, COURSE)).filter((name) => name.startsWith('fold-')).length;

/** Where nothing is due any more, or a lesson is learned, it begins anew. */
function nextTask(data, mine, judge, turn) {
  const kind = WORK[turn % WORK.length];
  if (kind === 'review' && dueIn(data).size === 0) halfWay(data);
  if (kind !== 'learn') return { kind, args: [kind] };
  const begun = lessonUnderWay(data);
  const lesson = begun ?? lessonToBegin(mine, judge(data).store);
  const named = begun && mine.next() < 0.5 ? [] : [String(lessons.indexOf(lesson) + 1)];
  return { kind, lesson, args: [kind, ...named] };
}

/** What a kill has lost of what was shown, or made of it. */
function found(run, data, task, before) {
  const log = logText(data);
  if (!log.startsWith(before.log)) return ['the log is not what it was, with more behind it'];
  const answers = entriesOf(log.slice(before.log.length)).filter(isAnswer);
  const faults = [
    ...heldTo(run.given, answers, ENTRY_OF[task.kind]),
    ...leftElsewhere(run, data, task),
    ...(run.first ? elsewhere(before.page, run.first) : []),
  ];
  for (const { k, check } of answers)
    if (k === 'review' && !before.due.has(check)) faults.push(`${check} was asked again today`);
  return faults;
}

const NAMES = { answer: 'in lessons', review: 'in reviews', drill: 'in rounds' };

/** What a run of this length cannot have missed, unless it tried nothing. */
function untried(count, runs) {
  const none = Object.keys(NAMES).filter((kind) => count[kind] === 0);
  const faults = none.map((kind) => `not tried: no answer ${NAMES[kind]} was shown as saved`);
  if (count.killed < runs) faults.push(`not tried: ${runs - count.killed} of ${runs} kills`);
  if (runs >= 100 && count.folding === 0) faults.push('not tried: no kill came amid a fold');
  return faults;
}

const told = (count) =>
  `answers shown as saved: ${Object.entries(NAMES)
    .map(([kind, name]) => `${count[kind]} ${name}`)
    .join(', ')}; ${count.folding} killed amid a fold, ${count.resumed} starts came back`;
