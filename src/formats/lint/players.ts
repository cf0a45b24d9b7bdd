import { beatsChance } from '../../core/lint/test-wise/findings.js';
import type { PlayerResult } from '../../core/lint/test-wise/players.js';

/** A table of the players who never read: what they do, their right answers, and right answers by chance. */
export function playersText(bots: readonly PlayerResult[]): string {
  if (bots.length === 0)
    return 'Simple tricks without the story: shown once the course has no errors';
  const width = Math.max(...bots.map(({ about }) => about.length));
  const rows = bots.map((bot) => {
    const { about, correct, of, chance, p } = bot;
    return [
      `  ${about.padEnd(width)}`,
      `${correct} of ${of}`.padStart(9),
      chance.toFixed(1).padStart(9),
      p.toFixed(3).padStart(6),
      ...(beatsChance(bot, bots.length) ? ['above chance'] : []),
    ].join('  ');
  });
  const head = `  ${''.padEnd(width)}  ${'right'.padStart(9)}  ${'by chance'.padStart(9)}  ${'p'.padStart(6)}`;
  return ['Simple tricks without the story', head, ...rows].join('\n');
}
