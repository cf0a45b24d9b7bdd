import type { CourseMaterial } from '../../core/course/ledger.js';
import { firstOf } from '../../core/first-of.js';
import type { SessionStore } from '../../core/session/session-store.js';
import { isUtf8 } from '../../core/text/ascii.js';
import type { LineStreams } from '../../plain/line-streams.js';
import type { Environment } from '../environment.js';
import { UserError } from '../errors.js';
import type { ExitReason } from '../exit-codes.js';
import { lineWidth } from '../line-width.js';

/** What is kept when the learner goes to another course, or to the exercise of a room. */
export type LineRun = {
  streams?: LineStreams;
  interrupted?: Promise<'interrupt'>;
  /** What to print at the end of each exercise that was left, by its folder: only its last state. */
  left?: Map<string, string>;
};

const WIDEST_LINE = 72;

type PlainOptions = {
  readonly store: SessionStore;
  readonly material: () => CourseMaterial;
  /** Whether the session is for one lesson or the review: then `1` leaves at the summary. */
  readonly inLesson: boolean;
  /** How many entries could not be saved. */
  readonly unsaved: () => number;
  readonly run: LineRun;
};

/**
 * Runs the session in numbered lines until the learner leaves it. Throws a UserError if the input means nothing, such as
 * a file that was sent to the program by mistake, or if it brings far more answers than can be kept without saving.
 */
export async function runPlain(
  { run, ...options }: PlainOptions,
  environment: Environment,
): Promise<ExitReason> {
  const { stdin, stdout, fault, env, platform } = environment;
  const { MOST_UNKNOWN, MOST_UNSAVED, runLines } = await import('../../plain/run.js');
  const { lineStreams } = await import('../../plain/line-streams.js');
  if (run.streams) stdout.write('\n');
  run.streams ??= withCtrlC(lineStreams(stdin, stdout));
  run.interrupted ??= interrupted();
  const session = runLines({
    ...options,
    streams: run.streams,
    width: () => lineWidth(environment, WIDEST_LINE),
    ascii: !isUtf8(env, platform),
  });
  const end = await firstOf([session, run.interrupted, fault]);
  if (end === 'unknown-input') throw new UserError(unknownInput(MOST_UNKNOWN));
  if (end === 'too-many-unsaved') throw new UserError(tooManyUnsaved(MOST_UNSAVED));
  return end;
}

const unknownInput = (lines: number): string =>
  `the input has ${lines} lines in a row that mean nothing here, so the program ended. Send only what each page offers after “>”, or use the program in a terminal`;

const tooManyUnsaved = (entries: number): string =>
  `more than ${entries.toLocaleString('en')} actions could not be saved, so the program ended. Make the data folder writable, then send the input again`;

/** Resolves at the next Ctrl-C. */
export const interrupted = (): Promise<'interrupt'> =>
  new Promise((resolve) => process.once('SIGINT', () => resolve('interrupt')));

/** If another program has left a protocol for keys on, the terminal sends Ctrl-C as a sequence, which is part of a line. */
export const withCtrlC = (streams: LineStreams): LineStreams =>
  streams.isTyped ? { ...streams, lines: untilCtrlC(streams.lines) } : streams;

async function* untilCtrlC(
  lines: AsyncIterator<string, void, void>,
): AsyncGenerator<string, void, void> {
  const { splitKeys } = await import('../../ui/terminal/parse-keys.js');
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const { keys } = splitKeys(Buffer.from(next.value).toString('latin1'));
    if (keys.includes('\x03')) {
      process.emit('SIGINT', 'SIGINT');
      await new Promise<never>(() => {}); // the input has not ended: the program leaves as after any SIGINT
    }
    yield next.value;
  }
}
