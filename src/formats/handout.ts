import { orderedChoices } from '../core/choice-order.js';
import type {
  Board,
  Check,
  Choice,
  CourseLessons,
  Example,
  Heading,
  Lesson,
  Reading,
  Step,
} from '../core/course/course.js';
import type { CourseMaterial } from '../core/course/ledger.js';
import { checksOf } from '../core/course/lesson.js';
import type { MarkedText } from '../core/course/marked-words.js';
import { SORT_ON_PAPER } from '../core/messages/exercise.js';
import { lessonTitle, passageHeading, SO_FAR, takeAlongText } from '../core/messages/lesson.js';
import type { Room } from '../core/room/room.js';
import { shownCode } from '../core/room/room-code.js';
import { askedOf, statementOf } from '../core/views/asked.js';
import { exampleView } from '../core/views/example.js';
import type { Proof } from '../core/views/proof.js';

export type Handout = {
  readonly course: CourseLessons;
  readonly material: CourseMaterial;
  /** `code` is empty for a handout without a room. */
  readonly room: Room;
  /** Decides the order of the choices. */
  readonly seed: string;
  /** The common end of the room, such as "10:28". */
  readonly endsAt?: string | undefined;
};

/** What is on paper, for Markdown and HTML. */
export type PaperPage = {
  /** A BCP 47 language tag. */
  readonly language: string;
  readonly title: string;
  /** "code 43N-C6R-517-6MR-JMA-1C · 20 minutes"; may be empty. */
  readonly room: string;
  readonly parts: readonly PaperPart[];
};

export type PaperPart =
  | { readonly kind: 'lesson'; readonly title: string }
  /** What the next part is. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'text'; readonly text: readonly MarkedText[] }
  | { readonly kind: 'quote'; readonly text: readonly MarkedText[] }
  | ({ readonly kind: 'question' } & PaperQuestion)
  | ({ readonly kind: 'board' } & PaperBoard)
  /** The numbers of the questions, with a box to write in below each. */
  | { readonly kind: 'strip'; readonly numbers: readonly number[] }
  /** "Q1: 2" for each question: its number, and the number of its right choice. */
  | { readonly kind: 'answers'; readonly answers: readonly string[] };

export type PaperQuestion = {
  readonly number: number;
  readonly stem: string;
  readonly about?: string;
  readonly choices: readonly PaperChoice[];
  /** Empty on a handout. */
  readonly proofs: readonly Proof[];
};

export type PaperChoice = {
  readonly number: number;
  readonly text: string;
  /** Only in a key. */
  readonly isRight?: boolean;
  /** Why it is right or wrong; empty on a handout. */
  readonly below: readonly string[];
};

export type PaperBoard = {
  /** "5-8" */
  readonly numbers: string;
  readonly stem: string;
  readonly headings: readonly Heading[];
  /** `right` is the id of a heading; only in a key. */
  readonly rows: readonly {
    readonly number: number;
    readonly statement: string;
    readonly right?: string;
  }[];
};

/** The exercise on paper: readings, questions with boxes to tick, and boxes for the numbers of the choices. */
export function handoutPage(handout: Handout): PaperPage {
  const { course, room } = handout;
  const lessons = room.lessons.map(course.lesson);
  const numbers = questionNumbers(lessons);
  return {
    language: course.index.language,
    title: course.index.title,
    room: roomLine(handout),
    parts: [
      ...lessons.flatMap((lesson, i): PaperPart[] => [
        { kind: 'lesson', title: lessonTitle(course.index, lesson) },
        ...(i === 0 ? soFarPart(lesson) : []),
        ...lesson.body.flatMap((step) => stepPart(step, handout, numbers)),
        ...(lesson.habit === undefined ? [] : [plain(takeAlongText(lesson.habit))]),
      ]),
      { kind: 'strip', numbers: [...numbers.values()] },
    ],
  };
}

export const roomLine = ({ room: { code, minutes }, endsAt }: Handout): string =>
  [
    ...(code === '' ? [] : [`code ${shownCode(code)}`]),
    ...(minutes > 0 ? [`${minutes} minutes`] : []),
    ...(endsAt === undefined ? [] : [`until ${endsAt}`]),
  ].join(' · ');

/** The number of each question by its id. They are numbered across all lessons, from 1. */
export const questionNumbers = (lessons: readonly Lesson[]): ReadonlyMap<string, number> =>
  new Map(lessons.flatMap(checksOf).map(({ id }, i) => [id, i + 1]));

const plain = (text: string): PaperPart => ({ kind: 'text', text: [{ text, marked: false }] });

/** What the lessons before have told. Nobody in the room has read them for this exercise. */
const soFarPart = ({ soFar }: Lesson): PaperPart[] =>
  soFar === undefined ? [] : [{ kind: 'note', text: SO_FAR }, plain(soFar)];

function stepPart(
  step: Step,
  handout: Handout,
  numbers: ReadonlyMap<string, number>,
): readonly PaperPart[] {
  switch (step.kind) {
    case 'example':
      return examplePart(step);
    case 'reading':
      return readingPart(step, handout);
    case 'check':
      return [questionPart(step, handout, numbers)];
    case 'board':
      return [boardPart({ ...step, stem: `${step.stem} ${SORT_ON_PAPER}` }, numbers)];
  }
}

function examplePart(example: Example): PaperPart[] {
  const { invented, sentence, habit, says } = exampleView(example);
  return [
    { kind: 'note', text: invented },
    { kind: 'quote', text: sentence },
    {
      kind: 'text',
      text: [
        { text: habit, marked: true },
        { text: ` ${says}`, marked: false },
      ],
    },
  ];
}

function readingPart({ passages, lookFor }: Reading, { course, material }: Handout): PaperPart[] {
  const heading = passageHeading(course.index);
  const found = passages.flatMap(
    (id) => material.passages.find((passage) => passage.id === id) ?? [],
  );
  return [
    ...found.flatMap((passage): PaperPart[] => [
      { kind: 'note', text: heading(passage) },
      plain(passage.sentences.map(({ text }) => text).join(' ')),
    ]),
    ...(lookFor === undefined ? [] : [plain(`Look for: ${lookFor}`)]),
  ];
}

/** The choices with their numbers on screen. */
export const numberedChoices = (
  check: Check,
  { seed }: Handout,
): { number: number; choice: Choice }[] =>
  orderedChoices(check, seed).map((choice, i) => ({ number: i + 1, choice }));

const questionPart = (
  check: Check,
  handout: Handout,
  numbers: ReadonlyMap<string, number>,
): PaperPart => ({
  kind: 'question',
  number: numbers.get(check.id) ?? 0,
  ...askedOf(check, handout.material),
  choices: numberedChoices(check, handout).map(({ number, choice: { text } }) => ({
    number,
    text,
    below: [],
  })),
  proofs: [],
});

/** A board with the numbers of its rows. A key adds which heading is right. */
export function boardPart(
  { rows, stem, headings }: Board,
  numbers: ReadonlyMap<string, number>,
  isKey = false,
): PaperPart {
  const numberOf = (row: Check | undefined): number => numbers.get(row?.id ?? '') ?? 0;
  return {
    kind: 'board',
    numbers: `${numberOf(rows[0])}-${numberOf(rows.at(-1))}`,
    stem,
    headings,
    rows: rows.map((row) => ({
      number: numberOf(row),
      statement: statementOf(row),
      ...(isKey && { right: row.key }),
    })),
  };
}
