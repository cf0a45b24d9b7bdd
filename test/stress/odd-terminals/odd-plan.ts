import fc from 'fast-check';
import { KEY } from '../../support/terminal.js';
import { chance } from '../plans.js';
import { kindsCourse } from '../played-course.js';
import type { Stroke } from '../terminals/terminal-plan.js';
import { pieceLengths } from '../typed-keys.js';

/** Words for `stty`. */
const size = fc.constantFrom(
  'rows 0 cols 0',
  'rows 0 cols 80',
  'rows 24 cols 0',
  'rows 1 cols 1',
  'rows 2 cols 200',
  'rows 12 cols 40',
  'rows 24 cols 80',
  'rows 24 cols 80',
  'rows 200 cols 500',
  'rows 10000 cols 10000',
  'rows 65535 cols 65535',
);

const TERMS = [
  'xterm-256color',
  'xterm-kitty',
  'screen',
  'linux',
  'vt100',
  'ansi',
  '',
  'no-such',
  'dumb',
];

/** What answers, moves and looks up, as terminals have always sent it and in the newer protocols. Nothing quits. */
const key = fc.constantFrom(
  ...[
    KEY.space,
    KEY.enter,
    KEY.down,
    KEY.up,
    KEY.esc,
    KEY.pageDown,
    '1',
    '2',
    'g',
    'f',
    'w',
    'm',
    's',
    '?',
  ],
  ...['\x1b[13u', '\x1b[32;129u', '\x1b[27u', '\x1b[49u', '\x1b[1;1:1B', '\x1bOM', '\x1b[57420u'],
  ...['\x1b[27;2;63~', '\x1b[97;5u', '\x1b[57414;1:2u'],
);

const release = fc.constantFrom(
  ...[
    '\x1b[13;1:3u',
    '\x1b[113;1:3u',
    '\x1b[99;5:3u',
    '\x1b[1;1:3B',
    '\x1b[5;1:3~',
    '\x1b[57442;5:3u',
  ],
);

/** Values of a mouse report that no line discipline takes for a key of its own. */
const place = fc.integer({ min: 33, max: 255 }).filter((value) => value !== 127);

const report = fc.oneof(
  fc.tuple(place, place).map(([column, row]) => Buffer.from([27, 91, 77, 32, column, row])),
  fc
    .constantFrom('\x1b[<0;300;80M', '\x1b[<0;300;80m', '\x1b[I', '\x1b[O')
    .map((text) => Buffer.from(text)),
);

/** Also without an end. */
const paste = fc
  .tuple(fc.array(key, { maxLength: 3 }), chance(0.5))
  .map(([keys, hasEnd]) => `\x1b[200~${keys.join('')}${hasEnd ? '\x1b[201~' : ''}`);

const unfinished = fc.constantFrom(
  '\x1b[',
  '\x1b[M',
  '\x1b[M#',
  '\x1b]11;',
  '\x1bP',
  '\xe2\x82',
  '\x1b[1;',
);

const text = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<Buffer> =>
  arbitrary.map((one) => Buffer.from(one, 'latin1'));

const typed = fc.oneof(
  { weight: 40, arbitrary: text(key) },
  { weight: 6, arbitrary: text(release) },
  { weight: 6, arbitrary: report },
  { weight: 1, arbitrary: text(paste) },
  { weight: 1, arbitrary: text(unfinished) },
);

const pause = fc.oneof(
  { weight: 5, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 150 }) },
);

/** Keys and other bytes of a terminal, in pieces. */
export type OddStroke = Omit<Stroke, 'text'> & { readonly bytes: Buffer };

const stroke: fc.Arbitrary<OddStroke> = fc.record({
  bytes: fc
    .array(typed, { minLength: 1, maxLength: 8, size: 'max' })
    .map((all) => Buffer.concat(all)),
  lengths: pieceLengths,
  pauses: fc.array(pause, { minLength: 1, maxLength: 10 }),
});

export const STOPS = ['SIGSTOP', 'SIGTSTP', 'SIGTTIN', 'SIGTTOU'] as const;

/** A stop after so many milliseconds. */
export type Stop = { readonly signal: (typeof STOPS)[number]; readonly after: number };

const stop = (latest: number): fc.Arbitrary<Stop> =>
  fc.record({ signal: fc.constantFrom(...STOPS), after: fc.integer({ min: 0, max: latest }) });

/** How a learner leaves: the bytes to send, also in line mode, and the exit code. */
export type Leave = { readonly key: string; readonly line: string; readonly code: string };

const CTRL_C = { line: KEY.ctrlC, code: '130' };

export type OddPlan = {
  readonly size: string;
  /** The window when the program goes on after a stop; empty if it is as before. */
  readonly sizeAtStop: string;
  readonly term: string;
  readonly args: readonly string[];
  /** A stop while the program starts, from before its first line of code until after its first frame. */
  readonly early: Stop | undefined;
  readonly strokes: readonly OddStroke[];
  /** A stop among the strokes. */
  readonly late: Stop | undefined;
  readonly leave: Leave;
};

export const oddPlan: fc.Arbitrary<OddPlan> = fc.record({
  size,
  sizeAtStop: fc.oneof(fc.constant(''), size),
  term: fc.constantFrom(...TERMS),
  args: fc.constantFrom(
    [],
    ['learn', '1'],
    ['learn', '1', ...kindsCourse.args],
    ['drill'],
    ['learn', '1', '--plain'],
  ),
  early: fc.option(stop(600), { nil: undefined }),
  strokes: fc.array(stroke, { minLength: 2, maxLength: 10, size: 'max' }),
  late: fc.option(stop(60), { nil: undefined }),
  leave: fc.constantFrom<Leave>(
    { key: 'q', line: '\rq\r', code: '0' },
    { key: '\x1b[113u', line: '\rq\r', code: '0' },
    { key: KEY.ctrlC, ...CTRL_C },
    { key: '\x1b[99;5u', ...CTRL_C },
    { key: '\x1b[27;5;99~', ...CTRL_C },
  ),
});
