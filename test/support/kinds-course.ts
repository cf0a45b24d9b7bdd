import type { Board, Check, Choice, Course, Lesson, Step } from '../../src/core/course/course.js';
import type { Claim, CourseMaterial, Source } from '../../src/core/course/ledger.js';
import { checksOf, readingsIn } from '../../src/core/course/lesson.js';
import type { Misreading } from '../../src/core/course/vocabulary.js';

/** An invented course with an example and every kind of question. Its second lesson is closed-book. */
const SENTENCES = {
  p1s1: 'The town council wants a fee for readers who stay late, its spokesman said on Monday.',
  p1s2: 'In a letter the head librarian wrote that she would not ask for a fee.',
  p1s3: 'The spokesman gave no date.',
  p2s1: 'According to a member of staff, the council has cancelled its order for a second guard.',
  p2s2: 'The spokesman said that the library would close at night in June.',
} as const;

type SentenceId = keyof typeof SENTENCES;

const passage = (paragraph: number, ...ids: readonly SentenceId[]) => ({
  id: `p${paragraph}`,
  paragraph,
  sentences: ids.map((id) => ({ id, text: SENTENCES[id] })),
});

const source = (id: string, name: string, side: string): Source => ({
  ...{ id, name, side, role: name.toLowerCase(), speaksFor: side },
  ...{ type: 'person', naming: 'described' },
});

const claim = (id: string, by: string, sentence: SentenceId, said: string): Claim => ({
  ...{ id, source: by, sentence, said, kind: 'statement', presupposed: false },
  content: `In the story: ${said}`,
  channel: { basis: 'not-stated' },
  when: { basis: 'not-stated' },
});

const material: CourseMaterial = {
  passages: [passage(1, 'p1s1', 'p1s2', 'p1s3'), passage(2, 'p2s1', 'p2s2')],
  sources: [
    source('spokesman', 'The spokesman', 'the council'),
    source('librarian', 'The head librarian', 'the library'),
    source('staff', 'A member of staff', 'the staff'),
    source('reader', 'A reader', 'the readers'),
  ],
  claims: [
    claim('fee', 'spokesman', 'p1s1', 'There should be a fee for readers who stay late.'),
    claim('no-fee', 'librarian', 'p1s2', 'No reader will be asked for a fee.'),
    claim('guard', 'staff', 'p2s1', 'The order for a second guard is cancelled.'),
    claim('night', 'spokesman', 'p2s2', 'The library will close at night in June.'),
    claim('quiet', 'reader', 'p2s2', 'The nights are quiet.'),
  ],
};

type CheckFields = Pick<Check, 'id' | 'choices' | 'key' | 'claims'> & Partial<Check>;

const check = (fields: CheckFields): Check => ({
  kind: 'check',
  stem: `What about ${fields.id}?`,
  skill: 'measure',
  evidence: ['p1s1'],
  truth: `The truth about ${fields.id}.`,
  ...fields,
});

/** Without a misreading, the choice is the key. */
const choice = (id: string, misreading?: Misreading, fields: Partial<Choice> = {}): Choice => ({
  id,
  text: `Choice ${id}`,
  feedback: `About ${id}.`,
  ...(misreading && { misreading }),
  ...fields,
});

/** A choice in the text, from `words` of a sentence. */
function inText(id: string, sentence: SentenceId, words: string, misreading?: Misreading): Choice {
  const from = SENTENCES[sentence].indexOf(words);
  const span = { sentence, from, to: from + words.length };
  return choice(id, misreading, { text: words, span });
}

/** Choices are texts in an order that the seed decides. The article gives the answer. */
const who = check({
  id: 'who',
  claims: ['fee'],
  choices: [
    choice('spokesman'),
    choice('librarian', 'wrong-source', { names: 'librarian' }),
    choice('left-open', 'overlooked', { open: true }),
  ],
  key: 'spokesman',
});

/** The article leaves the answer open. */
const why = check({
  id: 'why',
  evidence: ['p2s1'],
  skill: 'limits',
  claims: ['guard'],
  choices: [
    choice('money', 'not-in-article'),
    choice('nothing', undefined, { open: true }),
    choice('safety', 'not-in-article'),
  ],
  key: 'nothing',
});

const words = check({
  id: 'words',
  evidence: ['p2s1'],
  claims: ['guard'],
  inText: 'words',
  ordered: true,
  choices: [
    inText('according', 'p2s1', 'According to a member of staff'),
    inText('cancelled', 'p2s1', 'has cancelled', 'claim-as-fact'),
    inText('second', 'p2s1', 'second', 'overstated'),
  ],
  key: 'according',
});

const sentences = check({
  id: 'sentences',
  evidence: ['p1s2'],
  claims: ['no-fee'],
  inText: 'sentences',
  ordered: true,
  choices: [
    inText('s1', 'p1s1', SENTENCES.p1s1, 'wrong-source'),
    inText('s2', 'p1s2', SENTENCES.p1s2),
    inText('s3', 'p1s3', SENTENCES.p1s3, 'wrong-source'),
  ],
  key: 's2',
});

const HEADINGS = ['demanded', 'refused', 'threatened'] as const;

const row = (board: string, id: string, key: (typeof HEADINGS)[number], claims: string[]): Check =>
  check({
    ...{ id, claims, key, ordered: true },
    stem: `Which step is it? Statement ${id}`,
    row: { board, stem: 'Which step is it?', statement: `Statement ${id}` },
    choices: HEADINGS.map((heading) =>
      choice(heading, heading === key ? undefined : 'wrong-measure', { text: heading }),
    ),
  });

const board = (id: string, rows: readonly Check[]): Board => ({
  kind: 'board',
  id,
  stem: 'Which step is it?',
  headings: HEADINGS.map((heading) => ({ id: heading, text: heading })),
  rows,
});

export const steps = board('steps', [
  row('steps', 'row-fee', 'demanded', ['fee']),
  row('steps', 'row-letter', 'refused', ['no-fee']),
  row('steps', 'row-night', 'threatened', ['night']),
]);

/** A lesson with these steps, and what its outline says of them. */
export function lessonWith(
  id: string,
  body: readonly Step[],
  fields: Partial<Lesson> = {},
): Lesson {
  const boards = body.flatMap((step) => (step.kind === 'board' ? [step] : []));
  const of = { id, title: `Lesson ${id}`, goal: 'To tell steps apart.', minutes: 5 };
  const lesson: Lesson = { ...of, closedBook: false, steps: [], checks: [], body, ...fields };
  const checks = checksOf(lesson);
  const marked = checks.filter((one) => one.inText).map((one) => one.id);
  return {
    ...lesson,
    steps: body.map((step) => step.id),
    checks: checks.map((one) => one.id),
    ...(boards.length > 0 && {
      boards: Object.fromEntries(boards.map((one) => [one.id, one.rows.map((row) => row.id)])),
    }),
    readings: readingsIn(body),
    ...(marked.length > 0 && { inText: marked }),
  };
}

export const kinds = lessonWith('kinds', [
  {
    kind: 'example',
    id: 'example',
    sentence: 'The bridge will close, an engineer said.',
    words: ['an engineer said'],
    habit: 'who',
    says: 'The engineer says it. It is not a fact yet.',
  },
  { kind: 'reading', id: 'read-1', passages: ['p1'] },
  who,
  sentences,
  steps,
  { kind: 'reading', id: 'read-2', passages: ['p2'] },
  words,
  why,
]);

export const closed = lessonWith(
  'closed',
  [
    check({ ...who, id: 'who-later' }),
    board('steps-later', [
      row('steps-later', 'row-guard', 'refused', ['guard']),
      row('steps-later', 'row-june', 'threatened', ['night']),
    ]),
    check({ ...why, id: 'why-later' }),
  ],
  { closedBook: true },
);

export const lessons: readonly Lesson[] = [kinds, closed];

/** The course with other lessons, such as those of an earlier version. */
export const courseWith = (all: readonly Lesson[]): Course => ({
  index: {
    format: 2,
    id: 'kinds',
    title: 'The night library',
    language: 'en',
    about: ['A story made up for a test.'],
    hash: '0123abcd',
    words: 'a1b2c3',
    hasDrill: false,
    lessons: all,
  },
  material,
  lessons: all,
});

export const course: Course = courseWith(lessons);
