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

/** The name as part of a file name that is valid on every system. */
const filePart = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '') || 'someone';

/** `result-CODE-NAME-xxxx.json` */
export const resultFileName = (code: string, { id, name }: Person): string =>
  `result-${code}-${filePart(name)}-${id.slice(0, SHORT_ID_LENGTH).toLowerCase()}.json`;
