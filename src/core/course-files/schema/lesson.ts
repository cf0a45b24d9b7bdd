import * as v from 'valibot';
import { HABIT_MEANINGS, MISREADING_MEANINGS, SKILL_MEANINGS } from '../../course/glossary.js';
import { HABIT_IDS } from '../../course/habits.js';
import { MISREADINGS, SKILLS } from '../../course/vocabulary.js';
import {
  type Complete,
  countFrom1,
  described,
  id,
  someIds,
  someText,
  text,
  titled,
  waivers,
  word,
} from './fields.js';
import { type SortValue, sortSchema } from './sort.js';

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
    text: v.exactOptional(
      described(
        text,
        'The choice, as short and as long as the others. An `open` choice without it, in English: “The article does not say”.',
        'Another lamp on the pier',
      ),
    ),
    sentence: v.exactOptional(
      described(
        id,
        'Instead of a text: the id of a sentence in the reading before the check. It is chosen in the passage.',
        'p1s2',
      ),
    ),
    words: v.exactOptional(
      described(
        text,
        'Instead of a text: words that occur once in the only sentence of the evidence. They are chosen in the sentence.',
        'Jonas Brandt warned',
      ),
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
        'The error of those who pick it. Every wrong choice has one, the right one has none. A wrong `open` choice without it: `overlooked`.',
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
  'One of three or four answers to a check: a text, a sentence or words.',
);

export const checkSchema = titled(
  v.strictObject({
    check: described(id, 'The id of the step. This field makes it a check.', 'asked-for'),
    stem: described(text, 'The question.', 'What does Jonas Brandt want the council to pay for?'),
    skill: word(SKILLS, SKILL_MEANINGS, 'What the check trains.'),
    claims: described(v.array(id), 'The claims that it asks about: ids of the ledger.', [
      'no-nights',
    ]),
    evidence: v.exactOptional(
      described(
        someIds,
        'The sentences that prove the key. Without it: the sentences of the claims.',
        ['p1s1'],
      ),
    ),
    truth: v.exactOptional(
      described(
        text,
        'The complete truth in a sentence, for the summary of the lesson. Without it: the content of the only claim.',
        'Jonas Brandt wants the council to pay for another lamp on the pier.',
      ),
    ),
    hint: v.exactOptional(
      described(
        text,
        'Where to look or what to think of. Without one, the first hint names the sentence.',
        'Think of what he cannot do at night.',
      ),
    ),
    words: v.exactOptional(
      described(
        someText,
        'The words of the evidence that decide the answer. The verdict shows them in bold.',
        ['another lamp'],
      ),
    ),
    key: v.exactOptional(
      described(
        id,
        'The id of the right choice. Without it: the only choice without a misreading. An `open` choice without one is then right only if every other choice has one.',
        'another-lamp',
      ),
    ),
    choices: titled(
      v.pipe(
        v.array(choiceSchema),
        v.minLength(3, 'are too few: give the key and two or three distractors'),
        v.maxLength(4, 'are too many: give the key and two or three distractors'),
      ),
      'choices',
      'The key and two or three distractors: texts, sentences or words. The program shuffles texts and keeps the order of the passage.',
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

export const exampleSchema = titled(
  v.strictObject({
    sentence: described(
      text,
      'A sentence that you invent, about another matter. It is marked as an example.',
      'The bell will be sold, the sexton told the choir.',
    ),
    words: described(someText, 'The words of the sentence that decide.', [
      'the sexton told the choir',
    ]),
    habit: word(HABIT_IDS, HABIT_MEANINGS, 'The habit that the example shows.'),
    says: described(
      text,
      'What the habit shows here, in two lines.',
      'The sexton says it. Nobody else confirms it.',
    ),
  }),
  'example',
  'What a lesson begins with: a sentence, and one habit applied to it.',
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
    example: v.exactOptional(exampleSchema),
    habit: v.exactOptional(
      word(HABIT_IDS, HABIT_MEANINGS, 'The habit to take along, shown at the end.'),
    ),
    soFar: v.exactOptional(
      described(
        text,
        'What the lessons before have said, in up to three sentences, for those who begin here.',
        'Jonas Brandt wants another lamp on the pier. He wrote about it in a letter.',
      ),
    ),
    steps: titled(
      v.pipe(
        v.array(v.union([readingSchema, checkSchema, sortSchema])),
        v.minLength(1, 'is an empty list: give at least one step'),
      ),
      'steps',
      'Readings, checks and sort boards in their order: a reading before the questions about it.',
    ),
    allow: waivers,
  }),
  'a lesson',
  'A lesson: its head, and its readings, checks and sort boards in order.',
);

export type WrittenCheck = v.InferOutput<typeof checkSchema>;

export type CheckValue = Complete<WrittenCheck, 'evidence' | 'truth' | 'key'>;

export type WrittenLesson = v.InferOutput<typeof lessonSchema>;

export type WrittenStep = WrittenLesson['steps'][number];

export type StepValue = v.InferOutput<typeof readingSchema> | CheckValue | SortValue;

export type LessonValue = Omit<WrittenLesson, 'steps'> & { steps: StepValue[] };
