import * as v from 'valibot';
import {
  BASIS_MEANINGS,
  KIND_MEANINGS,
  MISREADING_MEANINGS,
  NAMING_MEANINGS,
  SKILL_MEANINGS,
  SOURCE_TYPE_MEANINGS,
} from '../../course/glossary.js';
import { KINDS } from '../../course/ledger.js';
import { MISREADINGS, SKILLS } from '../../course/vocabulary.js';

/**
 * The shape of each course file. Plain objects without transforms, so that a JSON Schema for editors can be made
 * of them; what one schema cannot say (references, duplicates) is in course-references.ts.
 * The message of a validation is what an author reads behind the field's name; the description and the example are
 * what an editor and lessons/README.md show (`npm run schemas` after a change). The examples tell one invented story.
 */

/** What it is and an example of it. */
const described = <const Schema extends v.GenericSchema>(
  schema: Schema,
  description: string,
  example: v.InferInput<Schema>,
) => v.pipe(schema, v.metadata({ description, examples: [example] }));

/** A thing of several fields, or a list: its parts have the examples. */
const titled = <const Schema extends v.GenericSchema>(
  schema: Schema,
  title: string,
  description: string,
) => v.pipe(schema, v.metadata({ title, description }));

/** One of some words. `enumDescriptions` is what editors know beside the standard. */
const word = <const Words extends readonly string[]>(
  words: Words,
  meanings: Readonly<Record<Words[number], string>>,
  description: string,
) => {
  const enumDescriptions = words.map((one: Words[number]) => meanings[one]);
  return v.pipe(v.picklist(words), v.metadata({ description, enumDescriptions }));
};

const id = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9][a-z0-9-]{0,63}$/,
    'must be an id: lower-case letters, digits and hyphens, at most 64 of them',
  ),
);

const text = v.pipe(v.string(), v.regex(/\S/, 'is empty: write something in it'));

const someText = v.pipe(v.array(text), v.minLength(1, 'is an empty list: give at least one text'));

const someIds = v.pipe(v.array(id), v.minLength(1, 'is an empty list: give at least one id'));

const countFrom1 = v.pipe(
  v.number(),
  v.integer('must be a whole number'),
  v.minValue(1, 'must be 1 or more'),
);

export const waiverSchema = titled(
  v.strictObject({
    rule: described(id, 'The rule of `check` that is knowingly broken here.', 'absolute-terms'),
    why: described(
      text,
      'Why, in a sentence for whoever reads the file next.',
      'The word is hers.',
    ),
  }),
  'waiver',
  'A rule of `check` that is knowingly broken here, and why.',
);

const waivers = v.exactOptional(
  described(
    v.pipe(
      v.array(waiverSchema),
      v.minLength(1, 'is an empty list: give a rule and why, or take it out'),
    ),
    'Rules of `check` that may be broken here, or anywhere inside.',
    [{ rule: 'absolute-terms', why: 'The word is hers.' }],
  ),
);

export const courseSchema = titled(
  v.strictObject({
    format: described(v.literal(1), 'The format of these files. There is one so far.', 1),
    id: described(
      id,
      'Names the course for good: learners’ progress is kept under it, so no two courses may share one.',
      'night-ferry',
    ),
    title: described(text, 'As shown at the top of the first screen.', 'The night ferry'),
    language: described(
      v.pipe(
        v.string(),
        v.regex(
          /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/,
          'must be a language tag of BCP 47, such as en or pt-BR',
        ),
      ),
      'The language that the course is written in, as a tag of BCP 47. Rules made for English stand aside in others.',
      'en',
    ),
    about: described(
      someText,
      'The paragraphs of the about screen: which article, what the course covers, whose wording it is.',
      ['This course is made from one article, on a quarrel over a ferry.'],
    ),
    lessons: described(
      v.pipe(v.array(id), v.minLength(1, 'is an empty list: name at least one lesson')),
      'The ids of the lessons in their order. Each is a file of that name, such as `the-letter.yaml`.',
      ['the-letter', 'the-answer'],
    ),
    allow: waivers,
  }),
  'course.yaml',
  'What the course is, and its lessons in order.',
);

export const sourceSchema = titled(
  v.strictObject({
    id: described(id, 'By this the ledger and the choices name the source.', 'harbour-master'),
    name: described(text, 'As shown in a list.', 'Ida Lund'),
    type: word(
      ['person', 'organisation', 'narration'],
      SOURCE_TYPE_MEANINGS,
      'What the source is.',
    ),
    naming: word(
      ['named', 'described', 'anonymous'],
      NAMING_MEANINGS,
      'How the article lets us know the source.',
    ),
    role: described(text, 'What the article says of the role, in a few words.', 'harbour master'),
    side: described(
      text,
      'The party that the source belongs to, `none`, or `not-stated`.',
      'The harbour',
    ),
    speaksFor: v.exactOptional(
      described(
        text,
        'The organisation spoken for, where the article says so.',
        'the harbour office',
      ),
    ),
    allow: waivers,
  }),
  'source',
  'Somebody who tells something in the article, or whose act it tells of.',
);

const sourcesSchema = titled(
  v.strictObject({ sources: v.array(sourceSchema) }),
  'sources.yaml',
  'Everyone who tells something in the article.',
);

export const sentenceSchema = titled(
  v.strictObject({
    id: described(id, 'By this claims and checks name the sentence. Paragraph and number.', 'p1s2'),
    text: described(
      text,
      'One sentence of the article in your own words, whole: with its source, hedge and condition.',
      'Ida Lund, the harbour master, said that nothing she had seen led her to think the pier unsafe.',
    ),
  }),
  'sentence',
  'One sentence of the article, retold.',
);

export const passageSchema = titled(
  v.strictObject({
    id: described(id, 'By this readings name the passage.', 'p1'),
    paragraph: described(
      countFrom1,
      'The number of the paragraph in the article, from 1; shown as ¶1.',
      1,
    ),
    section: v.exactOptional(
      described(
        text,
        'A heading above the passage, in your own words, where a part begins.',
        'The letter',
      ),
    ),
    sentences: titled(
      v.pipe(
        v.array(sentenceSchema),
        v.minLength(1, 'is an empty list: give at least one sentence'),
      ),
      'sentences',
      'One for each sentence of the paragraph, in its order.',
    ),
    allow: waivers,
  }),
  'passage',
  'One paragraph of the article, retold.',
);

const passagesSchema = titled(
  v.strictObject({ passages: v.array(passageSchema) }),
  'passages.yaml',
  'The article, retold: a passage for each paragraph, a sentence for each sentence.',
);

const detailFields = v.strictObject({
  value: v.exactOptional(
    described(text, 'What it is, in a few words; none where the basis is not-stated.', 'Monday'),
  ),
  basis: word(['stated', 'derived', 'not-stated'], BASIS_MEANINGS, 'How we know.'),
});

const detail = (description: string, example: v.InferInput<typeof detailFields>) =>
  described(detailFields, description, example);

export const detailSchema = titled(detailFields, 'detail', 'A detail, and how we know it.');

export const claimSchema = titled(
  v.strictObject({
    id: described(id, 'By this checks name the claim.', 'no-nights'),
    source: described(id, 'Who tells it: the id of a source.', 'ferryman'),
    actor: v.exactOptional(
      described(
        text,
        'Whose act, demand or view it is, where that is not the source: the id of a source, a plain name, or `not-stated`.',
        'the ferry company',
      ),
    ),
    side: v.exactOptional(
      described(
        text,
        'The party that an actor without an entry among the sources belongs to, as the sources name it: for the map of who wants what.',
        'the ferry company',
      ),
    ),
    target: v.exactOptional(
      described(
        text,
        'Whom it is directed at: the id of a source, or a plain name.',
        'the council',
      ),
    ),
    kind: word(KINDS, KIND_MEANINGS, 'What is done by saying it.'),
    presupposed: v.exactOptional(
      described(
        v.boolean(),
        'That the article takes it for granted, and nobody in it asserts it.',
        true,
      ),
    ),
    content: described(
      text,
      'What is said, as a whole sentence that is true of the article, with its source.',
      'Jonas Brandt warned that if the council did not pay for another lamp, no ferry would cross by night.',
    ),
    said: v.exactOptional(
      described(
        text,
        'The same without naming its source, for rounds of “Who said it?”. A claim without it is not asked there.',
        'If the council did not pay for another lamp, no ferry would cross by night.',
      ),
    ),
    channel: detail('How it was said: by letter, at a meeting.', {
      value: 'a letter to the council',
      basis: 'stated',
    }),
    when: detail('When it was said or done.', { value: 'Monday', basis: 'stated' }),
    condition: v.exactOptional(
      described(
        text,
        'Words of the sentence that tie it to a condition; they must stand in it.',
        'if the council did not pay',
      ),
    ),
    hedge: v.exactOptional(
      described(
        text,
        'Words of the sentence that make it less than certain; they must stand in it.',
        'nothing she had seen',
      ),
    ),
    sentence: described(id, 'The sentence that it stands in.', 'p1s1'),
    alike: v.exactOptional(
      described(
        id,
        'A name shared by claims that say the same: they are never played against one another.',
        'another-lamp',
      ),
    ),
    exercise: v.exactOptional(
      described(v.picklist(['no']), 'That no check asks about the claim. It needs a `why`.', 'no'),
    ),
    why: v.exactOptional(
      described(text, 'Why no check asks about it.', 'The answer would be in the question.'),
    ),
    allow: waivers,
  }),
  'claim',
  'One thing that the article has from one source.',
);

const ledgerSchema = titled(
  v.strictObject({ claims: v.array(claimSchema) }),
  'ledger.yaml',
  'The ledger: who tells what in the article.',
);

export const readingSchema = titled(
  v.strictObject({
    reading: described(id, 'The id of the step. This field makes it a reading.', 'read-p1'),
    passages: described(someIds, 'The passages to show, one below the other.', ['p1']),
    lookFor: v.exactOptional(
      described(text, 'What to look out for, in one line.', 'Who wants what, and from whom.'),
    ),
    allow: waivers,
  }),
  'reading',
  'A step in which some passages are read.',
);

export const choiceSchema = titled(
  v.strictObject({
    id: described(
      id,
      'Answers are kept by it: change the text as you like, but never give an old id to a new meaning.',
      'another-lamp',
    ),
    text: described(
      text,
      'The choice, as short and as long as the others.',
      'Another lamp on the pier',
    ),
    feedback: described(
      text,
      'Why it is right or wrong, in a line, from the story; it must not give another check away.',
      'A rope is what the harbour master asked for.',
    ),
    misreading: v.exactOptional(
      word(
        MISREADINGS,
        MISREADING_MEANINGS,
        'The error of those who pick it. Every wrong choice has one, the right one has none.',
      ),
    ),
    names: v.exactOptional(
      described(
        id,
        'The source that the choice points to, so that the verdict can tell what that one did say.',
        'harbour-master',
      ),
    ),
    open: v.exactOptional(
      described(
        v.boolean(),
        'That this choice says that the article does not tell. As a wrong choice it is `overlooked`.',
        true,
      ),
    ),
  }),
  'choice',
  'One of three or four answers to a check.',
);

export const checkSchema = titled(
  v.strictObject({
    check: described(id, 'The id of the step. This field makes it a check.', 'asked-for'),
    stem: described(text, 'The question.', 'What does Jonas Brandt want the council to pay for?'),
    skill: word(SKILLS, SKILL_MEANINGS, 'What the check trains.'),
    claims: described(v.array(id), 'The claims that it asks about: ids of the ledger.', [
      'no-nights',
    ]),
    evidence: described(someIds, 'The sentences that prove the key.', ['p1s1']),
    truth: described(
      text,
      'The whole truth in a sentence, for the summary of the lesson.',
      'Jonas Brandt wants the council to pay for another lamp on the pier.',
    ),
    hint: v.exactOptional(
      described(
        text,
        'Where to look or what to think of. Without one, the hint names the paragraph.',
        'Think of what he cannot do at night.',
      ),
    ),
    key: described(id, 'The id of the right choice.', 'another-lamp'),
    choices: titled(
      v.pipe(
        v.array(choiceSchema),
        v.minLength(3, 'are too few: give the key and two or three distractors'),
        v.maxLength(4, 'are too many: give the key and two or three distractors'),
      ),
      'choices',
      'The key and two or three distractors. They are shown in an order of the program’s.',
    ),
    ordered: v.exactOptional(
      described(
        v.boolean(),
        'That the choices are days or numbers, and are shown as written.',
        true,
      ),
    ),
    allow: waivers,
  }),
  'check',
  'A step in which a question is answered.',
);

export const lessonSchema = titled(
  v.strictObject({
    id: described(id, 'The same as the name of the file.', 'the-letter'),
    title: described(text, 'As shown in the list of lessons.', 'The letter'),
    goal: described(text, 'What one can do after it, in a line.', 'To tell a wish from a threat.'),
    minutes: described(countFrom1, 'How long it takes, about.', 5),
    closedBook: v.exactOptional(
      described(v.boolean(), 'That looking back and hints are shut until its end.', true),
    ),
    steps: titled(
      v.pipe(
        v.array(v.union([readingSchema, checkSchema])),
        v.minLength(1, 'is an empty list: give at least one step'),
      ),
      'steps',
      'Readings and checks in their order: a reading before the checks on it.',
    ),
    allow: waivers,
  }),
  'a lesson',
  'A lesson: its head, and its readings and checks in order.',
);

export type CourseValue = v.InferOutput<typeof courseSchema>;
export type SourceValue = v.InferOutput<typeof sourceSchema>;
export type SentenceValue = v.InferOutput<typeof sentenceSchema>;
export type PassageValue = v.InferOutput<typeof passageSchema>;
export type ClaimValue = v.InferOutput<typeof claimSchema>;
export type ReadingValue = v.InferOutput<typeof readingSchema>;
export type CheckValue = v.InferOutput<typeof checkSchema>;
export type LessonValue = v.InferOutput<typeof lessonSchema>;

export const COURSE_FILE = 'course.yaml';

/** The files that every course has. All others are lessons, named by their ids. */
export const FIXED_FILES = {
  [COURSE_FILE]: courseSchema,
  'sources.yaml': sourcesSchema,
  'passages.yaml': passagesSchema,
  'ledger.yaml': ledgerSchema,
} as const;
