import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { entriesOf, logText } from '../answer-log.js';
import { inFolder } from '../folders.js';
import { wentThroughAll } from '../history.js';
import { wordsOf } from '../page.js';
import { type Part, sizeIn } from '../part.js';
import { linesOfRounds } from '../plain-drill.js';
import { acknowledged, isCrash, type PlainEnd, startPlain } from '../plain-program.js';
import { material } from '../shipped-course.js';
import { runOtherCommands, summarizeAgain } from './other-commands.js';
import { type OtherLearner, otherLearners } from './other-learners.js';

/** How many programs answer at a time, how often each, and how many exports are imported meanwhile. */
type Team = { readonly programs: number; readonly answers: number; readonly imports: number };

const TEAMS: readonly Team[] = [
  { programs: 2, answers: 200, imports: 1 },
  { programs: 8, answers: 200, imports: 4 },
];
const SHORT: readonly Team[] = [{ programs: 2, answers: 60, imports: 1 }];
const BRIEF: readonly Team[] = [{ programs: 2, answers: 30, imports: 1 }];

/** So many reviews that programs write a summary of the log. */
const PAST_REVIEWS = 400;

/** Several programs answer on one data folder while other commands reset, import, export and write summaries. */
export const together: Part = {
  name: 'together',
  run: async (options) => {
    const { say } = options;
    const faults: string[] = [];
    let tried = 0;
    for (const team of sizeIn(options, { full: TEAMS, short: SHORT, brief: BRIEF })) {
      say(`together, ${team.programs} programs`);
      const { shown, found } = await inFolder((folder) => answerTogether(folder, team));
      tried += shown;
      faults.push(...found.map((fault) => `${team.programs} programs: ${fault}`));
    }
    return { tried, faults, details: 'answers of several programs at a time' };
  },
};

type TeamResult = { readonly shown: number; readonly found: readonly string[] };

async function answerTogether(folder: string, team: Team): Promise<TeamResult> {
  const { programs, answers, imports } = team;
  const data = path.join(folder, 'data');
  mkdirSync(data);
  wentThroughAll(data, PAST_REVIEWS);
  const before = logText(data);
  const others = otherLearners(folder, imports);
  const drills = Promise.all(Array.from({ length: programs }, () => drill(data, answers)));
  const found = await runOtherCommands(data, others);
  const ends = await drills;
  const shown = ends.flatMap(({ out }) => shownAnswers(out));
  if (shown.length !== programs * answers)
    found.push(`${shown.length} of ${programs * answers} questions were answered`);
  found.push(...ends.flatMap(endFaults), ...lost(data, { before, others, shown }));
  found.push(...(await summarizeAgain(data)));
  return { shown: shown.length, found };
}

const drill = (data: string, answers: number): Promise<PlainEnd> =>
  startPlain(['--plain', 'drill', '--data-dir', data], { input: `${linesOfRounds(answers)}q\n` })
    .ended;

const endFaults = ({ code, err }: PlainEnd): string[] =>
  code === 0 && !isCrash(err) ? [] : [`a drill ended with code ${code}: ${err.slice(0, 300)}`];

/** The answers that were shown as taken: the claim that was asked about, and the verdict. */
const shownAnswers = (out: string): string[] =>
  out
    .split(/^Who said it\? Question \d+ of \d+(?:, \d+ right)?$/m)
    .slice(1)
    .filter((page) => acknowledged(page) > 0)
    .map((page) => {
      const words = wordsOf(page);
      const claim = material.claims.find(({ said }) => said && words.startsWith(wordsOf(said)));
      return answerName(claim?.id, /^Right$/m.test(page));
    });

const answerName = (claim: string | undefined, isRight: boolean): string =>
  `${claim} ${isRight ? 'right' : 'wrong'}`;

type Expected = {
  readonly before: string;
  readonly others: readonly OtherLearner[];
  readonly shown: readonly string[];
};

/** What the log lacks of what it held before, of the imports, and of what was shown as taken. */
function lost(data: string, { before, others, shown }: Expected): string[] {
  const text = logText(data);
  const entries = entriesOf(text);
  const ids = new Set(entries.map(({ id }) => id));
  const imported = new Set(others.flatMap((one) => one.entries.map(({ id }) => id)));
  const old = new Set(entriesOf(before).map(({ id }) => id));
  const drilled = entries.flatMap((one) =>
    one.k === 'drill' && !imported.has(one.id) && !old.has(one.id)
      ? [answerName(one.claim, one.right)]
      : [],
  );
  const missing = [...imported].filter((id) => !ids.has(id)).length;
  return [
    ...(text.startsWith(before) ? [] : ['the log was changed, and not only added to']),
    ...(ids.size === entries.length ? [] : [`${entries.length - ids.size} ids twice`]),
    ...(missing === 0 ? [] : [`${missing} of ${imported.size} imported entries are lost`]),
    ...differences(shown, drilled),
  ];
}

/** Compares what was shown with what was kept, each as often as it came, in any order. */
function differences(shown: readonly string[], kept: readonly string[]): string[] {
  const left = [...kept];
  const missing = shown.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  if (missing.length === 0 && left.length === 0) return [];
  return [
    `${shown.length} answers shown, ${kept.length} kept; not among them: ${missing.slice(0, 3).join(', ')}`,
  ];
}
