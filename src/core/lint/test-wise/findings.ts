import type { CourseDraft } from '../../course-files/draft.js';
import type { Finding } from '../finding.js';
import type { PlayerResult } from './players.js';

/** Significance level for all bots together. */
const LEVEL = 0.05;

/** Divides the level by the number of bots (Bonferroni correction): among many bots, some beat chance by accident. */
export const beatsChance = ({ p }: PlayerResult, bots: number): boolean => p < LEVEL / bots;

/** An error for each bot that beats chance, with the checks that it gets right. */
export const playerFindings = (
  { course }: CourseDraft,
  results: readonly PlayerResult[],
): Finding[] =>
  results
    .filter((result) => beatsChance(result, results.length))
    .map((result) => ({
      file: course,
      severity: 'error',
      rule: `bot-${result.name}`,
      path: ['lessons'],
      message: playerMessage(result),
    }));

const playerMessage = ({ about, correct, of, chance, p, right }: PlayerResult): string =>
  `someone who skips the story and ${about} is right in ${correct} of ${of} checks, where chance gives ` +
  `${chance.toFixed(1)} (p = ${p.toPrecision(2)}): reword some of ${right.join(', ')}`;
