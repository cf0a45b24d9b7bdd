const LIMITING =
  /\b(?:if|unless|until|would|could|may|might|should|must|about|around|nearly|almost|at least|at most|as (?:many|few|much|little) as|up to|more than|less than|fewer than|only|some|most|many|few|several|likely|unlikely|perhaps|possibly|probably|reportedly|allegedly|apparently|effectively|virtually|potential(?:ly)?|current(?:ly)?|former|so far|not yet|never|in (?:its|his|her|their) view)\b/gi;

/** "In May", "May 3": no word that limits. */
const MONTH = /(?<=\S\s+)May\b|\bMay(?=,? \d)/g;

/** The words of a sentence that limit what it says, each once: a retelling must not lose them. */
export const limitingWords = (sentence: string): string[] => [
  ...new Set(
    [...sentence.replace(MONTH, '').matchAll(LIMITING)].map(([word]) => word.toLowerCase()),
  ),
];
