import { type AskedWords, type SheetQuestion, withoutSpaces, wordingOf } from './sheet-item.js';

/** A question as it is in a reader's file. */
export type FilledQuestion = Omit<AskedWords, 'choices'> & {
  /** On the sheet. */
  readonly number: number;
  readonly choices: readonly LetteredChoice[];
  /** What the reader wrote after "Answer:", in each place where the question is; empty texts if nothing. */
  readonly written: readonly string[];
};

export type LetteredChoice = { readonly letter: string; readonly text: string };

/** A reader's file. */
export type FilledSheet = {
  /** The id of the course. */
  readonly course: string;
  /** The hash of the words of all questions when the sheet was made. */
  readonly wording: string;
  readonly number: number;
  readonly of: number;
  /** How many questions the sheet had. */
  readonly count: number;
  readonly questions: readonly FilledQuestion[];
};

/** A choice of a reader. */
export type ReaderAnswer = { readonly question: SheetQuestion; readonly choice: string };

/** What can be counted of a reader's file, and what cannot. */
export type ReaderAnswers = {
  readonly answers: readonly ReaderAnswer[];
  /** The numbers of the questions without an answer. */
  readonly blank: readonly number[];
  /** Answers that are not one letter of their question. */
  readonly unclear: readonly { readonly number: number; readonly written: string }[];
  /** Questions that the course does not have in these words. */
  readonly unknown: readonly { readonly number: number; readonly asks: string }[];
  /** How many questions of the sheet are not in the file. */
  readonly missing: number;
};

/** Finds the questions of a reader's file in the course, by their words. A question that is there twice counts once. */
export function answersIn(sheet: FilledSheet, questions: readonly SheetQuestion[]): ReaderAnswers {
  const byWording = new Map(questions.map((question) => [question.wording, question]));
  const places = new Map<SheetQuestion, FilledQuestion[]>();
  const unknown: FilledQuestion[] = [];
  for (const filled of sheet.questions) {
    const question = byWording.get(wordingOf({ ...filled, choices: textsOf(filled) }));
    const earlier = question && places.get(question);
    if (earlier) earlier.push(filled);
    else if (question) places.set(question, [filled]);
    else unknown.push(filled);
  }
  const marks = [...places].map(([question, filled]) => markOf(question, filled));
  return {
    answers: marks.flatMap(({ answer }) => answer ?? []),
    blank: marks.filter(({ written }) => written.length === 0).map(({ number }) => number),
    unclear: marks
      .filter(({ written, answer }) => written.length > 0 && answer === undefined)
      .map(({ number, written }) => ({ number, written: written.join(' / ') })),
    unknown: unknown.map(({ number, stem, statement }) => ({ number, asks: statement ?? stem })),
    missing: Math.max(0, sheet.count - marks.length - unknown.length),
  };
}

const textsOf = ({ choices }: FilledQuestion): string[] => choices.map(({ text }) => text);

type Mark = {
  readonly number: number;
  readonly written: readonly string[];
  /** Undefined if nothing or nothing clear is written. */
  readonly answer: ReaderAnswer | undefined;
};

/** @param filled the places where the file has the question */
function markOf(question: SheetQuestion, filled: readonly FilledQuestion[]): Mark {
  const written = filled.flatMap((place) => place.written.filter((text) => text !== ''));
  const choices = filled.flatMap((place) =>
    place.written
      .filter((text) => text !== '')
      .map((text) => chosenId(question, letteredText(place, text))),
  );
  const [choice] = choices;
  const isClear = choice !== undefined && choices.every((other) => other === choice);
  return {
    number: filled[0]?.number ?? 0,
    written,
    answer: isClear ? { question, choice } : undefined,
  };
}

/** One letter, also as "b", "B." or "(B)". */
const ONE_LETTER = /^[^\p{L}\p{N}]*(\p{L})[^\p{L}\p{N}]*$/u;

/** The text of the choice whose letter is written. */
function letteredText({ choices }: FilledQuestion, written: string): string | undefined {
  const letter = ONE_LETTER.exec(written.normalize('NFKC'))?.[1]?.toUpperCase();
  return choices.find((choice) => choice.letter === letter)?.text;
}

const chosenId = ({ check }: SheetQuestion, text: string | undefined): string | undefined =>
  text === undefined
    ? undefined
    : check.choices.find((choice) => withoutSpaces(choice.text) === withoutSpaces(text))?.id;
