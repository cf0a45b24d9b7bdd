import { FAMILY_TEXTS, HIDDEN, MISLEADING } from '../../support/hostile-characters.js';

/** What came of a kind of file. */
export type Tally = {
  tried: number;
  /** How many of them the program could read, so that something was shown. */
  read: number;
  readonly faults: string[];
};

export const newTally = (): Tally => ({ tried: 0, read: 0, faults: [] });

/** The harms that were found, each with where it was found. */
export const namedHarms = (harms: Readonly<Record<string, string | undefined>>): string[] =>
  Object.entries(harms).flatMap(([where, harm]) => (harm === undefined ? [] : `${where}: ${harm}`));

/** What is put into files, one text at a time. The short form takes all hidden characters as one text. */
export const hostileTexts = (short: boolean) => ({
  hidden: short ? [FAMILY_TEXTS.join('')] : HIDDEN,
  families: short ? [FAMILY_TEXTS.join('')] : FAMILY_TEXTS,
  misleading: short ? MISLEADING.slice(0, 1) : MISLEADING,
});

/** The short form takes one in so many. */
export const thinned = <T>(all: readonly T[], short: boolean, oneIn: number): readonly T[] =>
  short ? all.filter((_, i) => i % oneIn === 0) : all;
