import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type { LogEntry } from '../../src/core/log/entry.js';
import { type Scene, scene } from '../../src/core/scene/scene.js';
import { lineStreams } from '../../src/plain/line-streams.js';
import { runLines } from '../../src/plain/run.js';
import { expectSame, type GuessPlan, type Pressed } from './guessing-learner.js';
import type { SceneOf } from './hands.js';
import { course } from './kinds-course.js';
import { capturedOutput } from './plain-session.js';
import { sessionInMemory } from './session-in-memory.js';
import { shownBeside } from './shown-beside.js';

/**
 * Types guesses in line mode, over streams, and reads what is printed. Throws as soon as the program stores another choice
 * than the one printed with the number that was typed. @returns the log
 */
export async function typedAsPrinted({ seed, rolls }: GuessPlan): Promise<readonly LogEntry[]> {
  const opening = { does: 'open', lesson: 'kinds' } as const;
  const { store, log } = sessionInMemory(course, { log: [], seed: () => seed, opening });
  const { output, text } = capturedOutput();
  const input = new PassThrough();
  const ended = runLines({
    store,
    material: () => course.material,
    streams: lineStreams(input, output),
    width: () => 72,
    ascii: false,
    inLesson: true,
    unsaved: () => 0,
  });
  await prompted(text, 0);
  for (const roll of rolls) {
    const now = scene(store.state());
    if (now.kind === 'summary') break;
    const line = lineFor(now, roll);
    const should = expected(now, line, text());
    const [printed, before] = [text().length, log.length];
    input.write(`${line}\n`);
    await prompted(text, printed);
    const stored = log
      .slice(before)
      .flatMap((entry) =>
        entry.k === 'answer' ? [{ check: entry.check, choice: entry.choice }] : [],
      );
    expectSame(`after ${JSON.stringify(line)}`, stored, should);
  }
  input.end();
  await ended;
  return log;
}

/** Waits for the next prompt, which ends the output. */
async function prompted(text: () => string, length: number): Promise<void> {
  for (let turns = 0; turns < 10_000; turns += 1) {
    if (text().length > length && text().endsWith(': ')) return;
    await turn();
  }
  throw new Error(`no prompt after\n${text().slice(-500)}`);
}

function lineFor(now: Scene, roll: number): string {
  if (roll % 19 === 0) return 'b';
  const isMissed = now.kind === 'second-look' || (now.kind === 'board' && now.again);
  if (isMissed && roll % 5 === 0) return 's';
  if (now.kind === 'check') return String((roll % now.choices.length) + 1);
  if (now.kind !== 'board') return '';
  if (now.toGo === 0 && roll % 3 > 0) return '';
  return String((roll % 3) + 1);
}

/** What a line must store, by what was printed before it. */
function expected(now: Scene, line: string, printed: string): readonly Pressed[] {
  const page = printed.slice('step' in now ? printed.lastIndexOf(stemOf(now)) : 0);
  if (now.kind === 'check' && /^\d$/.test(line)) {
    const choice = shownBeside(Number(line), page, now.step.choices);
    return choice === now.missed?.id ? [] : [{ check: now.step.id, choice }];
  }
  if (now.kind === 'board' && now.toGo === 0 && line === '') return listed(now, page);
  return [];
}

const stemOf = (now: Extract<Scene, { step: unknown }>): string =>
  'stem' in now.step ? now.step.stem : '';

/** The headings in the list that is printed before a board is handed in: "2. Statement row-fee – 1 demanded". */
const listed = ({ rows, step }: SceneOf<'board'>, page: string): readonly Pressed[] =>
  rows
    .filter(({ isFixed }) => !isFixed)
    .map(({ check }) => {
      const statement = check.row?.statement ?? '';
      const [line = ''] = page.slice(page.lastIndexOf(statement) + statement.length).split('\n');
      const number = Number(/\d/.exec(line)?.[0]);
      return { check: check.id, choice: shownBeside(number, page, step.headings) };
    });
