import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Check } from '../../../src/core/course/course.js';
import {
  type AnswerSheet,
  analyseItems,
  kr20,
} from '../../../src/core/room-report/item-analysis.js';
import { first } from '../../support/small-course.js';

/** Files made by fixtures/item-analysis/work-out.py with numpy and scipy. */
const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/item-analysis/${name}`, import.meta.url), 'utf8');

type Expected = {
  readonly kr20: number;
  readonly items: readonly {
    readonly check: string;
    readonly answered: number;
    readonly p: number;
    readonly itemRest: number;
    readonly pointBiserial: number;
    readonly choices: Readonly<
      Record<string, { readonly share: number; readonly meanRest: number }>
    >;
  }[];
};

const like = first.body.find((step): step is Check => step.kind === 'check') as Check;
const checkCalled = (id: string): Check => ({ ...like, id });

const [head = '', ...rows] = fixture('table.csv').trim().split('\n');
const checks = head.split(',').map(checkCalled);
const sheets = rows.map((row): AnswerSheet => {
  const cells = row.split(',');
  return new Map(checks.flatMap(({ id }, i) => (cells[i] ? [[id, cells[i]]] : [])));
});
const expected = JSON.parse(fixture('expected.json')) as Expected;

/** Equal to nine decimal places. */
const near = (value: number) => expect.closeTo(value, 9);

describe('item analysis agrees with an independent program about', () => {
  test.each(expected.items.map((item) => [item.check, item] as const))(
    'the check %s',
    (id, item) => {
      const mine = analyseItems(checks, sheets).find(({ check }) => check === id);
      expect(mine).toMatchObject({
        answered: item.answered,
        p: near(item.p),
        itemRest: near(item.itemRest),
        pointBiserial: near(item.pointBiserial),
        choices: Object.entries(item.choices).map(([choice, { share, meanRest }]) => ({
          id: choice,
          share: near(share),
          meanRest: near(meanRest),
        })),
      });
    },
  );

  test('KR-20 of the people who answered everything', () => {
    expect(kr20(checks, sheets)).toEqual(near(expected.kr20));
  });

  test('the wrong key that was planted in the table', () => {
    const flagged = analyseItems(checks, sheets).filter(({ flags }) =>
      flags.includes('look-at-key'),
    );
    expect(flagged.map(({ check }) => check)).toEqual(['item-7']);
  });
});

describe('with few people or checks', () => {
  test('no check is flagged below 30 people, and there is no KR-20', () => {
    const few = sheets.filter((sheet) => sheet.size === checks.length).slice(0, 29);
    expect(analyseItems(checks, few).flatMap(({ flags }) => flags)).toEqual([]);
    expect(kr20(checks, few)).toBeUndefined();
  });

  test('nine checks have no KR-20', () => {
    expect(kr20(checks.slice(0, 9), sheets)).toBeUndefined();
    expect(kr20(checks.slice(0, 10), sheets)).toBeDefined();
  });

  test('nothing is divided by zero', () => {
    const [item] = analyseItems([checkCalled('alone')], []);
    expect(item).toMatchObject({ answered: 0, right: 0, flags: [] });
    expect(item?.p).toBeUndefined();
    expect(item?.itemRest).toBeUndefined();
    const same = Array.from({ length: 30 }, (): AnswerSheet => new Map([['alone', 'a']]));
    expect(analyseItems([checkCalled('alone')], same)[0]).toMatchObject({ p: 1 });
    expect(analyseItems([checkCalled('alone')], same)[0]?.itemRest).toBeUndefined();
  });

  test('the report names distractors that fewer than 5 of 100 chose, from 30 people on', () => {
    const answers = [...Array(29).fill('a'), 'b', ...Array(10).fill('c')] as string[];
    const room = answers.map((choice): AnswerSheet => new Map([['alone', choice]]));
    const [item] = analyseItems([checkCalled('alone')], room);
    expect(item?.choices.filter(({ isRare }) => isRare).map(({ id }) => id)).toEqual(['b']);
    expect(item?.flags).toEqual(['rarely-chosen']);
  });
});
