/** Where words are in quotation marks; `from` is the opening mark, `to` is after the closing one. */
export type Quotation = { readonly from: number; readonly to: number };

const OPENING = /(?<![\p{L}\p{N}])["“„«‘'](?=[\p{L}\p{N}[(…$£€])/u;

/** The closing marks for an opening mark. British papers quote with single marks, which are apostrophes, too. */
const CLOSING: Readonly<Record<string, RegExp>> = {
  '"': /"/,
  '“': /[”"]/,
  '„': /[“”]/,
  '«': /»/,
  '‘': /’(?![\p{L}\p{N}])/u,
  "'": /(?<=[.,!?…\p{L}\p{N}])'(?![\p{L}\p{N}])/u,
};

/** The quotations of a paragraph in order. One that nobody closes goes on to the end, and on in the next paragraph. */
export function quotationsIn(text: string): Quotation[] {
  const found: Quotation[] = [];
  for (let at = 0; at < text.length; ) {
    const from = at + text.slice(at).search(OPENING);
    if (from < at) break;
    const close = closingAfter(text, from);
    const isSingle = "‘'".includes(text.charAt(from));
    if (close >= 0 || !isSingle) found.push({ from, to: close < 0 ? text.length : close + 1 });
    at = close >= 0 ? close + 1 : isSingle ? from + 1 : text.length;
  }
  return found;
}

function closingAfter(text: string, from: number): number {
  const rest = text.slice(from + 1).search(CLOSING[text.charAt(from)] ?? /"/);
  return rest < 0 ? -1 : from + 1 + rest;
}
