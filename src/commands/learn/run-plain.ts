import type { CourseMaterial } from '../../core/course/ledger.js';
import type { SessionStore } from '../../core/session/session-store.js';
import { isUtf8 } from '../../core/text/ascii.js';
import type { Environment } from '../environment.js';
import type { ExitReason } from '../exit-codes.js';
import { lineWidth } from '../line-width.js';

/** The lines of the input; each session continues where the one before stopped. */
export type PendingInput = { lines?: AsyncIterator<string, void, void> };

const WIDEST_LINE = 72;

type PlainOptions = {
  readonly store: SessionStore;
  readonly material: () => CourseMaterial;
  readonly warnings: () => readonly string[];
  /** Whether the session is for one lesson or the review: then `1` leaves at the summary. */
  readonly inLesson: boolean;
  readonly input: PendingInput;
};

/** Runs the session in numbered lines until the learner leaves it. */
export async function runPlain(
  { input, ...options }: PlainOptions,
  environment: Environment,
): Promise<ExitReason> {
  const { stdin, stdout, fault, env, platform } = environment;
  const { runLines } = await import('../../plain/run.js');
  const { linesOf } = await import('../../plain/line-input.js');
  input.lines ??= stdin.isTTY ? untilCtrlC(linesOf(stdin)) : linesOf(stdin);
  const session = runLines({
    ...options,
    streams: { input: stdin, output: stdout, lines: input.lines },
    width: lineWidth(environment, WIDEST_LINE),
    ascii: !isUtf8(env, platform),
  });
  return Promise.race([session, interrupted(), fault]);
}

const interrupted = (): Promise<'interrupt'> =>
  new Promise((resolve) => process.once('SIGINT', () => resolve('interrupt')));

/** If another program has left a protocol for keys on, the terminal sends Ctrl-C as a sequence, which is part of a line. */
async function* untilCtrlC(
  lines: AsyncIterable<string, void, void>,
): AsyncGenerator<string, void, void> {
  const { splitKeys } = await import('../../ui/terminal/parse-keys.js');
  for await (const line of lines) {
    const { keys } = splitKeys(Buffer.from(line).toString('latin1'));
    if (keys.includes('\x03')) {
      process.emit('SIGINT', 'SIGINT');
      return;
    }
    yield line;
  }
}
