/** A text with a capital letter at its beginning, as the first word of a row or a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
