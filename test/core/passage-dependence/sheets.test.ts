import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lesson } from '../../../src/core/course/course.js';
import type { SheetItem } from '../../../src/core/passage-dependence/sheet-item.js';
import {
  hasSheets,
  planSheets,
  type SheetPlan,
} from '../../../src/core/passage-dependence/sheets.js';
import { type Item, lessonOf, material, type Question } from '../../support/sheet-course.js';

const CLAIMS = 12;

const topics = fc.uniqueArray(fc.nat(CLAIMS - 1), { maxLength: 3 });
const question: fc.Arbitrary<Question> = fc.record({
  claims: topics,
  sentences: topics,
  choices: fc.integer({ min: 2, max: 4 }),
});
const items: fc.Arbitrary<Item[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.tuple(question) },
    { weight: 1, arbitrary: fc.array(question, { minLength: 2, maxLength: 4 }) },
  ),
  { minLength: 1, maxLength: 25 },
);
/** Claims 0 and 1 say the same thing, and so do 2, 3 and 4. */
const ledger = material(CLAIMS, { 0: 'a', 1: 'a', 2: 'b', 3: 'b', 4: 'b' });

function planned(lesson: Lesson, seed: string, wanted?: number, from = ledger): SheetPlan {
  const plan = planSheets([lesson], from, seed, wanted);
  if (!hasSheets(plan)) throw new Error(`no sheets, but ${JSON.stringify(plan)}`);
  return plan;
}

const about = (one: Question): Item => [one];
const single = (claims: number[], sentences: number[] = []): Item =>
  about({ claims, sentences, choices: 3 });

/** What an item is about. Claims that say the same thing are one topic. */
const topicsOf = ({ questions }: SheetItem): Set<string> => {
  const groups = new Map(ledger.claims.map(({ id, alike }) => [id, alike ?? id]));
  return new Set(
    questions.flatMap(({ check }) => [
      ...check.claims.map((id) => `claim ${groups.get(id)}`),
      ...check.evidence,
    ]),
  );
};

const sizes = ({ sheets }: SheetPlan): number[] =>
  sheets.map((sheet) => sheet.items.reduce((sum, item) => sum + item.questions.length, 0));

const idsOn = ({ sheets }: SheetPlan): string[][] =>
  sheets.map((sheet) => sheet.items.map(({ id }) => id));

describe('the questions of a sheet', () => {
  test('share no claim and no sentence, except the rows of one board', () => {
    fc.assert(
      fc.property(items, fc.string(), fc.nat(3), (all, seed, more) => {
        const fewest = planned(lessonOf(all), seed).sheets.length;
        const wanted = Math.min(fewest + more, all.length);
        for (const sheet of planned(lessonOf(all), seed, wanted).sheets) {
          const each = sheet.items.map(topicsOf);
          const together = new Set(each.flatMap((own) => [...own]));
          expect(together.size).toBe(each.reduce((sum, own) => sum + own.size, 0));
        }
      }),
    );
  });

  test('are asked once each, on as many sheets as are wanted, and no sheet is empty', () => {
    fc.assert(
      fc.property(items, fc.string(), fc.nat(3), (all, seed, more) => {
        const fewest = planned(lessonOf(all), seed).sheets.length;
        const wanted = Math.min(fewest + more, all.length);
        const plan = planned(lessonOf(all), seed, wanted);
        const asked = plan.sheets.flatMap((sheet) =>
          sheet.items.flatMap(({ questions }) => questions.map(({ check }) => check.id)),
        );
        expect(asked.sort()).toEqual([...lessonOf(all).checks].sort());
        expect(plan.sheets).toHaveLength(wanted);
        expect(Math.min(...sizes(plan))).toBeGreaterThan(0);
      }),
    );
  });

  test('are the same with the same seed, and in another order with another one', () => {
    const lesson = lessonOf([...Array(20).keys()].map((i) => single([i % 5])));
    expect(planned(lesson, 'a')).toEqual(planned(lesson, 'a'));
    expect(idsOn(planned(lesson, 'a'))).not.toEqual(idsOn(planned(lesson, 'b')));
  });
});

describe('the number of sheets', () => {
  test('is one if no two questions have anything in common', () => {
    expect(
      planned(lessonOf([single([0], [0]), single([5], [1]), single([6])]), 'a').sheets,
    ).toHaveLength(1);
  });

  test('is the number of questions about one claim', () => {
    expect(planned(lessonOf(Array(7).fill(single([3]))), 'a').sheets).toHaveLength(7);
  });

  test('counts claims that say the same thing as one claim', () => {
    expect(planned(lessonOf([single([2]), single([3]), single([4])]), 'a').sheets).toHaveLength(3);
  });

  test.each([
    [4, 2],
    [5, 3],
    [12, 2],
    [11, 3],
  ])(
    'for a ring of %i questions, each with a claim in common with the next, is %i',
    (count, fewest) => {
      const ring = [...Array(count).keys()].map((i) => single([i, (i + 1) % count]));
      const plan = planned(lessonOf(ring), 'a', undefined, material(count));
      expect(plan.sheets).toHaveLength(fewest);
    },
  );

  test('cannot be less than the smallest that was found, or more than there are questions', () => {
    const lesson = lessonOf([single([0]), single([0]), single([0]), single([5])]);
    const range = { fewest: 3, most: 4 };
    for (const wanted of [1, 2, 5])
      expect(planSheets([lesson], ledger, 'a', wanted)).toEqual(range);
    for (const wanted of [3, 4]) expect(planned(lesson, 'a', wanted).sheets).toHaveLength(wanted);
  });

  test('is none if all choices are in the story', () => {
    const lesson = lessonOf([single([0])]);
    const inText = lesson.body.map((step) => ({
      ...step,
      inText: 'sentences' as const,
    })) as Lesson['body'];
    expect(planSheets([{ ...lesson, body: inText }], ledger, 'a')).toEqual({ fewest: 0, most: 0 });
  });
});

describe('the sheets', () => {
  test('have about as many questions each', () => {
    const all = [...Array(40).keys()].map((i) => single(i < 6 ? [0] : []));
    expect(sizes(planned(lessonOf(all), 'a')).sort()).toEqual([6, 6, 7, 7, 7, 7]);
    expect(sizes(planned(lessonOf(all), 'a', 10))).toEqual(Array(10).fill(4));
  });

  test('leave out a question whose words an earlier one has', () => {
    const [step] = lessonOf([single([0])]).body;
    const again = step?.kind === 'check' ? { ...step, id: 'again' } : undefined;
    const lesson = { ...lessonOf([single([0])]), body: step && again ? [step, again] : [] };
    expect(planned(lesson, 'a').notAsked).toEqual([{ id: 'lesson/again', why: 'same-words' }]);
  });
});
