const WIDTH = 110;

/** A text that YAML reads as it is without quotes, and not as a number or another value. */
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N}’.-]*(?: [\p{L}\p{M}\p{N}’&.(-][\p{L}\p{M}\p{N}’.)-]*)*$/u;

const OTHER_VALUE = /^(?:true|false|null|\.inf|\.nan)$/i;

/** A text as a value. */
export const yamlText = (text: string): string =>
  PLAIN.test(text) && !OTHER_VALUE.test(text) ? text : JSON.stringify(text);

/** A text as a value before a comment: after a text without quotes, the comment could be a part of it. */
export const quotedText = (text: string): string => JSON.stringify(text);

/** A value that is still to do. */
export const toDo = (what: string): string => JSON.stringify(`TODO: ${what}`);

/** Lines of a comment, wrapped. @param indent spaces before each; further lines begin two spaces later */
export function comment(text: string, indent = 0): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line && indent + line.length + word.length > WIDTH) {
      lines.push(line);
      line = ` `;
    }
    line += `${line && ' '}${word}`;
  }
  return [...lines, line].map((one) => `${' '.repeat(indent)}# ${one}`);
}

/** Marks a value that the author has to look at. */
export const guess = (from?: string): string => ` # a guess${from ? `, from "${from}"` : ''}`;

/** A name as it is within a sentence: "the mayor". */
export const withSmallArticle = (name: string): string =>
  name.replace(/^(?:The|An?|One)\b/, (word) => word.toLowerCase());
