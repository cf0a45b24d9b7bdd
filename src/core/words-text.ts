/** Signs other than printable ASCII, and of those the blank, which parts words, and what begins or needs an escape. */
const SPECIAL = /[^!#$&-[\]-~]/g;

const escaped = (sign: string): string => `%${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Words of any signs as one text of plain ASCII, which JSON reads at once. None may be empty. */
export const wordsText = (words: Iterable<string>): string =>
  [...words].map((word) => word.replace(SPECIAL, escaped)).join(' ');

/** The words of such a text. */
export function wordsIn(text: string): string[] {
  if (text === '') return [];
  const words = text.split(' ');
  return text.includes('%') ? words.map(unescaped) : words;
}

const unescaped = (word: string): string =>
  word.replace(/%([0-9a-f]{4})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
