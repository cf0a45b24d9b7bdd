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
    reading: described(id, 'The id of the step. This field makes the step a reading.', 'read-p1'),
    passages: described(someIds, 'The ids of the passages to show.', ['p1']),
    lookFor: v.exactOptional(
      described(
        text,
        'What learners should watch for, in one line. It must not give an answer away.',
        'Who wants what, and from whom.',
      ),
    ),
    allow: waivers,
  }),
  'reading',
  'A step that shows passages to read.',
);

export const choiceSchema = titled(
  v.strictObject({
    id: described(
      id,
      'The id of the choice. Answers are saved under it. You can change the text, but never use an old id for another choice.',
      'another-lamp',
    ),
    text: v.exactOptional(
      described(
        text,
        'The text of the choice, about as long as the others. Default, for an `open` choice in English: “The article does not say”.',
        'Another lamp on the pier',
      ),
    ),
    sentence: v.exactOptional(
      described(
        id,
        'Instead of `text`: the id of a sentence in the reading before the check. Learners choose it in the passage.',
        'p1s2',
      ),
    ),
    words: v.exactOptional(
      described(
        text,
        'Instead of `text`: words that occur once in the sentence of the evidence. Learners choose them in the sentence.',
        'Jonas Brandt warned',
      ),
    ),
    feedback: described(
      text,
      'Why the choice is right or wrong, in a short sentence. Quote the word that decides. Do not give away the answer to another check.',
      '¶2 says that the harbour master asked for a rope.',
    ),
    misreading: v.exactOptional(
      word(
        MISREADINGS,
        MISREADING_MEANINGS,
        'The error of learners who take this choice. Each wrong choice has one, and the right choice has none. Default, for a wrong `open` choice: `overlooked`.',
      ),
    ),
    names: v.exactOptional(
      described(
        id,
        'The id of the source that the choice names. After a wrong answer, learners can then see what this source does say.',
        'lund',
      ),
    ),
    open: v.exactOptional(
      described(
        v.boolean(),
        'Write `true` if the choice says that the article gives no answer.',
        true,
      ),
    ),
  }),
  'choice',
  'One of three or four answers to a check: a text, a sentence or words.',
);

export const checkSchema = titled(
  v.strictObject({
    check: described(id, 'The id of the step. This field makes the step a check.', 'asked-for'),
    stem: described(text, 'The question.', 'What does Jonas Brandt want the council to pay for?'),
    skill: word(SKILLS, SKILL_MEANINGS, 'What the check trains.'),
    claims: described(v.array(id), 'The ids of the claims that the check asks about.', [
      'brandt-warned',
    ]),
    evidence: v.exactOptional(
      described(
        someIds,
        'The ids of the sentences that prove the right choice. Default: the sentences of the claims.',
        ['p1s1'],
      ),
    ),
    truth: v.exactOptional(
      described(
        text,
        'The complete answer in one true sentence, for the summary of the lesson. Default, if there is one claim: its `content`.',
        'Jonas Brandt wants the council to pay for another lamp on the pier.',
      ),
    ),
    hint: v.exactOptional(
      described(
        text,
        'What to think about. Default: the place in the text.',
        'Think about what Jonas Brandt cannot do at night.',
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
        'The id of the right choice. Default: the only choice without a misreading. An `open` choice is the default only if every other choice has a misreading.',
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
      'The right choice and two or three wrong choices: texts, sentences or words. The program shuffles texts.',
    ),
    ordered: v.exactOptional(
      described(
        v.boolean(),
        'Write `true` if the choices are days or numbers. The program then keeps your order.',
        true,
      ),
    ),
    allow: waivers,
  }),
  'check',
  'A step that asks a question.',
);

export const exampleSchema = titled(
  v.strictObject({
    sentence: described(
      text,
      'A sentence that you invent, about another subject. The program says that it is an example.',
      'The bell will be sold, the sexton told the choir.',
    ),
    words: described(someText, 'The words of the sentence that matter, copied from it.', [
      'the sexton told the choir',
    ]),
    habit: word(HABIT_IDS, HABIT_MEANINGS, 'The habit that the example shows.'),
    says: described(
      text,
      'What the habit shows in this sentence, in two lines.',
      'The sexton says it. Nobody else confirms it.',
    ),
  }),
  'example',
  'The beginning of a lesson: an invented sentence, and one habit applied to it.',
);

export const lessonSchema = titled(
  v.strictObject({
    id: described(
      id,
      'The id of the lesson: the name of its file without `.yaml`.',
      'first-lesson',
    ),
    title: described(
      text,
      'The title in the list of lessons. It must not give an answer away.',
      'The letter',
    ),
    goal: described(
      text,
      'What learners can do after the lesson, in one line.',
      'Tell a wish from a threat.',
    ),
    minutes: described(countFrom1, 'About how many minutes the lesson takes.', 5),
    closedBook: v.exactOptional(
      described(
        v.boolean(),
        'Write `true` if learners cannot look back at the passages, and get no hints, until the lesson ends.',
        true,
      ),
    ),
    example: v.exactOptional(exampleSchema),
    habit: v.exactOptional(
      word(HABIT_IDS, HABIT_MEANINGS, 'The habit that the lesson shows at its end.'),
    ),
    soFar: v.exactOptional(
      described(
        text,
        'The story up to here, in up to three sentences, for learners who begin with this lesson. It must not give an answer away.',
        'Jonas Brandt wants another lamp on the pier. He wrote about it in a letter.',
      ),
    ),
    steps: titled(
      v.pipe(
        v.array(v.union([readingSchema, checkSchema, sortSchema])),
        v.minLength(1, 'is an empty list: give at least one step'),
      ),
      'steps',
      'Readings, checks and sort boards, in order. A reading comes before the questions about it.',
    ),
    allow: waivers,
  }),
  'a lesson',
  'A lesson: its title, and its readings, checks and sort boards in order.',
);

export type WrittenCheck = v.InferOutput<typeof checkSchema>;

export type CheckValue = Complete<WrittenCheck, 'evidence' | 'truth' | 'key'>;

export type WrittenLesson = v.InferOutput<typeof lessonSchema>;

export type WrittenStep = WrittenLesson['steps'][number];

export type StepValue = v.InferOutput<typeof readingSchema> | CheckValue | SortValue;

export type LessonValue = Omit<WrittenLesson, 'steps'> & { steps: StepValue[] };
