import type { Check } from '../course/course.js';
import { isRight } from '../grade.js';
import { correlation, mean, variance } from './statistics.js';

/** The first answers of one person: check -> choice. */
export type AnswerSheet = ReadonlyMap<string, string>;

/** So many people it takes before a number says more than who happened to be there. */
export const ENOUGH_PEOPLE = 30;

/** So many checks it takes for the reliability of a score. */
export const ENOUGH_CHECKS = 10;

/** A distractor that fewer choose does no work. */
const RARE = 0.05;

/** What may be left of nothing when sums are rounded. */
const ROUNDING = 1e-9;

/** What is worth a look, with enough people: a key that those who know more avoid; a distractor nearly nobody takes. */
export type Flag = 'look-at-key' | 'rarely-chosen';

export type ChoiceAnalysis = {
  readonly id: string;
  readonly isKey: boolean;
  readonly count: number;
  /** Of those who answered the check, from 0 to 1. */
  readonly share: number;
  /** The mean rest score of those who chose it; nothing where nobody did. */
  readonly meanRest: number | undefined;
  readonly isRare: boolean;
};

export type ItemAnalysis = {
  readonly check: string;
  /** How many answered it, and how many of them rightly. */
  readonly answered: number;
  readonly right: number;
  /** Difficulty p: the share of right answers among those given; nothing where there is none. */
  readonly p: number | undefined;
  /** Discrimination: correlation of right-or-wrong with the rest score; nothing where either does not vary. */
  readonly itemRest: number | undefined;
  /** The same with the whole score, the item in it: point-biserial, always the higher. */
  readonly pointBiserial: number | undefined;
  readonly choices: readonly ChoiceAnalysis[];
  /** With ENOUGH_PEOPLE who answered it only. */
  readonly flags: readonly Flag[];
};

/**
 * Items by classical test theory (Lord and Novick 1968; Crocker and Algina 1986, chapter 14: difficulty, and the
 * corrected item-total correlation of Henrysson 1963). A person's score is the number of right answers, the rest score
 * that without the item; a check that was not reached counts for neither its answers nor its correlations.
 */
export function analyseItems(
  checks: readonly Check[],
  sheets: readonly AnswerSheet[],
): ItemAnalysis[] {
  const scores = sheets.map((sheet) => scoreOf(checks, sheet));
  return checks.map((check) => analyseItem(check, sheets, scores));
}

const hasRight = (sheet: AnswerSheet, check: Check): boolean => isRight(check, sheet.get(check.id));

const scoreOf = (checks: readonly Check[], sheet: AnswerSheet): number =>
  checks.filter((check) => hasRight(sheet, check)).length;

/** One answer to the item, with the person's scores. */
type ScoredAnswer = {
  readonly choice: string;
  readonly right: number;
  readonly score: number;
  readonly rest: number;
};

function analyseItem(
  check: Check,
  sheets: readonly AnswerSheet[],
  scores: readonly number[],
): ItemAnalysis {
  const given = sheets.flatMap((sheet, i): ScoredAnswer[] => {
    const choice = sheet.get(check.id);
    if (choice === undefined) return [];
    const right = isRight(check, choice) ? 1 : 0;
    const score = scores[i] ?? 0;
    return [{ choice, right, score, rest: score - right }];
  });
  const rights = given.map(({ right }) => right);
  const itemRest = correlation(
    rights,
    given.map(({ rest }) => rest),
  );
  const choices = check.choices.map(({ id }) => analyseChoice(id, isRight(check, id), given));
  return {
    check: check.id,
    answered: given.length,
    right: rights.filter((one) => one === 1).length,
    p: mean(rights),
    itemRest,
    pointBiserial: correlation(
      rights,
      given.map(({ score }) => score),
    ),
    choices,
    flags: flagsOf(given.length, itemRest, choices),
  };
}

function analyseChoice(id: string, isKey: boolean, given: readonly ScoredAnswer[]): ChoiceAnalysis {
  const those = given.filter(({ choice }) => choice === id);
  const share = given.length === 0 ? 0 : those.length / given.length;
  return {
    id,
    isKey,
    count: those.length,
    share,
    meanRest: mean(those.map(({ rest }) => rest)),
    isRare: given.length >= ENOUGH_PEOPLE && !isKey && share < RARE,
  };
}

function flagsOf(
  answered: number,
  itemRest: number | undefined,
  choices: readonly ChoiceAnalysis[],
): Flag[] {
  if (answered < ENOUGH_PEOPLE) return [];
  return [
    ...(itemRest !== undefined && itemRest < -ROUNDING ? (['look-at-key'] as const) : []),
    ...(choices.some(({ isRare }) => isRare) ? (['rarely-chosen'] as const) : []),
  ];
}

/**
 * How far the score would come out the same again: KR-20 (Kuder and Richardson 1937, formula 20),
 * k / (k - 1) * (1 - sum of p * q / variance of the scores), the variance with n.
 * @returns nothing with fewer than ENOUGH_PEOPLE who answered every check, fewer than ENOUGH_CHECKS, or equal scores
 */
export function kr20(checks: readonly Check[], sheets: readonly AnswerSheet[]): number | undefined {
  const whole = sheets.filter((sheet) => checks.every(({ id }) => sheet.has(id)));
  const k = checks.length;
  if (whole.length < ENOUGH_PEOPLE || k < ENOUGH_CHECKS) return undefined;
  const spread = variance(whole.map((sheet) => scoreOf(checks, sheet)));
  if (spread === 0) return undefined;
  const ofItems = checks.reduce(
    (sum, check) => sum + variance(whole.map((sheet) => (hasRight(sheet, check) ? 1 : 0))),
    0,
  );
  return (k / (k - 1)) * (1 - ofItems / spread);
}
