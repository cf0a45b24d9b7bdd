import type { Check, Course, Lesson } from '../../src/core/course/course.js';
import type { Claim, Passage, Source } from '../../src/core/course/ledger.js';
import { readingsIn } from '../../src/core/course/lesson.js';

/** A small invented story with enough claims for a drill. */
const passages: Passage[] = [
  {
    id: 'p1',
    paragraph: 1,
    sentences: [
      { id: 'p1s1', text: 'The mayor wants the library open at night from May.' },
      { id: 'p1s2', text: 'On Monday the council put the vote off.' },
    ],
  },
  {
    id: 'p2',
    paragraph: 2,
    sentences: [
      {
        id: 'p2s1',
        text: 'In a letter the head librarian wrote that the budget had never held a line for it.',
      },
    ],
  },
];

const sources: Source[] = [
  {
    id: 'mayor',
    name: 'Ada Vale',
    type: 'person',
    naming: 'named',
    role: 'mayor',
    side: 'the town',
  },
  {
    id: 'librarian',
    name: 'The head librarian',
    type: 'person',
    naming: 'described',
    role: 'head of the library',
    side: 'the library',
    speaksFor: 'the library',
  },
];

const unstated = { basis: 'not-stated' } as const;

const claim = (id: string, source: string, sentence: string, content: string): Claim => ({
  id,
  source,
  kind: 'statement',
  presupposed: false,
  content,
  channel: unstated,
  when: unstated,
  sentence,
});

const claims = [
  claim('wants', 'mayor', 'p1s1', 'The mayor wants the library open at night from May.'),
  claim('put-off', 'mayor', 'p1s2', 'The mayor says that the council put the vote off.'),
  claim('no-line', 'librarian', 'p2s1', 'The head librarian wrote that no line was held for it.'),
];

const whoWants: Check = {
  kind: 'check',
  id: 'who-wants',
  stem: 'Who wants the library open at night?',
  skill: 'attribution',
  claims: ['wants'],
  evidence: ['p1s1'],
  truth: 'The mayor wants the library open at night.',
  choices: [
    { id: 'mayor', text: 'The mayor', feedback: 'She wants it from May.' },
    {
      id: 'librarian',
      text: 'The head librarian',
      feedback: 'She wrote of the budget.',
      misreading: 'wrong-source',
      names: 'librarian',
    },
    { id: 'none', text: 'It is not said', feedback: 'It is said.', misreading: 'overlooked' },
  ],
  key: 'mayor',
};

const whoWrote: Check = {
  kind: 'check',
  id: 'who-wrote',
  stem: 'Who wrote that the budget held no line for it?',
  skill: 'attribution',
  claims: ['no-line'],
  evidence: ['p2s1'],
  truth: 'The head librarian wrote that the budget held no line for it.',
  hint: 'Somebody wrote a letter.',
  choices: [
    { id: 'librarian', text: 'The head librarian', feedback: 'It stood in her letter.' },
    {
      id: 'mayor',
      text: 'The mayor',
      feedback: 'The mayor spoke of May.',
      misreading: 'wrong-source',
      names: 'mayor',
    },
    { id: 'council', text: 'The council', feedback: 'It voted.', misreading: 'wrong-source' },
  ],
  key: 'librarian',
};

const lesson = (from: Pick<Lesson, 'id' | 'title' | 'goal' | 'closedBook' | 'body'>): Lesson => ({
  ...from,
  minutes: 3,
  steps: from.body.map(({ id }) => id),
  checks: from.body.flatMap((step) => (step.kind === 'check' ? [step.id] : [])),
  readings: readingsIn(from.body),
});

const voices = lesson({
  id: 'voices',
  title: 'Two voices',
  goal: 'Tell two voices apart.',
  closedBook: false,
  body: [
    { kind: 'reading', id: 'first', passages: ['p1'], lookFor: 'who wants something' },
    whoWants,
    { kind: 'reading', id: 'second', passages: ['p2'] },
    whoWrote,
  ],
});

const byHeart = lesson({
  id: 'by-heart',
  title: 'By heart',
  goal: 'Say it without looking.',
  closedBook: true,
  body: [{ ...whoWrote, id: 'wrote-by-heart' }],
});

const outline = ({ body: _, ...rest }: Lesson) => rest;

export const course: Course = {
  index: {
    format: 1,
    id: 'night-library',
    title: 'The night library',
    language: 'en',
    about: ['An invented story.'],
    hash: '00000000',
    words: 'a1b2c3',
    hasDrill: false,
    lessons: [outline(voices), outline(byHeart)],
  },
  material: { sources, claims, passages },
  lessons: [voices, byHeart],
};
