import fc from 'fast-check';
import { planned } from '../plans.js';

/** A giant text as it stands in a YAML file whose other values are JSON. */
export type Giant = {
  readonly name: string;
  readonly yaml: string;
  /** The first characters, by which the text is found where it is shown. */
  readonly beginning: string;
};

/** In bytes, so that the file with the text stays below the loader's 1 MB. */
const LEAST = 60_000;
const MOST = 700_000;

/** Texts of many parts, each in a way that once took long or takes special care. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'many words': ['word ', 'another ', 'refuses, '],
  'one endless word': ['a', 'b', 'é'],
  'Chinese without spaces': ['新', '聞', '記', '者', '。'],
  'Thai without spaces': ['ห้อง', 'สมุด', 'จะ', 'เปิด'],
  'combining marks': ['\u0301', '\u0323', '\u0308'],
  'spacing marks': ['\u0903', '\u093e'],
  'emoji with joiners': ['👩\u200d👩\u200d👧', '🇫🇮', '👍🏽', '❤\ufe0f'],
  'Hangul jamo': ['\u1100', '\u1161', '\u11a8'],
  'open quotations': ['“', '«', '„'],
  'commas and dots': [', ', '. ', '… '],
};

export const GIANT_NAMES = [...Object.keys(PARTS), 'short lines', 'deep lists'];

/** @param name one of `GIANT_NAMES` */
export function giantText(name: string, seed: number): Giant {
  const bytes = planned(fc.integer({ min: LEAST, max: MOST }), seed);
  if (name === 'short lines') return shortLines(bytes);
  if (name === 'deep lists') return deepLists(bytes);
  const parts = planned(fc.array(fc.constantFrom(...(PARTS[name] ?? [])), { minLength: 50, maxLength: 99 }), seed);
  const some = parts.join('');
  const text = `Zo${some.repeat(Math.ceil(bytes / Buffer.byteLength(some)))}`;
  return { name, yaml: JSON.stringify(text), beginning: 'Zo' };
}

/** A text in double quotes on many lines: line breaks are spaces, and an empty line is a line break. */
const shortLines = (bytes: number): Giant => ({
  name: 'short lines',
  yaml: `"Zo${'\n a'.repeat(bytes / 6)}${'\n\n b'.repeat(bytes / 8)}"`,
  beginning: 'Zo',
});

const deepLists = (bytes: number): Giant => ({
  name: 'deep lists',
  yaml: '['.repeat(bytes / 2) + ']'.repeat(bytes / 2),
  beginning: 'Zo',
});
