import type { Terminal } from '../support/terminal.js';

/** A page of the program, as somebody reads it who knows only what it shows. */
export type Page = {
  readonly kind: 'question' | 'verdict' | 'reading' | 'menu';
  /** How many choices a question has; 0 on any other page. */
  readonly choices: number;
  /** What the verdict says of the answer. */
  readonly right: boolean | undefined;
  /** The numbers of the lesson and its step, both from 1. */
  readonly place: { readonly lesson: number; readonly step: number } | undefined;
  readonly words: string;
};

const VERDICT_IN_LINES = /^(Right|Not this time)$/m;
const VERDICT_ON_SCREEN = /[✓✗] (Right|Not this time)/;

/** A text in one row, without the glyphs of a highlight or a quotation. */
export const wordsOf = (text: string): string =>
  text.replace(/[▌❯]/g, ' ').replace(/\s+/g, ' ').trim();

function rightIn(text: string, verdict: RegExp): boolean | undefined {
  const judged = verdict.exec(text);
  return judged ? judged[1] === 'Right' : undefined;
}

export const rightInLines = (text: string): boolean | undefined => rightIn(text, VERDICT_IN_LINES);

/** What a verdict says in the bytes that a terminal received, even if its screen never showed it. */
export const rightOnScreen = (output: string): boolean | undefined =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are removed
  rightIn(output.replace(/\x1b\[[0-9;?]*[a-zA-Z]/g, ''), VERDICT_ON_SCREEN);

/** Reads "2 · Two voices of Anthropic, step 4 of 9". */
function placeIn(words: string): Page['place'] {
  const [, lesson, step] = /(\d+) · .*?step (\d+) of \d+/.exec(words) ?? [];
  return lesson === undefined ? undefined : { lesson: Number(lesson), step: Number(step) };
}

type Facts = Pick<Page, 'choices' | 'right'> & { readonly canContinue: boolean };

function page(text: string, { choices, canContinue, right }: Facts): Page {
  const words = wordsOf(text);
  const onward = right === undefined ? 'reading' : 'verdict';
  const kind = choices > 0 ? 'question' : canContinue ? onward : 'menu';
  return { kind, choices, right, place: placeIn(words), words };
}

/** The page that lines show since the last key; undefined until the program asks for the next key. */
export function pageInLines(text: string): Page | undefined {
  const at = text.lastIndexOf('\n> ');
  if (at < 0 || !text.endsWith(': ')) return undefined;
  const prompt = wordsOf(text.slice(at));
  return page(text.slice(0, at), {
    choices: Number(/1-(\d+) answer/.exec(prompt)?.[1] ?? 0),
    canContinue: prompt.includes('Enter or 1'),
    right: rightInLines(text),
  });
}

/** The page on a screen; undefined until its footer, which is drawn last, is that of a page. */
export function pageOnScreen(terminal: Terminal): Page | undefined {
  const text = terminal.text();
  const footer = text.trimEnd().split('\n').at(-1) ?? '';
  const isQuestion = footer.includes('enter answer');
  const right = rightIn(text, VERDICT_ON_SCREEN);
  // A footer of the next question can be drawn while the rows above still show the verdict.
  if (isQuestion ? right !== undefined : !/space next|enter open/.test(footer)) return undefined;
  return page(text, {
    choices: isQuestion ? Number(/1-(\d+) choose/.exec(footer)?.[1] ?? 0) : 0,
    canContinue: footer.includes('space next'),
    right,
  });
}
