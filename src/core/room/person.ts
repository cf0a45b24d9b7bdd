import { foldedText } from '../text/sanitize.js';
import { numberOf, valuesOf } from './codes/base32.js';

/** A participant. */
export type Person = {
  /** Random characters of a code. The first four tell participants apart in file names and hand-in codes. */
  readonly id: string;
  readonly name: string;
  /** Whether the participant typed the name; if not, the program made it up. */
  readonly named: boolean;
};

/** Characters in a person's id. */
export const ID_LENGTH = 12;
/** Characters of the id that file names and hand-in codes contain. */
export const SHORT_ID_LENGTH = 4;

/** The characters of the id that the report shows. */
export const shortIdOf = ({ id }: Pick<Person, 'id'>): string => id.slice(0, SHORT_ID_LENGTH);

export const LONGEST_NAME = 32;

/** @returns the name as plain text of at most 32 characters; undefined if it has no letter, digit or emoji */
export function cleanName(typed: string): string | undefined {
  const name = [...foldedText(typed)].slice(0, LONGEST_NAME).join('').trim();
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(name) ? name : undefined;
}

const FIRST =
  'Amber Brisk Calm Clear Cosy Early Fair Fond Gentle Golden Green Kind Lively Lucky Merry Mild ' +
  'Neat Noble Patient Plain Quick Quiet Ready Silver Steady Still Sunny Swift Tall Tidy Warm Wise';
const SECOND =
  'Badger Beaver Crane Curlew Dolphin Eider Falcon Finch Fox Gull Hare Heron Ibis Jay Kestrel Lark ' +
  'Lynx Marten Newt Otter Owl Plover Puffin Raven Robin Seal Stork Swan Tern Thrush Vole Wren';

/** A friendly name for a participant who typed none; always the same for the same id. */
export function madeUpName(id: string): string {
  const number = Number(numberOf(valuesOf(id.slice(0, SHORT_ID_LENGTH)) ?? []));
  const firsts = FIRST.split(' ');
  const seconds = SECOND.split(' ');
  const first = firsts[number % firsts.length];
  const second = seconds[Math.floor(number / firsts.length) % seconds.length];
  return `${first} ${second}`;
}

/** Equal for names that differ only in case or in compatible characters (NFKC). */
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase();

/** In bytes of UTF-8. The system's limit is 255 for the complete name; some file systems allow only 143. */
const LONGEST_FILE_PART = 90;

/**
 * The name as part of a file name that is valid on every system: letters and digits of any script with their marks, and
 * hyphens for everything else. A name without letters or digits, such as an emoji, becomes "someone".
 */
function filePart(name: string): string {
  const visible = name.normalize('NFC').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  const words = visible.match(/(?:[\p{L}\p{N}]\p{M}*)+/gu) ?? [];
  return shortened(words.join('-')) || 'someone';
}

/** The longest beginning that is short enough and ends with a complete letter. */
function shortened(text: string): string {
  let [bytes, part] = [0, ''];
  for (const letter of text.match(/\P{M}\p{M}*/gu) ?? []) {
    bytes += [...letter].reduce((sum, character) => sum + utf8Length(character), 0);
    if (bytes > LONGEST_FILE_PART) break;
    part += letter;
  }
  return part.replace(/-$/, '');
}

function utf8Length(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

/** `result-CODE-NAME-xxxx.json`. It can never be a name that Windows reserves, such as `CON`. */
export const resultFileName = (code: string, { id, name }: Person): string =>
  `result-${code}-${filePart(name)}-${shortIdOf({ id }).toLowerCase()}.json`;
