import { once } from 'node:events';
import {
  acknowledged,
  type PlainEnd,
  type PlainProgram,
  type PlainStart,
  startPlain,
} from './plain-program.js';

/** In milliseconds. Everything here takes far less: what has not come by then never comes. */
const LONGEST_WAIT = 30_000;

/** A learner in the drill "Who said it?", in plain lines. Each answer is one entry of the log. */
export class PlainDrill {
  readonly #program: PlainProgram;
  #end: PlainEnd | undefined;

  constructor(args: readonly string[], options: PlainStart = {}) {
    this.#program = startPlain(['--plain', ...args, 'drill'], { ...options, isInputOpen: true });
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
    this.#program.child.stdin.write('1\n\n'.repeat(count));
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
