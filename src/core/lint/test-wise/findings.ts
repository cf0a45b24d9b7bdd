import type { Draft } from '../../course-files/draft.js';
import type { Finding } from '../finding.js';
import type { BotResult } from './players.js';

/** What counts as beating chance, for all bots together. */
const LEVEL = 0.05;

/** Bonferroni: with so many bots, one of them would else beat chance by chance. */
export const beatsChance = ({ p }: BotResult, bots: number): boolean => p < LEVEL / bots;

/** A bot that beats chance, with the checks that gave it away. */
export const botFindings = ({ course }: Draft, results: readonly BotResult[]): Finding[] =>
  results
    .filter((result) => beatsChance(result, results.length))
    .map((result) => ({
      file: course,
      severity: 'error',
      rule: `bot-${result.name}`,
      path: ['lessons'],
      message: botMessage(result),
    }));

const botMessage = ({ about, correct, of, chance, p, right }: BotResult): string =>
  `a player who never reads and ${about} is right in ${correct} of ${of} checks, where chance gives ` +
  `${chance.toFixed(1)} (p = ${p.toPrecision(2)}): reword some of ${right.join(', ')}`;
