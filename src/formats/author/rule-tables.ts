import { ITEM_RULES } from '../../core/lint/all-rules.js';
import { ONE_SOURCE } from '../../core/lint/balance-findings.js';
import { COVERAGE_ABOUT } from '../../core/lint/coverage.js';
import { HALADYNA, SAQUET } from '../../core/lint/rule.js';
import { PLAYERS } from '../../core/lint/test-wise/players.js';
import { LONGEST, TOO_LONG } from '../../core/lint/too-long.js';
import { markdownTable } from './markdown-table.js';

/** Every warning of `check`, with its source. Two long titles are shortened, and printed below the table. */
export function ruleTable(): string {
  const items = ITEM_RULES.map(({ id, about, languages, source }) => [
    `\`${id}\``,
    about,
    languages,
    shortSource(source),
  ]);
  const uses = Object.entries({ ...COVERAGE_ABOUT, [ONE_SOURCE.id]: ONE_SOURCE.about });
  const ours = uses.map(([id, about]) => [`\`${id}\``, about, 'any', 'ours']);
  const table = markdownTable(['rule', 'warns of', 'language', 'source'], [...items, ...ours]);
  return `${table}\n\nHaladyna: ${HALADYNA} as numbered.\n\n${SAQUET} as named.`;
}

const shortSource = (source: string): string =>
  source.replace(HALADYNA, 'Haladyna').replace(SAQUET, 'SAQUET');

export const lengthTable = (): string =>
  markdownTable(
    ['error', 'texts', 'most characters'],
    LONGEST.map(({ fields, most }) => [`\`${TOO_LONG}\``, fields, String(most)]),
  );

export const playerTable = (): string =>
  markdownTable(
    ['player', 'what it does'],
    PLAYERS.map(({ name, about }) => [`\`bot-${name}\``, about]),
  );
