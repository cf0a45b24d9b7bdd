/** "29/11/2026", "29.11.", "Nov 29th, 2026", "29 Nov", "Yesterday", "Sun". Names of days and months are English. */
const DATE = [
  '\\d{1,4}[./-]\\d{1,2}(?:[./-]\\d{0,4})?',
  '(?:\\d{1,2}(?:st|nd|rd|th)? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?(?: \\d{1,2}(?:st|nd|rd|th)?)?(?:,? \\d{4})?',
  '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:[a-z]*day)?',
  'Today|Yesterday',
].join('|');

/** "10:31", "10:31:05 AM", "10:31 p. m.". */
const TIME = '\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2}(?:\\.\\d{3})?)?(?: ?[ap]\\.? ?m\\b\\.?)?';

/** What a chat puts between a date and a time. */
const BETWEEN = '(?:,? (?:at |à |[•-] )?|,)';

const MOMENT = `(?:(?:${DATE})${BETWEEN})*${TIME}(?:${BETWEEN}(?:${DATE}))?`;

const ONLY = new RegExp(`^[[(]?${MOMENT}(?:(?:,| --> )${MOMENT})?[\\])]?$`, 'iu');
const BEFORE = new RegExp(
  `^[[(]?${MOMENT}(?:[\\])]|(?![\\p{L}\\p{N}]))[ ,;]*(?:[-–—] )?(?=.)`,
  'iu',
);
/** A name can touch its time, but no digit can be before it. */
const AFTER = new RegExp(
  `(?:[ ,–—-]+[[(]?|(?<=[\\p{L}\\p{M}.)]))${MOMENT}[\\])]?(?:,? \\(?edited\\)?)?(?: ?:)?$`,
  'iu',
);

/** Whether a line has a time, with or without a date, and nothing else. */
export const isMoment = (line: string): boolean => ONLY.test(line);

/** A line without the time that a chat puts before or after it. */
export function withoutMoment(line: string): { readonly text: string; readonly had: boolean } {
  const text = line.replace(BEFORE, '').replace(AFTER, '');
  return { text, had: text !== line };
}
