import type { Board, Check, Lesson, Step } from '../course/course.js';
import { plainText } from '../text/sanitize.js';

/** A question that can be asked without the story. */
export type SheetQuestion = {
  /** The id of its lesson. */
  readonly lesson: string;
  readonly check: Check;
  /** See `wordingOf`. No two questions have the same. */
  readonly wording: string;
};

/** What stays together on a sheet: one question, or the rows of a board. */
export type SheetItem = {
  /** The ids of lesson and step: "the-letter/which-step". */
  readonly id: string;
  readonly board?: Board;
  readonly questions: readonly SheetQuestion[];
};

/** A question that is on no sheet: its choices are in the story, or an earlier question has the same words. */
export type NotAsked = {
  readonly id: string;
  readonly why: 'in-text' | 'same-words';
};

export type SheetItems = {
  readonly items: readonly SheetItem[];
  readonly notAsked: readonly NotAsked[];
};

/** What the lessons ask, in the order of the course. */
export function sheetItems(lessons: readonly Lesson[]): SheetItems {
  const notAsked: NotAsked[] = [];
  const asked = new Set<string>();
  const isAsked = ({ lesson, check, wording }: SheetQuestion): boolean => {
    const why = check.inText ? 'in-text' : asked.has(wording) ? 'same-words' : undefined;
    if (why) notAsked.push({ id: `${lesson}/${check.id}`, why });
    asked.add(wording);
    return why === undefined;
  };
  const items = lessons.flatMap(({ id, body }) =>
    body
      .flatMap((step) => itemAt(id, step))
      .map((item) => ({ ...item, questions: item.questions.filter(isAsked) })),
  );
  return { items: items.filter(({ questions }) => questions.length > 0), notAsked };
}

function itemAt(lesson: string, step: Step): SheetItem[] {
  const id = `${lesson}/${step.id}`;
  const question = (check: Check): SheetQuestion => ({ lesson, check, wording: wordsOf(check) });
  if (step.kind === 'check') return [{ id, questions: [question(step)] }];
  return step.kind === 'board' ? [{ id, board: step, questions: step.rows.map(question) }] : [];
}

function wordsOf({ stem, row, choices }: Check): string {
  const texts = choices.map(({ text }) => text);
  return row
    ? wordingOf({ stem: row.stem, statement: row.statement, choices: texts })
    : wordingOf({ stem, choices: texts });
}

/** What a reader sees of a question. */
export type AskedWords = {
  readonly stem: string;
  /** What a row of a board puts under a heading. */
  readonly statement?: string;
  readonly choices: readonly string[];
};

/** A text that is the same for the same question on any sheet, whatever the order of its choices and its line breaks. */
export const wordingOf = ({ stem, statement = '', choices }: AskedWords): string =>
  JSON.stringify([
    withoutSpaces(stem),
    withoutSpaces(statement),
    ...choices.map(withoutSpaces).sort(),
  ]);

/** An editor may break lines elsewhere, and change spaces. */
export const withoutSpaces = (text: string): string => plainText(text).replace(/\s+/gu, '');
