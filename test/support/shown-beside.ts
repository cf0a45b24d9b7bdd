/** A text without line breaks, margins and repeated spaces. */
export const inOneLine = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The beginning of a text, which one row of a page can hold. */
const opening = (text: string): string => text.split(' ').slice(0, 3).join(' ');

/**
 * The id of what a page shows beside a number: "2  The mayor", "[2 she said]" or "2. The mayor". Throws unless it is
 * exactly one.
 */
export function shownBeside(
  number: number,
  page: string,
  choices: readonly { readonly id: string; readonly text: string }[],
): string {
  const text = inOneLine(page);
  const [found, ...more] = choices.filter((choice) =>
    new RegExp(`(?<![\\d¶])${number}\\.? (?:✗ )?${escaped(opening(choice.text))}(?![\\w-])`).test(
      text,
    ),
  );
  if (!found || more.length > 0)
    throw new Error(`${number} is beside ${found ? 'several choices' : 'no choice'} on\n${page}`);
  return found.id;
}
