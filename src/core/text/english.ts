/** Whether a BCP 47 tag says that a text is in English. */
export const isEnglish = (tag: string): boolean => /^en(-|$)/i.test(tag);

/** "1 check", "3 checks". */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n} ${n === 1 ? one : many}`;

/** "1", "1 and 3", "1, 2 and 3". */
export const listed = (parts: readonly (string | number)[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** The text with its first letter in upper case. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The text with its first letter in lower case. */
export const uncapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The text as a sentence: with a full stop, unless it ends with one, like the name "Fay R." */
export const fullStop = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

/** The day of a time as "2026-11-28". @param t milliseconds since 1970 */
export const utcDay = (t: number): string => new Date(t).toISOString().replace(/T.*/, '');
