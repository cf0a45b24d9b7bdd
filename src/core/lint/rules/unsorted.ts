import { HALADYNA, type Item, type ItemRule, SAQUET } from '../rule.js';

export const unsorted: ItemRule = {
  id: 'unsorted',
  languages: 'any',
  about: 'Numbers or days are out of their order, or would be shuffled out of it.',
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
    const values = valuesOf(item, language);
    if (!values) return [];
    const rises = values.every((value, i) => i === 0 || value >= (values[i - 1] ?? value));
    if (rises && item.ordered) return [];
    const message = rises
      ? "these choices have an order of their own: keep it with 'ordered: true'"
      : "these choices have an order of their own: write them in it, with 'ordered: true'";
    return [{ path: ['choices'], message }];
  },
};

/** The numbers or days that the choices consist in, if all do; the choice that says nothing is told stands last. */
function valuesOf({ choices }: Item, language: string): number[] | undefined {
  const texts = choices.filter(({ open }) => !open).map(({ text }) => text);
  const scales = [
    numberIn,
    ...['weekday', 'month'].map((field) => dayIn(field as Field, language)),
  ];
  for (const scale of scales) {
    const values = texts.map(scale);
    if (values.every((value) => value !== undefined)) return values;
  }
  return undefined;
}

/** A single number that the choice begins with, apart from a short word before it. */
function numberIn(text: string): number | undefined {
  const [digits, ...more] = text.match(/\p{Nd}+(?:[.,]\p{Nd}+)*/gu) ?? [];
  if (digits === undefined || more.length > 0 || text.indexOf(digits) > 6) return undefined;
  const value = Number(digits.replace(/,(?=\d{3}(?!\d))/g, '').replace(',', '.'));
  return Number.isNaN(value) ? undefined : value;
}

type Field = 'weekday' | 'month';

/** The place in its week or year of the one day or month that a choice names, apart from a few letters around it. */
function dayIn(field: Field, language: string): (text: string) => number | undefined {
  const names = namesOf(field, language);
  return (text) => {
    const found = names.flatMap((name, i) => (text.toLowerCase().includes(name) ? [i] : []));
    const [only, ...more] = found;
    if (only === undefined || more.length > 0) return undefined;
    return text.length - (names[only]?.length ?? 0) <= LETTERS_AROUND ? only : undefined;
  };
}

/** "On Tuesday night" is a day; "It was left until a Tuesday" is not. */
const LETTERS_AROUND = 12;

/** From Monday, or from January, as the language has them. 1 January 2024 was a Monday. */
function namesOf(field: Field, language: string): string[] {
  const format = new Intl.DateTimeFormat(safeTag(language), { [field]: 'long', timeZone: 'UTC' });
  const day = (i: number): Date =>
    field === 'weekday' ? new Date(Date.UTC(2024, 0, i + 1)) : new Date(Date.UTC(2024, i, 1));
  return Array.from({ length: field === 'weekday' ? 7 : 12 }, (_, i) =>
    format.format(day(i)).toLowerCase(),
  );
}

function safeTag(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
