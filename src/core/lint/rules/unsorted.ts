import { memoizeByText } from '../../memoize.js';
import { HALADYNA, type Item, type ItemRule, SAQUET } from '../rule.js';

export const unsorted: ItemRule = {
  id: 'unsorted',
  languages: 'any',
  judges: ['texts'],
  about:
    'Numbers or days are not in order, or the program shuffles them because `ordered` is missing.',
  source: `${HALADYNA} 21; ${SAQUET} "lost sequence"`,
  fails: {
    stem: 'On which day did the ferryman answer?',
    choices: ['On Tuesday', 'On Monday', 'On Friday'],
    ordered: true,
  },
  passes: {
    stem: 'On which day did the ferryman answer?',
    choices: ['On Monday', 'On Tuesday', 'On Friday'],
    ordered: true,
  },
  faults: (item, { language }) => {
    const sequence = sequenceOf(item, language);
    if (!sequence) return [];
    const isInOrder = isSorted(sequence);
    if (isInOrder && item.ordered) return [];
    const message = isInOrder
      ? "these choices have an order of their own: keep it with 'ordered: true'"
      : "these choices have an order of their own: write them in this order, with 'ordered: true'";
    return [{ path: ['choices'], message }];
  },
};

/** Numbers, or days or months, which come round again after `cycle` of them. */
type Sequence = { readonly values: readonly number[]; readonly cycle?: number };

/** The numbers, weekdays or months in the choices; undefined unless all have one. Skips "the article does not say". */
function sequenceOf({ choices }: Item, language: string): Sequence | undefined {
  const texts = choices.filter(({ open }) => !open).map(({ text }) => text);
  const scales = [
    { scale: numberIn },
    { scale: dayIn(weekdays(language)), cycle: 7 },
    { scale: dayIn(months(language)), cycle: 12 },
  ];
  for (const { scale, ...cycle } of scales) {
    const values = texts.map(scale);
    if (values.every((value) => value !== undefined)) return { values, ...cycle };
  }
  return undefined;
}

/** A week begins on Monday or Sunday. Days and months can also begin anywhere if they are close to each other. */
function isSorted({ values, cycle }: Sequence): boolean {
  if (rises(values)) return true;
  if (cycle === undefined) return false;
  const from = (start: number): number[] => values.map((value) => (value - start + cycle) % cycle);
  if (cycle === 7 && rises(from(SUNDAY))) return true;
  const fromFirst = from(values[0] ?? 0);
  return rises(fromFirst) && Math.max(...fromFirst) < cycle * CLOSE;
}

/** The position in a week from Monday. */
const SUNDAY = 6;

/** The share of a week or year within which it is clear what comes first: from Friday to Monday, but not to Thursday. */
const CLOSE = 0.6;

const rises = (values: readonly number[]): boolean =>
  values.every((value, i) => i === 0 || value >= (values[i - 1] ?? value));

/** The only number in the text, if it starts within the first 7 characters. */
function numberIn(text: string): number | undefined {
  const [digits, ...more] = text.match(/\p{Nd}+(?:[.,]\p{Nd}+)*/gu) ?? [];
  if (digits === undefined || more.length > 0 || text.indexOf(digits) > 6) return undefined;
  const value = Number(digits.replace(/,(?=\d{3}(?!\d))/g, '').replace(',', '.'));
  return Number.isNaN(value) ? undefined : value;
}

/**
 * Returns a function that finds one of the names in a text and returns its position, from 0. The function returns
 * undefined if the text has none or several, or has many other characters.
 */
function dayIn(names: readonly string[]): (text: string) => number | undefined {
  return (text) => {
    const indexes = names.flatMap((name, i) => (text.toLowerCase().includes(name) ? [i] : []));
    const [only, ...more] = indexes;
    if (only === undefined || more.length > 0) return undefined;
    return text.length - (names[only]?.length ?? 0) <= LETTERS_AROUND ? only : undefined;
  };
}

/** Other characters allowed: "On Tuesday night" counts as a day, "It was left until a Tuesday" does not. */
const LETTERS_AROUND = 12;

/** The weekdays in a language, from Monday. 1 January 2024 was a Monday. */
const weekdays = memoizeByText((language) =>
  namesOf({ weekday: 'long' }, language, (i) => Date.UTC(2024, 0, i + 1)).slice(0, 7),
);

/** The months in a language, from January. */
const months = memoizeByText((language) =>
  namesOf({ month: 'long' }, language, (i) => Date.UTC(2024, i, 1)),
);

function namesOf(
  field: Intl.DateTimeFormatOptions,
  language: string,
  day: (i: number) => number,
): string[] {
  const format = new Intl.DateTimeFormat(safeTag(language), { ...field, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, i) => format.format(day(i)).toLowerCase());
}

function safeTag(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
