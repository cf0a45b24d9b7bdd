import type { Board, Check, Lesson } from '../../src/core/course/course.js';
import type { Claim, CourseMaterial } from '../../src/core/course/ledger.js';

/** What a question is about, by numbers, and how many choices it has. */
export type Question = {
  readonly claims: readonly number[];
  readonly sentences: readonly number[];
  readonly choices: number;
};

/** One question, or the rows of a board. All rows have as many headings as the first has choices. */
export type Item = readonly Question[];

/** A lesson of questions, each in words of its own. Only their claims and sentences matter. */
export function lessonOf(items: readonly Item[]): Lesson {
  const body = items.map((item, i) =>
    item.length === 1 ? check(`q${i}`, item[0]) : board(i, item),
  );
  const checks = body.flatMap((step) => (step.kind === 'board' ? step.rows : [step]));
  return {
    id: 'lesson',
    title: 'Lesson',
    goal: 'To read.',
    minutes: 5,
    closedBook: false,
    steps: body.map(({ id }) => id),
    checks: checks.map(({ id }) => id),
    body,
  };
}

function check(id: string, { claims, sentences, choices }: Question = NO_QUESTION): Check {
  return {
    kind: 'check',
    id,
    stem: `What does ${id} ask?`,
    skill: 'attribution',
    claims: claims.map((claim) => `c${claim}`),
    evidence: sentences.map((sentence) => `s${sentence}`),
    truth: `${id} is true.`,
    choices: Array.from({ length: choices }, (_, i) => ({
      id: i === 0 ? 'key' : `wrong-${i}`,
      text: i === 0 ? `what ${id} says` : `what ${id} does not say in ${i}`,
      feedback: 'The story says so.',
    })),
    key: 'key',
  };
}

const NO_QUESTION: Question = { claims: [], sentences: [], choices: 2 };

function board(i: number, rows: Item): Board {
  const headings = Array.from({ length: rows[0]?.choices ?? 2 }, (_, n) => ({
    id: n === 0 ? 'key' : `wrong-${n}`,
    text: `heading ${n} of board ${i}`,
  }));
  const [id, stem] = [`board-${i}`, `Where does each statement of board ${i} belong?`];
  return {
    kind: 'board',
    id,
    stem,
    headings,
    rows: rows.map((row, n) => {
      const statement = `statement ${n} of board ${i}`;
      return {
        ...check(`row-${i}-${n}`, row),
        stem: `${stem} ${statement}`,
        row: { board: id, stem, statement },
        choices: headings.map((heading) => ({ ...heading, feedback: 'The story says so.' })),
      };
    }),
  };
}

/** A ledger with the claims 0 to `count` - 1. */
export function material(
  count: number,
  alike: Readonly<Record<number, string>> = {},
): CourseMaterial {
  const claims = Array.from({ length: count }, (_, i): Claim => {
    const group = alike[i];
    return {
      id: `c${i}`,
      source: 'mayor',
      kind: 'statement',
      presupposed: false,
      content: `Claim ${i}.`,
      channel: { basis: 'not-stated' },
      when: { basis: 'not-stated' },
      sentence: `s${i}`,
      ...(group !== undefined && { alike: group }),
    };
  });
  return { sources: [], claims, passages: [] };
}
