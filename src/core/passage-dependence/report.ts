import { isRight } from '../grade.js';
import { chanceOfAtLeast } from '../lint/test-wise/poisson-binomial.js';
import type { ReaderAnswer, ReaderAnswers } from './reader-answers.js';
import type { SheetQuestion } from './sheet-item.js';

/** Right answers next to those that guesses would give. */
export type AgainstChance = {
  readonly right: number;
  readonly answered: number;
  /** The expected number of right answers, if each answer is a guess. */
  readonly chance: number;
};

/** A reader's file that counts. */
export type ReaderFile = {
  readonly file: string;
  /** The number of the sheet. */
  readonly sheet: number;
  /** Whether the course has been reworded since the sheet was made. */
  readonly isOlder: boolean;
  readonly read: ReaderAnswers;
};

export type ReaderResult = ReaderFile & AgainstChance;

export type QuestionResult = AgainstChance & { readonly question: SheetQuestion };

/** How well readers answer without the story (passage dependence: Pyrczak 1972, Reading Research Quarterly 8). */
export type DependenceReport = AgainstChance & {
  /** The probability of `right` or more right answers, if each answer is a guess of its own; undefined without answers. */
  readonly p: number | undefined;
  readonly readers: readonly ReaderResult[];
  /** The questions with an answer, in the order of the course. */
  readonly questions: readonly QuestionResult[];
  /** The questions that all their readers got right; those with most readers first. */
  readonly everyReader: readonly QuestionResult[];
  /** How many questions all their readers would get right, if each answer is a guess. */
  readonly everyReaderByChance: number;
};

/** @param asked the questions of the course that can be on a sheet */
export function dependenceReport(
  files: readonly ReaderFile[],
  asked: readonly SheetQuestion[],
): DependenceReport {
  const answers = files.flatMap(({ read }) => read.answers);
  const all = againstChance(answers);
  const questions = questionResults(answers, asked);
  return {
    ...all,
    p: answers.length > 0 ? chanceOfAtLeast(all.right, answers.map(chanceOf)) : undefined,
    readers: files.map((file) => ({ ...file, ...againstChance(file.read.answers) })),
    questions,
    everyReader: questions
      .filter(({ right, answered }) => right === answered)
      .sort((a, b) => b.answered - a.answered),
    everyReaderByChance: questions.reduce(
      (sum, { question, answered }) => sum + (1 / question.check.choices.length) ** answered,
      0,
    ),
  };
}

function questionResults(
  answers: readonly ReaderAnswer[],
  asked: readonly SheetQuestion[],
): QuestionResult[] {
  const own = new Map<SheetQuestion, ReaderAnswer[]>();
  for (const answer of answers) {
    const given = own.get(answer.question);
    if (given) given.push(answer);
    else own.set(answer.question, [answer]);
  }
  return asked.flatMap((question) => {
    const given = own.get(question);
    return given ? [{ question, ...againstChance(given) }] : [];
  });
}

const chanceOf = ({ question }: ReaderAnswer): number => 1 / question.check.choices.length;

const againstChance = (answers: readonly ReaderAnswer[]): AgainstChance => ({
  right: answers.filter(({ question, choice }) => isRight(question.check, choice)).length,
  answered: answers.length,
  chance: answers.reduce((sum, answer) => sum + chanceOf(answer), 0),
});
