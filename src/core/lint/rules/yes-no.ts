import { choiceFaults, HALADYNA, type Item, type ItemRule, SAQUET } from '../rule.js';

const YES_OR_NO = /^(?:yes|no)(?:$|[,.;:—–])/iu;

/** One of these words alone may be what a source said. Both together are a yes and a no. */
const OPPOSITES = [
  [/^true(?:$|[,.;:—–])/iu, /^false(?:$|[,.;:—–])/iu],
  [/^correct(?:$|[,.;:—–])/iu, /^incorrect(?:$|[,.;:—–])/iu],
] as const;

export const yesNo: ItemRule = {
  id: 'yes-no',
  languages: 'English',
  judges: ['texts'],
  about: 'The question can be answered with yes or no: half of it is a guess.',
  source: `${HALADYNA} 9; ${SAQUET} "true/false"`,
  fails: {
    stem: 'Did the ferryman refuse?',
    choices: ['Yes, on Monday', 'No', '[The story does not say]'],
  },
  passes: {
    stem: 'When did the ferryman refuse?',
    choices: ['On Monday', 'On Tuesday', '[The story does not say]'],
    ordered: true,
  },
  faults: (item) =>
    choiceFaults(item, 'text', ({ text }) =>
      YES_OR_NO.test(text) || isOneOfOpposites(text, item)
        ? 'this choice is a yes or no: ask who, what or when, and let the choices say it'
        : undefined,
    ),
};

const isOneOfOpposites = (text: string, { choices }: Item): boolean =>
  OPPOSITES.some(
    (pair) =>
      pair.some((word) => word.test(text)) &&
      pair.every((word) => choices.some((choice) => word.test(choice.text))),
  );
