import assert from 'node:assert/strict';
import path from 'node:path';
import fc from 'fast-check';
import { checksOf } from '../../../src/core/course/lesson.js';
import { isAskedFromMemory } from '../../../src/core/review/from-memory.js';
import { type Case, combined, tryCases } from '../cases.js';
import { inFolder } from '../folders.js';
import { type Part, type PartResult, type RunOptions, sizeIn } from '../part.js';
import { isCrash, startPlain } from '../plain-program.js';
import { faultsOf } from '../plans.js';
import { lessons } from '../shipped-course.js';
import { Computers } from './computers.js';
import { BETWEEN, plan, type SessionStep } from './plan.js';

const RUNS = { full: 400, short: 20, brief: 8 };

/**
 * Clocks that jump ahead, back and before 1970, on two computers that exchange their progress. No answer is lost, the
 * order of the log stays strict, a log is healed once, a summary says what the log says, and no answer counts as given
 * long after it was.
 */
export const clocks: Part = {
  name: 'clocks',
  run: async (options) => {
    const { short, say } = options;
    const sessions = await inSessions(options);
    const cases = short ? { [SHORT]: programCases[SHORT] } : programCases;
    return combined('', [sessions, await tryCases('clocks', cases, { say, workers: 2 })]);
  },
};

async function inSessions(options: RunOptions): Promise<PartResult> {
  const { seed, say } = options;
  const runs = sizeIn(options, RUNS);
  let tried = 0;
  let answers = 0;
  const property = fc.asyncProperty(plan, async (steps) => {
    if (tried % 250 === 0) say(`clocks, ${tried} of ${runs} runs`);
    tried += 1;
    answers += await inFolder((folder) => lived(steps, folder));
  });
  const faults = await faultsOf('clocks', property, { seed, runs });
  return { tried, faults, details: `${answers} answers on two computers with wrong clocks` };
}

/** @returns how many answers were given */
async function lived(steps: readonly SessionStep[], folder: string): Promise<number> {
  const computers = new Computers(folder);
  for (const [i, step] of steps.entries()) {
    await computers.take(step);
    if (i % BETWEEN === BETWEEN - 1) computers.settle();
  }
  computers.settle();
  return computers.answers;
}

/** How many questions of lesson 1 no review asks. */
const NOT_REVIEWED = (lessons[0] ? checksOf(lessons[0]) : []).filter(
  (check) => !isAskedFromMemory(check),
).length;

/** Answers questions and opens each next page. A second try takes no choice that was tried: after 1 comes 2. */
const LESSON_LINES = '1\n1\n2\n'.repeat(40);

type Progress = {
  readonly due: readonly number[];
  readonly lessons: readonly { readonly answered: number }[];
};

/** The built program in three sessions: with a wrong clock, with the right one, and two days later. */
const withProgram =
  (wrong: string, warning: RegExp): Case =>
  async (folder) => {
    const data = path.join(folder, 'data');
    const run = async (moment: string, words: readonly string[], input = '') => {
      const shift = Date.parse(moment) - Date.now();
      const code = `const now = Date.now; Date.now = () => now() + ${shift};`;
      const node = ['--import', `data:text/javascript,${encodeURIComponent(code)}`];
      const end = await startPlain([...words, '--data-dir', data], { input, node }).ended;
      assert.ok(end.code === 0 && !isCrash(end.err), `exit code ${end.code}: ${end.err}`);
      return end;
    };
    await run(wrong, ['learn', '1', '--plain'], LESSON_LINES);
    const { out, err } = await run('2026-11-28T12:00:00Z', ['progress', '--json']);
    assert.match(err, warning);
    const later = await run('2026-11-30T12:00:00Z', ['progress', '--json']);
    assert.equal(later.err, '', 'a second start says something');
    const [before, after] = [out, later.out].map((text) => JSON.parse(text) as Progress);
    const answered = after?.lessons[0]?.answered ?? 0;
    assert.ok(answered > 3, `${answered} questions answered`);
    assert.equal(answered, before?.lessons[0]?.answered, 'answers are lost');
    const due = after?.due.slice(0, 8).reduce((sum, count) => sum + count, 0);
    const scheduled = answered - NOT_REVIEWED;
    assert.ok((due ?? 0) >= scheduled, `${due} of ${scheduled} questions due within a week`);
  };

const SHORT = 'a clock in 2031';

const programCases: Readonly<Record<typeof SHORT, Case>> & Readonly<Record<string, Case>> = {
  [SHORT]: withProgram('2031-05-01T12:00:00Z', /2031-05-01/),
  'a clock next week': withProgram('2026-12-05T12:00:00Z', /2026-12-05/),
  'a clock at the end of time': withProgram('+275760-09-12T23:59:00Z', /\+275760-09-1/),
  'a clock in 1970': withProgram('1970-01-01T00:05:00Z', /^$/),
  'a clock before 1970': withProgram('1960-01-01T12:00:00Z', /^$/),
};
