import * as v from 'valibot';

/**
 * Building blocks for the schemas of course files. The schemas have no transforms, because `npm run schemas` turns them
 * into JSON Schemas; run it after each change. `references.ts` checks what a schema cannot (references, duplicates).
 * Authors read a validation message after the field's name. Editors and lessons/README.md show descriptions and
 * examples. All examples come from one invented story.
 */

/** Adds a description and an example to the schema of one field. */
export const described = <const Schema extends v.GenericSchema>(
  schema: Schema,
  description: string,
  example: v.InferInput<Schema>,
) => v.pipe(schema, v.metadata({ description, examples: [example] }));

/** A value with the fields that its author may leave out, because they follow from others: see `short-form`. */
export type Complete<Value, Derived extends keyof Value> = Value & Required<Pick<Value, Derived>>;

/** Adds a title and a description to the schema of an object or a list. The parts have the examples. */
export const titled = <const Schema extends v.GenericSchema>(
  schema: Schema,
  title: string,
  description: string,
) => v.pipe(schema, v.metadata({ title, description }));

/** A field with a fixed list of words as values. `enumDescriptions` is not part of JSON Schema, but editors show it. */
export const word = <const Words extends readonly string[]>(
  words: Words,
  meanings: Readonly<Record<Words[number], string>>,
  description: string,
) => {
  const enumDescriptions = words.map((value: Words[number]) => meanings[value]);
  return v.pipe(v.picklist(words), v.metadata({ description, enumDescriptions }));
};

export const id = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9][a-z0-9-]{0,63}$/,
    'must be an id: lower-case letters, digits and hyphens, at most 64 of them',
  ),
);

export const text = v.pipe(v.string(), v.regex(/\S/, 'is empty: write something in it'));

export const someText = v.pipe(
  v.array(text),
  v.minLength(1, 'is an empty list: give at least one text'),
);

export const someIds = v.pipe(
  v.array(id),
  v.minLength(1, 'is an empty list: give at least one id'),
);

export const countFrom1 = v.pipe(
  v.number(),
  v.integer('must be a whole number'),
  v.minValue(1, 'must be 1 or more'),
);

export const waiverSchema = titled(
  v.strictObject({
    rule: described(id, 'The rule of `check` that you break on purpose here.', 'absolute-terms'),
    why: described(text, 'Your reason, in one sentence.', 'Ida Lund uses this word.'),
  }),
  'waiver',
  'A rule of `check` that you break on purpose here, and why.',
);

export const waivers = v.exactOptional(
  described(
    v.pipe(
      v.array(waiverSchema),
      v.minLength(1, 'is an empty list: give a rule and why, or take it out'),
    ),
    'Rules of `check` that you break on purpose here, or anywhere inside.',
    [{ rule: 'absolute-terms', why: 'Ida Lund uses this word.' }],
  ),
);
