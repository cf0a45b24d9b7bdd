/** Entries of every kind that a log of learning can hold, as the program writes them. */
export function learningLog({ index, lessons, record }) {
  const [first, second] = lessons;
  const given = { course: index.hash, offset: 60 };
  const [one, two] = first.body.filter(({ kind }) => kind === 'check');
  const answer = (check, right) => ({
    k: 'answer',
    lesson: first.id,
    check: check.id,
    choice: right ? check.key : check.choices.find(({ id }) => id !== check.key).id,
    right,
    try: 1,
    lookUps: ['passages', 'hint'],
    certainty: 'certain',
    ...given,
  });
  return stamped([
    { k: 'set', key: 'certainty', value: 'on' },
    { k: 'set', key: 'session', value: '15' },
    { k: 'set', key: 'parameters', value: 'default' },
    { k: 'start', lesson: first.id, seed: 'seed' },
    answer(one, true),
    answer(two, false),
    { k: 'at', lesson: first.id, step: 'end' },
    { k: 'review', ...reviewed(two), ...given },
    { k: 'drill', ...drilled(record.claims[0], record.claims[1]), ...given },
    { k: 'start', lesson: second.id, seed: 'seed', only: [second.checks[0]] },
    { k: 'at', lesson: second.id, step: second.checks[0] },
    { k: 'reset', lesson: second.id, checks: [...second.checks] },
    { k: 'reset', undo: 'entry11' },
    { k: 'of a later version', what: 'ever' },
  ]);
}

const reviewed = ({ id, key }) => ({
  check: id,
  choice: key,
  right: true,
  mirror: true,
  misreading: 'wrong-source',
  certainty: 'guess',
});

const drilled = (claim, other) => ({
  claim: claim.id,
  asks: 'source',
  choice: other.source,
  right: false,
  misreading: 'wrong-source',
});

const stamped = (entries) =>
  entries.map((entry, i) => ({ ...entry, id: `entry${i}`, t: 1e11 + i }));

/** The log of an exercise, as far as that has come. */
export const exerciseLog = ({ index, lessons }, room, person, exercise) =>
  stamped([
    { k: 'set', key: 'certainty', value: 'on' },
    { k: 'join', room, person, exercise },
    { k: 'begin' },
    { k: 'start', lesson: lessons[0].id, seed: room.code },
    {
      k: 'answer',
      lesson: lessons[0].id,
      check: lessons[0].checks[0],
      choice: lessons[0].body.find(({ kind }) => kind === 'check').key,
      right: true,
      try: 1,
      lookUps: [],
      course: index.hash,
      offset: 0,
    },
    { k: 'hand-in', because: 'chosen' },
  ]);

/** The log of somebody who has been through every lesson, and got all of it wrong. */
export function pastOf({ lessons }) {
  const entries = lessons.flatMap((lesson) => [
    { k: 'start', lesson: lesson.id, seed: 'past' },
    ...lesson.body
      .filter(({ kind }) => kind === 'check')
      .map(({ id, choices, key }) => ({
        k: 'answer',
        lesson: lesson.id,
        check: id,
        choice: choices.find((one) => one.id !== key).id,
        right: false,
        try: 1,
        lookUps: [],
        certainty: 'certain',
        course: '0',
        offset: 0,
      })),
    { k: 'at', lesson: lesson.id, step: 'end' },
  ]);
  return stamped(entries);
}
