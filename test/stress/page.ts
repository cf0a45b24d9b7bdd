import type { Terminal } from '../support/terminal.js';

/** A page of the program, as somebody reads it who knows only what it shows. */
export type Page = {
  /** A full board has every statement under a heading, and can be handed in. */
  readonly kind:
    | 'question'
    | 'board'
    | 'full-board'
    | 'second-look'
    | 'verdict'
    | 'reading'
    | 'menu';
  /** How many choices a question has, or headings a board; 0 on any other page. */
  readonly choices: number;
  /** The number of the choice of the first try, or of its heading for the statement to put; 0 if there is none. */
  readonly tried: number;
  /** What the verdict or the second look says of the answer. */
  readonly right: boolean | undefined;
  /** The numbers of the lesson and its step, both from 1. */
  readonly place: { readonly lesson: number; readonly step: number } | undefined;
  readonly words: string;
};

const VERDICT_IN_LINES = /^(?:[✓✗] )?(Right|Not this time)(?:$| on the second try$|[.:,](?: |$))/m;
const VERDICT_ON_SCREEN = /[✓✗] (Right|Not this time)/;

/** A text in one row, without the glyphs of a highlight, a quotation, a mark or a choice in the text. */
export const wordsOf = (text: string): string =>
  text
    .replace(/[▌❯❮✓✗–[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function rightIn(text: string, verdict: RegExp): boolean | undefined {
  const judged = verdict.exec(text);
  return judged ? judged[1] === 'Right' : undefined;
}

export const rightInLines = (text: string): boolean | undefined => rightIn(text, VERDICT_IN_LINES);

/** What a verdict says in the bytes that a terminal received, even if its screen never showed it. */
export const rightOnScreen = (output: string): boolean | undefined =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are removed
  rightIn(output.replace(/\x1b\[[0-9;?]*[a-zA-Z]/g, ''), VERDICT_ON_SCREEN);

/** Reads "2 · Two voices of Anthropic, step 4 of 9"; an example is the first step. */
function placeIn(words: string): Page['place'] {
  const [, lesson, step = 1] = /(\d+) · .*?(?:step (\d+) of \d+|an example)/.exec(words) ?? [];
  return lesson === undefined ? undefined : { lesson: Number(lesson), step: Number(step) };
}

/** What the keys that a page offers say of it. They are the same in lines and on screen, but for the last field. */
function page(text: string, keys: string, { right, next }: Facts): Page {
  const words = wordsOf(text);
  const choices = Number(/1-(\d+) (?:answer|choose|put)/.exec(keys)?.[1] ?? 0);
  const kind = kindOf(keys, next);
  return { kind, choices, tried: triedIn(text, kind), right, place: placeIn(words), words };
}

const TRIED: Partial<Readonly<Record<Page['kind'], RegExp>>> = {
  question: /^ *(\d+)\. ✗|✗[ \u00a0]*\[?(\d+)[ \u00a0]/m,
  board: /(?:❯ ✗ .*|\()not (\d+) /,
};

function triedIn(text: string, kind: Page['kind']): number {
  const [, first, second] = TRIED[kind]?.exec(text) ?? [];
  return Number(first ?? second ?? 0);
}

type Facts = Pick<Page, 'right'> & { readonly next: RegExp };

function kindOf(keys: string, next: RegExp): Page['kind'] {
  if (/1-\d+ put/.test(keys)) return /enter answer(?! \()/.test(keys) ? 'full-board' : 'board';
  if (keys.includes('Enter answer')) return 'full-board';
  if (/enter answer|1-\d+ answer/.test(keys)) return 'question';
  if (keys.includes('choose again')) return 'second-look';
  if (/\bm (more|less)\b/.test(keys)) return 'verdict';
  return next.test(keys) ? 'reading' : 'menu';
}

/** The page that lines show since the last key; undefined until the program asks for the next key. */
export function pageInLines(text: string): Page | undefined {
  const at = text.lastIndexOf('\n> ');
  if (at < 0 || !text.endsWith(': ')) return undefined;
  const prompt = wordsOf(text.slice(at));
  return page(text.slice(0, at), prompt, { right: rightInLines(text), next: /Enter or 1/ });
}

/** The page on a screen; undefined until its footer, which is drawn last, is that of a page. */
export function pageOnScreen(terminal: Terminal): Page | undefined {
  const text = terminal.text();
  const footer = text.trimEnd().split('\n').at(-1) ?? '';
  const right = rightIn(text, VERDICT_ON_SCREEN);
  const isQuestion = footer.includes('enter answer') && !footer.includes(' put');
  // A footer of the next question can be drawn while the rows above still show the verdict.
  if (isQuestion && right !== undefined) return undefined;
  if (!isQuestion && !/space (next|down)|enter (open|choose again|answer)/.test(footer))
    return undefined;
  // A page of several passages can be taller than any page may be, and then space scrolls it first.
  return page(text, footer, { right, next: /space next|^(?!.*enter open).*space down/ });
}
