import { ITEM_RULES } from '../../core/lint/all-rules.js';
import { ARTICLE_ABOUT } from '../../core/lint/article/own-wording.js';
import { ONE_SOURCE } from '../../core/lint/balance-findings.js';
import { COVERAGE_ABOUT } from '../../core/lint/coverage.js';
import { CURLY_MARKS } from '../../core/lint/material/curly-marks.js';
import { MATERIAL_RULES } from '../../core/lint/material/run-material-rules.js';
import type { CheckKind } from '../../core/lint/placed-checks.js';
import { HALADYNA, type ItemKind, SAQUET } from '../../core/lint/rule.js';
import { PLAYERS } from '../../core/lint/test-wise/players.js';
import { LONGEST, TOO_LONG } from '../../core/lint/too-long.js';
import { markdownTable } from './markdown-table.js';

/** Every warning of `check`, with its source. Two long titles are shortened, and printed below the table. */
export function ruleTable(): string {
  const items = ITEM_RULES.map(({ id, about, languages, judges, source }) => [
    `\`${id}\``,
    about,
    judgedText(judges),
    languages,
    shortSource(source),
  ]);
  const material = MATERIAL_RULES.map(({ id, about, languages, judges, source }) => [
    `\`${id}\``,
    about,
    judges,
    languages,
    source,
  ]);
  const uses = Object.entries({
    ...COVERAGE_ABOUT,
    [ONE_SOURCE.id]: ONE_SOURCE.about,
    ...ARTICLE_ABOUT,
    [CURLY_MARKS.id]: CURLY_MARKS.about,
  });
  const ours = uses.map(([id, about]) => [`\`${id}\``, about, 'all', 'any', 'ours']);
  const table = markdownTable(
    ['rule', 'warns of', 'judges', 'language', 'source'],
    [...items, ...material, ...ours],
  );
  return `${table}\n\nA source such as "Haladyna 24" is a guideline in this paper: ${HALADYNA} 24.\n\n${SAQUET} criterion with that name.`;
}

const JUDGED: Readonly<Record<ItemKind, string>> = {
  texts: 'texts',
  'in-text': 'choices in the text',
  board: 'stems of boards',
  row: 'rows',
};

const judgedText = (kinds: readonly ItemKind[]): string =>
  kinds.length === Object.keys(JUDGED).length
    ? 'all'
    : kinds.map((kind) => JUDGED[kind]).join(', ');

const shortSource = (source: string): string =>
  source.replace(HALADYNA, 'Haladyna').replace(SAQUET, 'SAQUET');

export const lengthTable = (): string =>
  markdownTable(
    ['error', 'texts', 'most characters'],
    LONGEST.map(({ fields, most }) => [`\`${TOO_LONG}\``, fields, String(most)]),
  );

/** Of a board, a player answers the rows. */
const playedText = (kinds: readonly CheckKind[]): string =>
  judgedText([...kinds, 'board']).replace(`, ${JUDGED.board}`, '');

export const playerTable = (): string =>
  markdownTable(
    ['player', 'what it does', 'plays'],
    PLAYERS.map(({ name, about, plays }) => [`\`bot-${name}\``, about, playedText(plays)]),
  );
