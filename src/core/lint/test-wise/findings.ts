import type { CourseDraft } from '../../course-files/draft.js';
import type { Finding } from '../finding.js';
import type { PlayerResult } from './players.js';

/** What counts as beating chance, for all bots together. */
const LEVEL = 0.05;

/** Bonferroni: with so many bots, one of them would else beat chance by chance. */
export const beatsChance = ({ p }: PlayerResult, bots: number): boolean => p < LEVEL / bots;

/** A bot that beats chance, with the checks that gave it away. */
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
  `a player who never reads and ${about} is right in ${correct} of ${of} checks, where chance gives ` +
  `${chance.toFixed(1)} (p = ${p.toPrecision(2)}): reword some of ${right.join(', ')}`;
