const ESC = '\x1b';
const BELL = '\x07';

/** Escape sequences: CSI with parameters and final letter, OSC, and those of two letters. */
const SEQUENCE = new RegExp(
  `${ESC}(?:\\[([\\d;:?<>= ]*)([@-~])|\\][^${BELL}${ESC}]*(?:${BELL}|${ESC}\\\\)|[^[\\]])`,
  'y',
);

type Style = { readonly isDim: boolean; readonly isColoured: boolean };

const NO_STYLE: Style = { isDim: false, isColoured: false };

/** The letters in a terminal's output that are dim or not in the terminal's own colour, of all frames. */
export function colouredLetters(output: string): string {
  let style = NO_STYLE;
  let found = '';
  for (let at = 0; at < output.length; ) {
    SEQUENCE.lastIndex = at;
    const [sequence, codes = '', end] = SEQUENCE.exec(output) ?? [];
    if (sequence === undefined) {
      const letter = output[at] ?? '';
      if ((style.isDim || style.isColoured) && /\p{L}/u.test(letter)) found += letter;
      at += 1;
    } else {
      if (end === 'm') style = styleAfter(style, codes);
      at += sequence.length;
    }
  }
  return found;
}

/** @param codes of one SGR sequence, such as "1;38;5;134" */
function styleAfter(before: Style, codes: string): Style {
  const [first = 0, ...rest] = codes.split(';').map(Number);
  if (first === 0) return rest.length > 0 ? styleAfter(NO_STYLE, rest.join(';')) : NO_STYLE;
  const isExtended = first === 38 || first === 48;
  const after = {
    isDim: first === 2 || (before.isDim && first !== 22),
    isColoured:
      (first >= 30 && first <= 38) ||
      (first >= 90 && first <= 97) ||
      (before.isColoured && first !== 39),
  };
  const more = isExtended ? rest.slice(rest[0] === 5 ? 2 : 4) : rest;
  return more.length > 0 ? styleAfter(after, more.join(';')) : after;
}
