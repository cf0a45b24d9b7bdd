/** Words that are common in English, and rare in other languages that use Latin letters. */
const COMMON =
  /^(?:the|and|of|to|that|said|says|has|have|with|for|from|his|her|which|were|would|their|but|this|they)$/;

/** The smallest share of such words in an English text; in news it is about a quarter. */
const LEAST_SHARE = 0.12;

/** Whether a text is in English, judged by its small words. */
export function isEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.filter((word) => COMMON.test(word)).length >= words.length * LEAST_SHARE;
}
