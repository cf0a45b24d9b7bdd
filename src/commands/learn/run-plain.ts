import type { CourseMaterial } from '../../core/course/ledger.js';
import type { SessionStore } from '../../core/session/store.js';
import { isUtf8 } from '../../core/text/ascii.js';
import type { Environment } from '../environment.js';
import type { ExitReason } from '../exit-codes.js';

/** The input's lines, read on from one session to the next. */
export type PendingInput = { lines?: AsyncIterator<string, void, void> };

const WIDEST_LINE = 72;

type PlainOptions = {
  readonly store: SessionStore;
  readonly material: () => CourseMaterial;
  /** What has gone wrong so far. */
  readonly warnings: () => readonly string[];
  /** Whether one lesson was asked for: at its summary `1` then leaves. */
  readonly inLesson: boolean;
  readonly held: PendingInput;
};

/** Leads the session in numbered lines until it is left. */
export async function runPlain(
  { held, ...told }: PlainOptions,
  { stdin, stdout, fault, env, platform }: Environment,
): Promise<ExitReason> {
  const { runLines } = await import('../../plain/run.js');
  const { linesOf } = await import('../../plain/line-input.js');
  held.lines ??= linesOf(stdin);
  const talk = runLines({
    ...told,
    streams: { input: stdin, output: stdout, lines: held.lines },
    width: Math.min(stdout.columns ?? WIDEST_LINE, WIDEST_LINE),
    ascii: !isUtf8(env, platform),
  });
  return Promise.race([talk, interrupted(), fault]);
}

const interrupted = (): Promise<'interrupt'> =>
  new Promise((resolve) => process.once('SIGINT', () => resolve('interrupt')));
