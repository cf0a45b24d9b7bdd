import type { Found } from './collect.js';
import { readHandIn } from './hand-in-code.js';
import { cleanName } from './person.js';
import type { CourseLessons } from './room-code.js';

/** Longer lines hold no name and code. In UTF-16 code units. */
const LONGEST_LINE = 300;

/**
 * Hand-in codes in a text, a person a line: the code alone, or behind a name ("Ada: 00Z0-Q5TM-N8DG-2HWY"). Blank lines
 * and those that begin with # are passed over.
 * @param where the text's name, to which the number of the line is added
 */
export function readHandInLines(course: CourseLessons, where: string, text: string): Found[] {
  const found = text.split(/\r\n|\r|\n/).flatMap((line, i): Found[] => {
    const said = line.replace(/^\uFEFF/, '').trim();
    if (said === '' || said.startsWith('#')) return [];
    return [readLine(course, `${where}:${i + 1}`, said)];
  });
  if (found.some((one) => 'handIn' in one)) return found;
  return [{ where, refused: 'holds no hand-in code' }];
}

function readLine(course: CourseLessons, where: string, line: string): Found {
  if (line.length > LONGEST_LINE) return { where, refused: 'is too long for a name and a code' };
  const words = line.split(/[\s,;:|]+/);
  let why = 'holds no hand-in code';
  // A code may be typed with blanks in it: the longest end of the line that is one.
  for (let from = 0; from < words.length; from++) {
    const handIn = readHandIn(course, words.slice(from).join(''));
    if ('refused' in handIn) {
      if (from === words.length - 1) why = handIn.refused;
      continue;
    }
    const name = cleanName(words.slice(0, from).join(' '));
    return { where, handIn, name };
  }
  return { where, refused: why };
}
