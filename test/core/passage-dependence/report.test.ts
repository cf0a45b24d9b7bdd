import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chance } from '../../../scripts/chance.mjs';
import { chanceOfAtLeast } from '../../../src/core/lint/test-wise/poisson-binomial.js';
import {
  type DependenceReport,
  dependenceReport,
} from '../../../src/core/passage-dependence/report.js';
import {
  hasSheets,
  planSheets,
  type SheetPlan,
} from '../../../src/core/passage-dependence/sheets.js';
import {
  filledIn,
  lettersIn,
  questionsOf,
  readBack,
  sheetTexts,
} from '../../support/filled-sheet.js';
import { type Item, lessonOf, material } from '../../support/sheet-course.js';

type Case = {
  readonly name: string;
  /** How many questions have so many choices. */
  readonly trials: Readonly<Record<string, number>>;
  readonly least: number;
  readonly exact: number;
  readonly scipy: number;
};

const cases: Case[] = JSON.parse(
  readFileSync(new URL('../../fixtures/passage-dependence/expected.json', import.meta.url), 'utf8'),
);

const chancesIn = ({ trials }: Case): number[] =>
  Object.entries(trials).flatMap(([choices, count]) =>
    Array<number>(count).fill(1 / Number(choices)),
  );

describe('the p-value', () => {
  test.each(cases)('of $name is the one that scipy and exact fractions give', (one) => {
    const p = chanceOfAtLeast(one.least, chancesIn(one));
    expect(Math.abs(p - one.scipy)).toBeLessThan(1e-9);
    expect(Math.abs(p / one.exact - 1)).toBeLessThan(1e-9);
  });
});

/** 600 questions: 100 with two choices, 240 with three, 60 with four, and 50 boards of four rows with three headings. */
const items: Item[] = [...Array(450).keys()].map((i) => {
  const about = { claims: [], sentences: [], choices: i < 100 ? 2 : i < 340 ? 3 : i < 400 ? 4 : 3 };
  return i < 400 ? [about] : [about, about, about, about];
});

const plan = planned();

function planned(): SheetPlan {
  const made = planSheets([lessonOf(items)], material(0), 'seed', 3);
  if (!hasSheets(made)) throw new Error('no sheets');
  return made;
}

/** A reader of all three sheets. @param right how often the reader is right, from 0 to 1; guesses without it */
function simulated(right: number | undefined, seed: number): DependenceReport {
  const { next, pick } = chance(seed);
  const asked = questionsOf(plan);
  const files = sheetTexts(plan, 'seed').map((text, i) => {
    const letters = lettersIn(text, asked).map(([key = '', ...others]) => {
      if (right === undefined) return pick([key, ...others]);
      return next() < right ? key : pick(others);
    });
    const read = readBack(filledIn(text, letters), asked);
    return { file: `${i + 1}.txt`, sheet: i + 1, isOlder: false, read };
  });
  return dependenceReport(files, asked);
}

const probabilityIn = ({ p = Number.NaN }: DependenceReport): number => p;

const named = (name: string): Case => {
  const found = cases.find((one) => one.name === name);
  if (!found) throw new Error(`no case ${name}`);
  return found;
};

describe('a simulated reader', () => {
  test('who guesses is right about as often as chance, and p says so', () => {
    const report = simulated(undefined, 1000);
    const expected = named('the reader who guesses');
    expect([report.right, report.answered]).toEqual([expected.least, 600]);
    expect(probabilityIn(report) / expected.exact).toBeCloseTo(1, 9);
    expect(probabilityIn(report)).toBeGreaterThan(0.05);
    expect(report.chance).toBeCloseTo(100 / 2 + 440 / 3 + 60 / 4, 9);
  });

  test('who is right in 60 of 100 is far above chance', () => {
    const report = simulated(0.6, 2);
    const expected = named('the reader who is right in 60 of 100');
    expect([report.right, report.answered]).toEqual([expected.least, 600]);
    expect(probabilityIn(report) / expected.exact).toBeCloseTo(1, 9);
    expect(probabilityIn(report)).toBeLessThan(1e-12);
  });
});

describe('the report', () => {
  const reports = [simulated(0.6, 3), simulated(0.6, 4), simulated(0.6, 5)];
  const report = dependenceReport(
    reports.flatMap(({ readers }) => readers),
    questionsOf(plan),
  );

  test('adds up: readers and questions have the same answers', () => {
    const sum = (all: readonly { right: number; answered: number; chance: number }[]) => [
      all.reduce((n, { right }) => n + right, 0),
      all.reduce((n, { answered }) => n + answered, 0),
      Math.round(1e6 * all.reduce((n, { chance: one }) => n + one, 0)),
    ];
    expect(sum(report.readers)).toEqual(sum([report]));
    expect(sum(report.questions)).toEqual(sum([report]));
    expect(report.readers).toHaveLength(9);
    expect(report.answered).toBe(1800);
  });

  test('compares each question with its own chance', () => {
    for (const { question, answered, chance: expected } of report.questions)
      expect(expected).toBeCloseTo(answered / question.check.choices.length, 12);
  });

  test('names the questions that every reader got right, and how many guesses would', () => {
    const all = report.questions.filter(({ right, answered }) => right === answered);
    expect(report.everyReader).toEqual(all);
    expect(all.every(({ answered }) => answered === 3)).toBe(true);
    expect(report.everyReaderByChance).toBeCloseTo(100 / 8 + 440 / 27 + 60 / 64, 9);
    // 0.6 cubed is 0.216.
    expect(all.length / 600).toBeGreaterThan(0.16);
    expect(all.length / 600).toBeLessThan(0.27);
  });

  test('puts the questions first that most readers got right', () => {
    const [first] = reports;
    const two = dependenceReport(
      [...report.readers, ...(first?.readers ?? []).slice(0, 1)],
      questionsOf(plan),
    );
    const counts = two.everyReader.map(({ answered }) => answered);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(new Set(counts)).toEqual(new Set([3, 4]));
  });

  test('of no answers has no p', () => {
    expect(dependenceReport([], questionsOf(plan))).toMatchObject({
      ...{ p: undefined, right: 0, answered: 0 },
    });
  });
});
