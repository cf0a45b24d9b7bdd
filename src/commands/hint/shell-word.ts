import { isUtf8 } from '../../core/text/ascii.js';
import { plainText } from '../../core/text/sanitize.js';
import type { Environment } from '../environment.js';

const PLAIN = /^[\w@%+:,./-]+$/;
/** PowerShell reads `@` at the beginning as a variable, and a comma as a list. */
const PLAIN_ON_WINDOWS = /^(?!@)[\w@+=:.\\/-]+$/;

/** Letters of any script, and characters that mean the same in double quotes to PowerShell and to cmd. */
const ALIKE_ON_WINDOWS = /^[\p{L}\p{M}\p{N}\w @+=:,.\\/!#&'()*;<>?[\]^{}|~-]*$/u;

/** What a terminal may drop or change when a line is copied, and spaces that look like the usual one. */
const FRAGILE = /[\p{C}\p{Default_Ignorable_Code_Point}]|(?! )\p{Z}/u;

/** In a POSIX shell, these are safe in quotes within quotes, and in the text that printf %b reads. */
const SAFE_BYTE = /[\w@%+=:,./ -]/;

/**
 * Quotes a word, if necessary, so that the system's shell passes it on as one unchanged argument. The result is safe to
 * show on one line. A character that a terminal cannot show and copy as it is becomes a number that the shell turns back.
 * @param word a word that ends with a line break must be a folder: it becomes `word/.`, because the shell drops the break
 */
export function shellWord(
  word: string,
  { env, platform }: Pick<Environment, 'env' | 'platform'>,
): string {
  const isStable =
    plainText(word) === word &&
    !FRAGILE.test(word) &&
    (isUtf8(env, platform) || Buffer.byteLength(word) === word.length);
  if (platform === 'win32') return windowsWord(word, isStable);
  if (!isStable) return numbered(word.endsWith('\n') ? `${word}/.` : word);
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** printf %b is the same in every POSIX shell, unlike `$'…'`. */
const numbered = (word: string): string =>
  `"$(printf %b '${[...Buffer.from(word)].map(byteText).join('')}')"`;

function byteText(byte: number): string {
  const character = String.fromCharCode(byte);
  return SAFE_BYTE.test(character) ? character : `\\0${byte.toString(8).padStart(3, '0')}`;
}

/** The beginning of a numbered character. Only PowerShell reads it: cmd has no numbers for characters. */
const POWERSHELL = '$([char]';

function windowsWord(word: string, isStable: boolean): string {
  if (PLAIN_ON_WINDOWS.test(word)) return word;
  if (isStable && ALIKE_ON_WINDOWS.test(word)) return inQuotes(word);
  const units = word
    .split('')
    .map((unit) => (PLAIN_ON_WINDOWS.test(unit) ? unit : numberedUnit(unit)));
  return inQuotes(units.join(''));
}

/** A program reads `\"` as a quotation mark, so a backslash at the end is doubled. A folder stays the same. */
const inQuotes = (word: string): string => `"${word.replace(/\\+$/, '$&$&')}"`;

const numberedUnit = (unit: string): string =>
  unit === ' ' ? unit : `${POWERSHELL}0x${unit.charCodeAt(0).toString(16)})`;

/** Whether, on Windows, only PowerShell can read a command that is made with `shellWord`. */
export const needsPowerShell = (command: string): boolean => command.includes(POWERSHELL);
