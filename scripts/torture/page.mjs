/**
 * A page of the program, as one who only sees what it shows can tell it.
 * @typedef {{ kind: 'question' | 'verdict' | 'reading' | 'menu', choices: number, right: boolean | undefined,
 *   place: { lesson: number, step: number } | undefined, words: string }} Page
 */

const VERDICT_IN_LINES = /^(Right|Not this time)$/m;
const VERDICT_ON_SCREEN = /[✓✗] (Right|Not this time)/;

/** In one line, without the marks of a highlight or a quotation. */
export const wordsOf = (text) => text.replace(/[▌❯]/g, ' ').replace(/\s+/g, ' ').trim();

/** Whether an answer was said to be right or not; nothing where none is judged. */
function rightIn(text, verdict) {
  const judged = verdict.exec(text);
  return judged ? judged[1] === 'Right' : undefined;
}

export const rightInLines = (text) => rightIn(text, VERDICT_IN_LINES);

/** Of the bytes that a terminal was sent, whatever became of them on its screen. */
export const rightOnScreen = (output) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be left out
  rightIn(output.replace(/\x1b\[[0-9;?]*[a-zA-Z]/g, ''), VERDICT_ON_SCREEN);

/** Lesson and step by their numbers: "2 · Two voices of Anthropic, step 4 of 9" */
function placeIn(words) {
  const [, lesson, step] = /(\d+) · .*?step (\d+) of \d+/.exec(words) ?? [];
  return lesson === undefined ? undefined : { lesson: Number(lesson), step: Number(step) };
}

function page(text, { choices, goesOn, right }) {
  const words = wordsOf(text);
  const onward = right === undefined ? 'reading' : 'verdict';
  const kind = choices > 0 ? 'question' : goesOn ? onward : 'menu';
  return { kind, choices, right, place: placeIn(words), words };
}

/** What was said in lines since the last key; nothing as long as it does not ask for the next. */
export function pageInLines(text) {
  const at = text.lastIndexOf('\n> ');
  if (at < 0 || !text.endsWith(': ')) return undefined;
  const prompt = wordsOf(text.slice(at));
  return page(text.slice(0, at), {
    choices: Number(/1-(\d+) answer/.exec(prompt)?.[1] ?? 0),
    goesOn: prompt.includes('go on'),
    right: rightInLines(text),
  });
}

/** What a screen shows; nothing as long as its footer, which is drawn last, is not there or another's. */
export function pageOnScreen(text) {
  const footer = text.trimEnd().split('\n').at(-1);
  const answers = footer.includes('enter answer');
  const right = rightIn(text, VERDICT_ON_SCREEN);
  if (answers ? right !== undefined : !/space on|enter open/.test(footer)) return undefined;
  return page(text, {
    choices: answers ? Number(/1-(\d+) choose/.exec(footer)?.[1] ?? 0) : 0,
    goesOn: footer.includes('space on'),
    right,
  });
}
