import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROUND } from '../../src/core/drill/drill.js';
import { DAY, stampsFrom } from '../support/past.js';
import { logOf } from './answer-log.js';
import {
  acknowledged,
  type PlainEnd,
  type PlainProgram,
  type PlainStart,
  startPlain,
} from './plain-program.js';
import { index } from './shipped-course.js';

/** In milliseconds. Everything here takes far less: what has not come by then never comes. */
const LONGEST_WAIT = 30_000;

/**
 * What a learner types to answer so many questions with the first choice. After each tenth, another round begins.
 * @param before how many questions of this session are answered already
 */
export const linesOfRounds = (count: number, before = 0): string =>
  Array.from({ length: count }, (_, n) =>
    (before + n + 1) % ROUND === 0 ? '1\n\n1\n' : '1\n\n',
  ).join('');

/** The entries of somebody who has read the story and answered nothing. */
export function storyRead(): readonly object[] {
  const stamp = stampsFrom(Date.now() - DAY, 'read');
  return index.lessons.flatMap(({ id: lesson }) => [
    { ...stamp(), k: 'start', lesson, seed: 'past' },
    { ...stamp(), k: 'at', lesson, step: 'end' },
  ]);
}

/** The drill asks only about what was read, so a folder without a log gets one. */
function readStory(data: string): void {
  const log = logOf(data);
  if (existsSync(log)) return;
  const lines = storyRead().map((entry) => `${JSON.stringify(entry)}\n`);
  mkdirSync(path.dirname(log), { recursive: true, mode: 0o700 });
  writeFileSync(log, lines.join(''), { mode: 0o600 });
}

/** A learner in the drill "Who said it?", in plain lines. Each answer is one entry of the log. */
export class PlainDrill {
  readonly #program: PlainProgram;
  #typed = 0;
  #end: PlainEnd | undefined;

  constructor(data: string, options: PlainStart = {}) {
    readStory(data);
    const args = ['--plain', '--data-dir', data, 'drill'];
    this.#program = startPlain(args, { ...options, isInputOpen: true });
    void this.#program.ended.then((end) => {
      this.#end = end;
    });
  }

  /** Gives answers and waits for their verdicts. */
  async answer(count: number): Promise<void> {
    const wanted = this.#verdicts() + count;
    this.type(count);
    await this.waitForVerdicts(wanted);
  }

  /** Gives answers without waiting. */
  type(count: number): void {
    this.#program.child.stdin.write(linesOfRounds(count, this.#typed));
    this.#typed += count;
  }

  /** Waits until the program has shown this many verdicts since it began. */
  async waitForVerdicts(wanted: number): Promise<void> {
    await this.#until(() => this.#verdicts() >= wanted, `${wanted} verdicts`);
  }

  async quit(): Promise<PlainEnd> {
    this.#program.child.stdin.end('q\n');
    await this.#until(() => this.#end !== undefined, 'end');
    return this.#program.ended;
  }

  #verdicts(): number {
    return acknowledged(this.#program.said.out);
  }

  async #until(isThere: () => boolean, what: string): Promise<void> {
    const { child, ended } = this.#program;
    const signal = AbortSignal.timeout(LONGEST_WAIT);
    while (!isThere()) {
      if (this.#end || signal.aborted) throw this.#failure(what);
      await Promise.race([once(child.stdout, 'data', { signal }), ended]).catch(() => {});
    }
  }

  #failure(what: string): Error {
    const { child, said } = this.#program;
    child.kill('SIGKILL');
    const why = this.#end ? `it ended with ${this.#end.code}` : 'too late';
    return new Error(`no ${what}: ${why}: ${(said.err || said.out).slice(-300)}`);
  }
}
