import { braces } from './braces.js';
import { brackets } from './brackets.js';
import { colonInText, missingColon, missingSpace } from './colons.js';
import { dashWithoutSpace, missingDash, missingList, otherSign } from './dashes.js';
import { otherSpaces, strayText, tabs, textUnderMark, wrongIndent } from './indentation.js';
import { type CourseLine, linesOf } from './line.js';
import type { Mistake, MistakeRule } from './mistake.js';
import { hashInText, quotationMarks, signAtStart, textMark } from './quotes.js';

/** The first place at which a text cannot be read, from 0. */
export type Obstacle = {
  readonly row: number;
  readonly column: number;
  /** Whether the parser could not go on. If not, it is for example a field that is there twice. */
  readonly isSyntax: boolean;
};

/** What came of parsing a repaired text: where it cannot be read, or how many faults its value has. */
export type Outcome = { readonly obstacle?: Obstacle; readonly faults: number };

/** Those that are rarely wrong first. */
const RULES: readonly MistakeRule[] = [
  tabs,
  otherSpaces,
  missingSpace,
  dashWithoutSpace,
  otherSign,
  braces,
  brackets,
  quotationMarks,
  hashInText,
  textMark,
  signAtStart,
  colonInText,
  missingDash,
  missingList,
  textUnderMark,
  missingColon,
  strayText,
  wrongIndent,
];

/** What can be behind a field that is there twice. */
const OTHER_RULES: readonly MistakeRule[] = [missingDash];

/** How many rows above and below the obstacle a mistake can be. */
const ABOVE = 80;
const BELOW = 4;

/** In characters. The rules take time quadratic in the length of a line. */
const LONGEST_LINE = 5_000;

/** `tries` is how often the file was parsed. */
export type Repaired = { readonly mistake: Mistake; readonly text: string; readonly tries: number };

/**
 * The mistake behind an obstacle: the one whose correction lets the parser read the farthest, and of several the one that
 * leaves the fewest faults. Undefined if no correction helps: then nothing is known for certain.
 * @param most how often the file may be parsed
 */
export function findMistake(
  text: string,
  obstacle: Obstacle,
  outcomeOf: (text: string) => Outcome,
  most: number,
): Repaired | undefined {
  if (most < 1) return undefined;
  const lines = linesOf(text);
  let tries = 0;
  let best: (Repaired & { readonly outcome: Outcome }) | undefined;
  for (const mistake of candidates(lines, obstacle).slice(0, most)) {
    tries += 1;
    const repaired = repairedText(lines, mistake);
    const outcome = outcomeOf(repaired);
    if (isBetter(outcome, best?.outcome ?? { obstacle, faults: 0 }))
      best = { mistake, text: repaired, tries, outcome };
    if (!outcome.obstacle && outcome.faults === 0) break;
  }
  return best && { ...best, tries };
}

function isBetter(a: Outcome, b: Outcome): boolean {
  if (!a.obstacle || !b.obstacle) return !a.obstacle && (!!b.obstacle || a.faults < b.faults);
  return a.obstacle.row > b.obstacle.row;
}

/** What could be wrong around the row: by rule, and then by distance. */
function candidates(lines: readonly CourseLine[], { row, isSyntax }: Obstacle): Mistake[] {
  const rows = Array.from({ length: ABOVE + BELOW + 1 }, (_, i) => row + BELOW - i)
    .filter((i) => lines[i]?.isSkipped === false && lines[i].text.length <= LONGEST_LINE)
    .sort((a, b) => Math.abs(a - row) - Math.abs(b - row));
  return (isSyntax ? RULES : OTHER_RULES).flatMap((rule) => rows.flatMap((i) => rule(lines, i)));
}

const repairedText = (lines: readonly CourseLine[], { repairs }: Mistake): string =>
  lines.map(({ text }, i) => repairs.get(i) ?? text).join('\n');
