import fc from 'fast-check';
import type { LogEntry, NewEntry, Stamp } from '../../src/core/log/entry.js';
import type { Certainty } from '../../src/core/memory/certainty.js';
import { anyText } from './any-text.js';

/** Ordinary names, names of object properties and a name that JSON escapes. */
const name = fc.constantFrom(
  'one',
  'two',
  '__proto__',
  'constructor',
  'toString',
  '__internal__',
  '7',
  '100% "a b"\n\ud800é',
);

const only = fc.option(fc.array(name, { minLength: 1, maxLength: 2 }), { nil: undefined });

const started = fc
  .record({ lesson: name, seed: anyText({ maxLength: 4 }), only })
  .map(({ only: checks, ...rest }) => ({
    k: 'start' as const,
    ...rest,
    ...(checks && { only: checks }),
  }));

const moved = fc.record(
  {
    k: fc.constant('at' as const),
    lesson: name,
    step: fc.oneof(name, fc.constant('end')),
    shown: fc.constant(true as const),
  },
  { requiredKeys: ['k', 'lesson', 'step'] },
);

const answered = fc.record(
  {
    k: fc.constant('answer' as const),
    lesson: name,
    check: name,
    choice: name,
    right: fc.boolean(),
    try: fc.integer({ min: 1, max: 3 }),
    again: fc.constant(true as const),
    lookUps: fc.subarray(['passages', 'sources', 'hint'] as const),
    course: fc.constant('abcdef01'),
    offset: fc.integer({ min: -720, max: 840 }),
  },
  {
    requiredKeys: ['k', 'lesson', 'check', 'choice', 'right', 'try', 'lookUps', 'course', 'offset'],
  },
);

const certainty = fc.constantFrom('guess' as const, 'fairly' as const, 'certain' as const);

const reviewed = fc.record(
  {
    k: fc.constant('review' as const),
    check: name,
    choice: name,
    right: fc.boolean(),
    certainty,
    course: fc.constant('abcdef01'),
    offset: fc.integer({ min: -720, max: 840 }),
  },
  { requiredKeys: ['k', 'check', 'choice', 'right', 'course', 'offset'] },
);

const drilled = fc.record(
  {
    k: fc.constant('drill' as const),
    claim: name,
    asks: fc.constant('teller'),
    round: anyText({ maxLength: 4 }),
    of: fc.integer({ min: 1, max: 10 }),
    choice: name,
    right: fc.boolean(),
    course: fc.constant('abcdef01'),
    offset: fc.constant(60),
  },
  { requiredKeys: ['k', 'claim', 'asks', 'choice', 'right', 'course', 'offset'] },
);

const set = fc.record({
  k: fc.constant('set' as const),
  key: name,
  value: anyText(),
});

const reset = fc.oneof(
  fc.constant({ k: 'reset' as const }),
  fc.record({
    k: fc.constant('reset' as const),
    lesson: name,
    checks: fc.array(name, { maxLength: 2 }),
  }),
  // Ids of `anyLog`: of resets and other entries, earlier and later.
  fc.record({ k: fc.constant('reset' as const), undo: fc.nat(15).map((n) => `e${n}`) }),
);

// Times of `anyLog`.
const redate = fc.record({
  k: fc.constant('redate' as const),
  from: fc.nat(150),
  to: fc.nat(150),
});

/** Versions before 0.3.0 wrote neither `until` nor `certainty`. */
const room = fc.record(
  {
    code: fc.constantFrom('4KXM72QT9P', 'TUESDAY'),
    lessons: fc.array(name, { minLength: 1, maxLength: 2 }),
    minutes: fc.nat({ max: 255 }),
    until: fc.nat(1e6).map((minute) => minute * 60_000),
    feedback: fc.constantFrom('now' as const, 'later' as const),
    certainty: fc.boolean(),
  },
  { requiredKeys: ['code', 'lessons', 'minutes', 'feedback'] },
);

const joined = fc.record({
  k: fc.constant('join' as const),
  room,
  person: fc.record({ id: name, name: anyText(), named: fc.boolean() }),
  exercise: fc.constant('abcdef01'),
});

const exercised = fc.oneof(
  joined,
  fc.constant({ k: 'begin' as const }),
  fc.record({
    k: fc.constant('hand-in' as const),
    because: fc.constantFrom('chosen' as const, 'time' as const),
  }),
);

export const newEntry: fc.Arbitrary<NewEntry> = fc.oneof(
  { arbitrary: started, weight: 3 },
  { arbitrary: moved, weight: 3 },
  { arbitrary: answered, weight: 6 },
  { arbitrary: reviewed, weight: 3 },
  { arbitrary: drilled, weight: 1 },
  { arbitrary: set, weight: 1 },
  { arbitrary: reset, weight: 2 },
  { arbitrary: redate, weight: 1 },
  { arbitrary: exercised, weight: 2 },
);

/** What the clock showed, if it was set back. */
const clock = fc.option(fc.nat(150), { nil: undefined, freq: 4 });

/** A log as one program writes it: rising times, unique ids. */
export const anyLog: fc.Arbitrary<LogEntry[]> = fc
  .array(fc.tuple(newEntry, fc.integer({ min: 1, max: 5 }), clock), { maxLength: 30 })
  .map((triples) => {
    let t = 0;
    return triples.map(([entry, later, shown], i) => {
      t += later;
      return { ...entry, id: `e${i}`, t, ...(shown !== undefined && { clock: shown }) };
    });
  });

/** A log entry of an answer with these fields. */
export function answer(
  stamp: Stamp,
  fields: {
    lesson?: string;
    check?: string;
    choice?: string;
    right?: boolean;
    again?: true;
    certainty?: Certainty;
  } = {},
): LogEntry {
  return {
    ...stamp,
    k: 'answer',
    lesson: 'first',
    check: 'who',
    choice: 'a',
    right: true,
    try: 1,
    lookUps: [],
    course: 'abcdef01',
    offset: 60,
    ...fields,
  };
}
