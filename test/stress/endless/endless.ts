import assert from 'node:assert/strict';
import { chance } from '../../../scripts/chance.mjs';
import { answersIn, logText } from '../answer-log.js';
import { type Case, combined, tryCases } from '../cases.js';
import { gradedSince, logLengths } from '../graded-log.js';
import { wentThroughAll } from '../history.js';
import type { Part } from '../part.js';
import { PlainDrill } from '../plain-drill.js';
import { acknowledged, isCrash, type PlainEnd } from '../plain-program.js';
import { startFaults } from '../whole-log.js';
import { fed, LIMITED, readSlowly, startLimited } from './fed-program.js';
import { resultFaults } from './result-faults.js';
import {
  answers,
  type Input,
  MADE_A_PIECE,
  MEANINGLESS,
  refused,
  type Stream,
  words,
} from './streams.js';

/** How many pieces go into a session that takes them all. */
type Amount = { readonly words: number; readonly refused: number; readonly answers: number };
/** With so many refused look-ups, 300 bytes for each would be too much. */
const FULL: Amount = { words: 20, refused: 170, answers: 12 };
const SHORT: Amount = { words: 1, refused: 3, answers: 2 };

/** The sessions that read lines. */
const SESSIONS = {
  home: [],
  'a lesson': ['learn', '2'],
  'a review': ['review'],
  'a drill': ['drill'],
  'an exercise': ['workshop', 'join', 'tuesday', '--lesson', '2'],
};

/** Commands that ask before they change something. */
const QUESTIONS = {
  reset: ['reset'],
  'reset of a lesson': ['reset', '2'],
  'reset --erase': ['reset', '--erase'],
};

/** Input without an end: the program ends or goes on in limited memory, and what was answered is in the log. */
export const endless: Part = {
  name: 'endless',
  run: async ({ seed, short, brief, say }) => {
    const stopping = casesThatStop(seed);
    const cases = short
      ? { ...oneOf(stopping, seed), ...(brief ? {} : oneOf(otherCases(seed, SHORT), seed)) }
      : { ...stopping, ...otherCases(seed, FULL) };
    const tried = await tryCases('endless', cases, { say, workers: 2 });
    return combined('streams without an end', [tried]);
  },
};

type Cases = Readonly<Record<string, Case>>;

/** A short run has time for one case of a kind: another with each seed. */
function oneOf(cases: Cases, seed: number): Cases {
  const [name, work] = chance(seed).pick(Object.entries(cases));
  return { [name]: work };
}

const casesThatStop = (seed: number): Cases =>
  each(MEANINGLESS, SESSIONS, (stream, args) => stops(args, stream(seed)));

const otherCases = (seed: number, { answers: pieces, ...amount }: Amount): Cases => ({
  ...each(MEANINGLESS, QUESTIONS, (stream, args) => changesNothing(args, stream(seed))),
  ...each({ words }, SESSIONS, (stream, args) => goesOn(args, stream(seed), amount.words)),
  'refused look-ups into a drill': goesOn(['drill'], refused(seed), amount.refused),
  'answers into a drill': drills(pieces, (data) => fed(drill(data), answers(seed), pieces)),
  'answers into a drill that is read slowly': drills(pieces, async (data) => {
    const program = drill(data);
    const end = fed(program, answers(seed), pieces);
    await readSlowly(program, Math.ceil(pieces / 5));
    return end;
  }),
  'answers into a drill whose input stays open': drills(1, async (data) => {
    const open = new PlainDrill(data, LIMITED);
    await open.answer(MADE_A_PIECE);
    return open.quit();
  }),
});

/** A case for each stream into each command, by the names of both. */
const each = (
  streams: Readonly<Record<string, Stream>>,
  commands: Readonly<Record<string, readonly string[]>>,
  caseOf: (stream: Stream, args: readonly string[]) => Case,
): Cases =>
  Object.fromEntries(
    Object.entries(streams).flatMap(([from, stream]) =>
      Object.entries(commands).map(([to, args]) => [`${from} into ${to}`, caseOf(stream, args)]),
    ),
  );

const start = (args: readonly string[], data: string) =>
  startLimited([...args, '--data-dir', data], { cwd: data });

const drill = (data: string) => start(['drill'], data);

/** Somebody who has learnt for a month runs the program. Nothing that the log should have is missing afterwards. */
const withPast =
  (run: (data: string) => Promise<PlainEnd>, check: (end: PlainEnd, data: string) => void): Case =>
  async (data) => {
    wentThroughAll(data);
    const lengths = logLengths(data);
    const end = await run(data);
    assert.ok(!isCrash(end.err) && end.signal === null, `crashed: ${end.err.slice(0, 300)}`);
    check(end, data);
    const { faults } = gradedSince(data, lengths);
    assert.deepEqual([...faults, ...startFaults(data), ...resultFaults(data)], []);
  };

const stops = (args: readonly string[], input: Input): Case =>
  withPast(
    (data) => fed(start(args, data), input),
    ({ code, err }) => {
      assert.match(err, /^on-the-record: the input has 100 lines in a row that mean nothing.*\n$/);
      assert.equal(code, 1);
    },
  );

const changesNothing =
  (args: readonly string[], input: Input): Case =>
  async (data) => {
    wentThroughAll(data);
    const before = logText(data);
    const { code, out, err } = await fed(start(args, data), input);
    assert.match(out, /Nothing was changed\./);
    assert.deepEqual([code, err], [0, '']);
    assert.equal(logText(data), before);
  };

const goesOn = (args: readonly string[], input: Input, pieces: number): Case =>
  withPast(
    (data) => fed(start(args, data), input, pieces),
    ({ code, err }) => assert.deepEqual([code, err], [0, '']),
  );

/** A drill that takes so many answers. */
const drills = (pieces: number, run: (data: string) => Promise<PlainEnd>): Case =>
  withPast(run, ({ code, out, err }, data) => {
    assert.deepEqual([code, err], [0, '']);
    const shown = acknowledged(out);
    assert.equal(shown, pieces * MADE_A_PIECE, `${shown} verdicts shown`);
    const kept = answersIn(data).filter(({ k }) => k === 'drill').length;
    assert.equal(kept, shown, `${shown} verdicts shown, ${kept} answers kept`);
  });
