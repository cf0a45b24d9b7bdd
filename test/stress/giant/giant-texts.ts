import fc from 'fast-check';
import { planned } from '../plans.js';

/** A giant text before a short one, as it stands in a YAML file whose other values are JSON. */
export type Giant = { readonly name: string; readonly before: (text: string) => string };

/** In bytes, so that the file with the text stays below the loader's 1 MB. */
const LEAST = 60_000;
const MOST = 700_000;

/** What giant texts are made of. Each once took long, much memory, or more columns than the window has. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'many words': ['word ', 'another ', 'refuses, '],
  'one endless word': ['a', 'b', 'é'],
  'Chinese without spaces': ['新', '聞', '記', '者', '。'],
  'Thai without spaces': ['ห้อง', 'สมุด', 'จะ', 'เปิด'],
  'combining marks': ['\u0301', '\u0323', '\u0308'],
  'spacing marks': ['\u0903', '\u093e'],
  emoji: ['🇫🇮', '👍🏽', '❤\ufe0f', '👩'],
  'emoji with joiners': ['👩\u200d👩\u200d👧'],
  'Hangul jamo': ['\u1100', '\u1161', '\u11a8'],
  'open quotations': ['“', '«', '„'],
  'commas and dots': [', ', '. ', '… '],
};

export const GIANT_NAMES = [...Object.keys(PARTS), 'short lines', 'deep lists'];

/** @param name one of `GIANT_NAMES` */
export function giantText(name: string, seed: number): Giant {
  const bytes = planned(fc.integer({ min: LEAST, max: MOST }), seed);
  const parts = PARTS[name];
  if (parts) return { name, before: (text) => JSON.stringify(ofParts(parts, bytes, seed) + text) };
  return name === 'short lines' ? shortLines(bytes) : deepLists(bytes);
}

function ofParts(parts: readonly string[], bytes: number, seed: number): string {
  const anyParts = fc.array(fc.constantFrom(...parts), { minLength: 50, maxLength: 99 });
  const some = planned(anyParts, seed).join('');
  return `Zo${some.repeat(bytes / Buffer.byteLength(some))} `;
}

/** A text in double quotes on many lines. A line break is a space, and an empty line is a line break. */
const shortLines = (bytes: number): Giant => ({
  name: 'short lines',
  before: (text) =>
    `"Zo${'\n a'.repeat(bytes / 6)}${'\n\n b'.repeat(bytes / 8)} ${JSON.stringify(text).slice(1)}`,
});

const deepLists = (bytes: number): Giant => ({
  name: 'deep lists',
  before: () => '['.repeat(bytes / 2) + ']'.repeat(bytes / 2),
});
