import { foldedText } from '../text/sanitize.js';
import { sentencesOf } from './sentences.js';

export type Paragraph = {
  /** A heading right above it. */
  readonly heading?: string;
  readonly sentences: readonly string[];
};

/** A news story as an author has it: its first heading, and its paragraphs. */
export type Story = { readonly headline?: string; readonly paragraphs: readonly Paragraph[] };

/** Reads a text with blank lines between paragraphs, or with a line for each. Headings don't end like a sentence. */
export function storyIn(text: string): Story {
  const paragraphs: Paragraph[] = [];
  let [headline, heading]: (string | undefined)[] = [];
  for (const block of blocksIn(text)) {
    if (ITEM.test(block) || !isHeading(block)) {
      paragraphs.push({
        ...(heading === undefined ? {} : { heading }),
        sentences: sentencesOf(block.replace(ITEM, '')),
      });
      heading = undefined;
    } else if (headline === undefined && paragraphs.length === 0) headline = block;
    else if (paragraphs.length > 0) heading = block;
  }
  return { ...(headline === undefined ? {} : { headline }), paragraphs };
}

/** The blocks of a text, each in one line, without the marks that Markdown puts before a heading or a quotation. */
function blocksIn(text: string): string[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map(foldedText);
  const groups: string[][] = [[]];
  for (const line of lines)
    if (line && beginsItem(line, groups.at(-1) ?? [])) groups.push([line]);
    else if (line) groups.at(-1)?.push(line);
    else groups.push([]);
  const filled = groups.filter(({ length }) => length > 0);
  return filled.flatMap(blocksOf).map((block) => block.replace(/^(?:#+|>)\s+/, ''));
}

/** The mark of an item in a list. */
const ITEM = /^(?:[-*•]|\d{1,2}\.)\s+(?=.*\p{L})/u;

/** Whether an item of a list begins with a line. After half a sentence, its mark is a dash. @param before the lines before */
const beginsItem = (line: string, before: readonly string[]): boolean =>
  ITEM.test(line) && (ITEM.test(before[0] ?? '') || ENDED.test(before.at(-1) ?? '.'));

/** Lines that all end like sentences are a paragraph each; others were broken to fit a page. */
function blocksOf(lines: readonly string[]): string[] {
  const [first = '', ...rest] = lines;
  if (rest.length === 0) return [first];
  const widest = Math.max(...lines.map(({ length }) => length));
  if (isHeading(first) && first.length < widest * 0.7) return [first, ...blocksOf(rest)];
  const ended = lines.filter((line) => ENDED.test(line)).length;
  return ended > lines.length * 0.7 && widest > 120 ? [...lines] : [lines.join(' ')];
}

const ENDED = /[.!?…:]["”’»')\]]*$/u;

const LONGEST_HEADING = 160;

const isHeading = (block: string): boolean => !ENDED.test(block) && block.length <= LONGEST_HEADING;
