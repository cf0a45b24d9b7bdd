import { stemmer } from 'stemmer';

/** An English word without its endings (Porter 1980), so that "refuses" and "refused" are one word. */
export const stemOf = (word: string): string => stemmer(word);
