import type { Check } from '../course/course.js';
import { isRight } from '../grade.js';
import { correlation, mean, variance } from './statistics.js';

/** The first answers of one person: the choice's id by the check's id. */
export type AnswerSheet = ReadonlyMap<string, string>;

/** With fewer people, a statistic depends too much on who took part. */
export const ENOUGH_PEOPLE = 30;

/** The fewest checks for which the reliability of a score is computed. */
export const ENOUGH_CHECKS = 10;

/** A distractor with a smaller share of the answers is rarely chosen. */
const RARE = 0.05;

/** Rounding can make a correlation of 0 differ from 0 by this much. */
const ROUNDING = 1e-9;

/** `look-at-key`: people with higher scores avoid the key. `rarely-chosen`: almost nobody chooses one distractor. */
export type Flag = 'look-at-key' | 'rarely-chosen';

export type ChoiceAnalysis = {
  readonly id: string;
  readonly isKey: boolean;
  readonly count: number;
  /** The share of the people who answered the check, from 0 to 1. */
  readonly share: number;
  /** The mean rest score of the people who chose it; undefined if nobody did. */
  readonly meanRest: number | undefined;
  readonly isRare: boolean;
};

export type ItemAnalysis = {
  readonly check: string;
  /** Numbers of people; `right` counts the right answers. */
  readonly answered: number;
  readonly right: number;
  /** Difficulty: the share of right answers, from 0 to 1; undefined if nobody answered. */
  readonly p: number | undefined;
  /** Discrimination: correlation of right (1) or wrong (0) with the rest score; undefined if either does not vary. */
  readonly itemRest: number | undefined;
  /** Correlation with the total score, which includes this item. It is higher than `itemRest`. */
  readonly pointBiserial: number | undefined;
  readonly choices: readonly ChoiceAnalysis[];
  /** Empty if fewer than ENOUGH_PEOPLE answered the check. */
  readonly flags: readonly Flag[];
};

/**
 * Analyses items by classical test theory (Lord and Novick 1968; Crocker and Algina 1986, chapter 14): difficulty, and
 * the corrected item-total correlation (Henrysson 1963). A person's score is the number of right answers. The rest score
 * leaves out the item. The numbers for a check use only the people who answered it.
 * @param comparable the sheets whose scores can be compared: only they count for rest scores and correlations
 */
export function analyseItems(
  checks: readonly Check[],
  sheets: readonly AnswerSheet[],
  comparable: readonly AnswerSheet[] = sheets,
): ItemAnalysis[] {
  const scored = comparable.map((sheet): Scored => ({ sheet, score: scoreOf(checks, sheet) }));
  return checks.map((check) => {
    const given = sheets.flatMap((sheet) => sheet.get(check.id) ?? []);
    return analyseItem(check, given, scoredAnswers(check, scored));
  });
}

type Scored = { readonly sheet: AnswerSheet; readonly score: number };

const hasRight = (sheet: AnswerSheet, check: Check): boolean => isRight(check, sheet.get(check.id));

const scoreOf = (checks: readonly Check[], sheet: AnswerSheet): number =>
  checks.filter((check) => hasRight(sheet, check)).length;

/** One answer to an item. `right` is 1 or 0; `rest` is the person's score without the item. */
type ScoredAnswer = {
  readonly choice: string;
  readonly right: number;
  readonly score: number;
  readonly rest: number;
};

const scoredAnswers = (check: Check, scored: readonly Scored[]): ScoredAnswer[] =>
  scored.flatMap(({ sheet, score }) => {
    const choice = sheet.get(check.id);
    if (choice === undefined) return [];
    const right = isRight(check, choice) ? 1 : 0;
    return [{ choice, right, score, rest: score - right }];
  });

/** @param given the choices of everybody who answered */
function analyseItem(
  check: Check,
  given: readonly string[],
  scored: readonly ScoredAnswer[],
): ItemAnalysis {
  const rights = scored.map(({ right }) => right);
  const itemRest = correlation(
    rights,
    scored.map(({ rest }) => rest),
  );
  const choices = check.choices.map(({ id }) =>
    analyseChoice(id, isRight(check, id), given, scored),
  );
  const right = given.filter((choice) => isRight(check, choice)).length;
  return {
    check: check.id,
    answered: given.length,
    right,
    p: given.length === 0 ? undefined : right / given.length,
    itemRest,
    pointBiserial: correlation(
      rights,
      scored.map(({ score }) => score),
    ),
    choices,
    flags: flagsOf(scored.length, itemRest, choices),
  };
}

function analyseChoice(
  id: string,
  isKey: boolean,
  given: readonly string[],
  scored: readonly ScoredAnswer[],
): ChoiceAnalysis {
  const count = given.filter((choice) => choice === id).length;
  const share = given.length === 0 ? 0 : count / given.length;
  return {
    id,
    isKey,
    count,
    share,
    meanRest: mean(scored.filter(({ choice }) => choice === id).map(({ rest }) => rest)),
    isRare: given.length >= ENOUGH_PEOPLE && !isKey && share < RARE,
  };
}

function flagsOf(
  scored: number,
  itemRest: number | undefined,
  choices: readonly ChoiceAnalysis[],
): Flag[] {
  const isEnough = scored >= ENOUGH_PEOPLE;
  return [
    ...(isEnough && itemRest !== undefined && itemRest < -ROUNDING
      ? (['look-at-key'] as const)
      : []),
    ...(choices.some(({ isRare }) => isRare) ? (['rarely-chosen'] as const) : []),
  ];
}

/**
 * The reliability of the score, KR-20 (Kuder and Richardson 1937, formula 20), at most 1:
 * k / (k - 1) * (1 - sum of p * q / variance of the scores). k is the number of checks; the variance is divided by n.
 * @returns undefined if fewer than ENOUGH_PEOPLE answered every check, with fewer than ENOUGH_CHECKS, or if all scores
 *   are equal
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
