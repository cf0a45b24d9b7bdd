import type { ReportingVerb } from './reporting-verbs.js';
import type { Word } from './words.js';

/** What follows these has perhaps not happened. */
const IF = /^(?:if|unless|whether|whatever|whoever)$/;

/** With a verb in the present, what follows these is still to come. */
const WHEN = /^(?:when|whenever|once|until|before|after)$/;

/**
 * Where the condition or the time to come begins to which a verb belongs: "If the inspector finds it unsafe". Undefined
 * if the story says that it has happened.
 */
export function conditionOf(
  words: readonly Word[],
  verb: number,
  { form }: ReportingVerb,
): number | undefined {
  const isStarter = (lower: string) => IF.test(lower) || (form !== 'past' && WHEN.test(lower));
  for (let at = verb - 1; at >= 0 && !words[at + 1]?.before && !words[at]?.quoted; at -= 1)
    if (isStarter(words[at]?.lower ?? '')) return words[at]?.from;
  return undefined;
}
