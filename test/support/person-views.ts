import type {
  PersonPhase,
  PersonView,
  QuestionStop,
  RowVerdict,
  StopView,
} from '../../src/core/views/live-room/person-view.js';

/** What a person of a live room sees, in each state, of an invented story. */

const SENTENCES = [
  { id: 's1', text: 'The mayor said that the reading room would close at six.' },
  { id: 's2', text: 'The head librarian said the budget had never paid for the nights.' },
  { id: 's3', text: 'A reader, who asked not to be named, called the hours a gift.' },
];

export const CHOICES = [
  { id: 'mayor', text: 'The mayor' },
  { id: 'librarian', text: 'The head librarian' },
  { id: 'spokesman', text: "The council's spokesman" },
];

export function question(changes: Partial<QuestionStop> = {}): QuestionStop {
  const stop = changes.stop ?? 3;
  return {
    kind: 'question',
    stop,
    lesson: 'nights',
    step: `step-${stop}`,
    label: `Question ${stop + 1} of 7`,
    passages: ['p1'],
    stem: 'Who wrote that night opening had never been in the budget?',
    round: 1,
    canAnswer: true,
    rows: [{ check: `check-${stop}`, choices: CHOICES }],
    ...changes,
  };
}

/** The choices are words of a sentence. */
export const inWords = (): QuestionStop =>
  question({
    stem: 'Which words say whose word this is?',
    rows: [
      {
        check: 'words',
        choices: [
          { id: 'w1', text: 'she said' },
          { id: 'w2', text: 'a small fee that nobody in the town had ever asked about' },
        ],
        parts: [
          { text: 'The nights, ' },
          { text: 'she said', choice: 0 },
          { text: ', would need ' },
          { text: 'a small fee that nobody in the town had ever asked about', choice: 1 },
          { text: '.' },
        ],
      },
    ],
  });

/** The choices are sentences of the passage. */
export const inSentences = (): QuestionStop =>
  question({
    stem: 'Which sentence hides who is speaking?',
    rows: [
      {
        check: 'sentences',
        choices: SENTENCES.slice(1).map(({ id, text }) => ({ id: `c-${id}`, text })),
        sentences: ['s2', 's3'],
      },
    ],
  });

export const board = (changes: Partial<QuestionStop> = {}): QuestionStop =>
  question({
    label: 'Questions 4 to 6 of 7',
    stem: 'Who says each of these?',
    isBoard: true,
    rows: [
      'The room closes at six.',
      'The nights were never paid for.',
      'The hours are a gift.',
    ].map((statement, i) => ({ check: `row-${i}`, statement, choices: CHOICES })),
    ...changes,
  });

const VERDICT: RowVerdict = {
  outcome: 'wrong',
  headline: 'Not this time',
  key: 'librarian',
  reasons: [
    {
      mark: 'right',
      text: 'The head librarian said it: "the budget had never paid for the nights".',
    },
    { mark: 'wrong', text: 'The mayor spoke about the hour of closing only.' },
  ],
  trap: 'Credited to the wrong person. Ask: who says this, and how are they named?',
  proofs: [
    {
      place: '¶3, sentence 1, in our retelling:',
      sentences: [
        [
          { text: 'The head librarian said the budget had ', marked: false },
          { text: 'never paid', marked: true },
          { text: ' for the nights.', marked: false },
        ],
      ],
    },
  ],
};

export const judged = (
  outcome: RowVerdict['outcome'],
  changes: Partial<QuestionStop> = {},
): QuestionStop => {
  const one = question({ canAnswer: false, ...changes });
  const chosen = { right: { chosen: 'librarian' }, wrong: { chosen: 'mayor' }, unanswered: {} };
  const headline = { right: 'Right', wrong: 'Not this time', unanswered: 'Not answered' };
  const verdict = { ...VERDICT, outcome, headline: headline[outcome] };
  return { ...one, rows: one.rows.map((row) => ({ ...row, ...chosen[outcome], verdict })) };
};

const MESSAGES: Readonly<Record<PersonPhase, string>> = {
  lobby: 'You are in. The first question appears here when the facilitator begins.',
  open: 'The vote is open.',
  closed: 'The vote is closed.',
  talk: 'Talk to your neighbours. Then you vote again.',
  revealed: 'This is the answer.',
  own: 'Answer in any order. Hand in when you have finished.',
  'handed-in': 'You have handed in. The verdicts come at the end.',
  ended: 'The room has ended.',
};

export const personView = (
  phase: PersonPhase,
  stops: readonly StopView[] = [],
  changes: Partial<PersonView> = {},
): PersonView => ({
  version: 1,
  title: 'Closing the reading room',
  code: '2MNNY-908Y',
  name: 'Ada',
  phase,
  message: MESSAGES[phase],
  passages: { p1: { heading: 'Retold, not quoted · ¶3', sentences: SENTENCES } },
  stops,
  ...changes,
});

const seven = (one: (stop: number) => StopView): StopView[] =>
  Array.from({ length: 7 }, (_, stop) => one(stop));

export const ownPace = (changes: Partial<QuestionStop> = {}): PersonView =>
  personView(
    'own',
    seven((stop) => question({ stop, ...changes })),
  );

const OUTCOMES = ['right', 'wrong', 'unanswered'] as const;

/** Each state of a room, by a name. */
export const everyView = (): Readonly<Record<string, PersonView>> => ({
  lobby: personView('lobby'),
  open: personView('open', [question()]),
  answered: personView('open', [
    question({ rows: [{ check: 'check-3', choices: CHOICES, chosen: 'mayor' }] }),
  ]),
  words: personView('open', [inWords()]),
  sentences: personView('open', [inSentences()]),
  board: personView('open', [board()]),
  closed: personView('closed', [question({ canAnswer: false })]),
  talk: personView('talk', [question({ canAnswer: false })]),
  again: personView('open', [
    question({ round: 2, rows: [{ check: 'check-3', choices: CHOICES, firstChosen: 'mayor' }] }),
  ]),
  right: personView('revealed', [judged('right')]),
  wrong: personView('revealed', [judged('wrong')]),
  unanswered: personView('revealed', [judged('unanswered')]),
  'board with verdicts': personView('revealed', [judged('wrong', board())]),
  text: personView('closed', [
    {
      kind: 'text',
      stop: 0,
      lesson: 'nights',
      step: 'read',
      label: 'Read this text',
      passages: ['p1'],
      lookFor: 'who says what',
    },
  ]),
  own: ownPace(),
  'own, final': ownPace({ isFinal: true }),
  'handed in': personView('handed-in'),
  ended: personView(
    'ended',
    seven((stop) => judged(OUTCOMES[stop % 3] ?? 'right', { stop })),
    { score: '5 of 7 right' },
  ),
});
