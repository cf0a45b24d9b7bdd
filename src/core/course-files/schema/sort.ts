import * as v from 'valibot';
import { HEADING_MEANINGS, MISREADING_MEANINGS, SKILL_MEANINGS } from '../../course/glossary.js';
import { BUILT_IN_HEADINGS, MISREADINGS, SKILLS } from '../../course/vocabulary.js';
import { counted } from '../../text/english.js';
import { type Complete, described, id, someIds, text, titled, waivers, word } from './fields.js';

export const builtInHeadingSchema = v.pipe(
  word(BUILT_IN_HEADINGS, HEADING_MEANINGS, 'A heading of the program.'),
  v.title('heading'),
);

export const ownHeadingSchema = titled(
  v.strictObject({
    id: described(id, 'Answers are kept by it.', 'ferryman'),
    text: described(text, 'The heading, in a few words.', 'Jonas Brandt'),
    names: v.exactOptional(described(id, 'The source that the heading points to.', 'ferryman')),
  }),
  'heading',
  'A heading of your own.',
);

const misreading = (description: string) =>
  v.exactOptional(word(MISREADINGS, MISREADING_MEANINGS, description));

export const wrongHeadingSchema = titled(
  v.strictObject({
    heading: described(id, 'A wrong heading.', 'done'),
    feedback: described(text, 'Why it is wrong.', 'In ¶1 there is no second lamp yet.'),
    misreading: misreading('The error of those who choose it, if it does not follow.'),
  }),
  'wrong heading',
  'Feedback for one wrong heading. For the others, the feedback of the row explains.',
);

export const rowSchema = titled(
  v.strictObject({
    id: described(id, 'Names the row for good, like the id of a check.', 'lamp-asked-for'),
    statement: described(text, 'What is put under a heading.', 'Another lamp on the pier'),
    heading: described(id, 'The right heading.', 'demanded'),
    skill: word(SKILLS, SKILL_MEANINGS, 'What the row trains.'),
    claims: described(v.array(id), 'The claims that the row is about: ids of the ledger.', [
      'no-nights',
    ]),
    evidence: v.exactOptional(
      described(someIds, 'The sentences that prove it. Without it: the sentences of the claims.', [
        'p1s1',
      ]),
    ),
    truth: v.exactOptional(
      described(
        text,
        'The complete truth in a sentence. Without it: the content of the only claim.',
        'Jonas Brandt wants another lamp.',
      ),
    ),
    feedback: described(text, 'Why the heading is right.', 'He asks for the lamp in ¶1.'),
    wrong: v.exactOptional(wrongHeadingSchema),
    allow: waivers,
  }),
  'row',
  'A statement to put under a heading.',
);

export const sortSchema = titled(
  v.strictObject({
    sort: described(id, 'The id of the step. This field makes it a sort board.', 'which-step'),
    stem: described(text, 'The question for all rows.', 'What does the story report about each?'),
    headings: titled(
      v.pipe(
        v.array(v.union([builtInHeadingSchema, ownHeadingSchema])),
        v.minLength(
          2,
          ({ received }) =>
            `has ${counted(Number(received), 'heading')}, and a board needs two to four: write 'headings: [done, threatened]', or your own`,
        ),
        v.maxLength(
          4,
          ({ received }) =>
            `has ${received} headings, and a board needs two to four: take some out`,
        ),
      ),
      'headings',
      `Two to four headings: ${BUILT_IN_HEADINGS.join(', ')}, or your own.`,
    ),
    misreading: misreading(
      'The error of those who choose a wrong heading. Between built-in headings it follows from the two.',
    ),
    rows: titled(
      v.pipe(
        v.array(rowSchema),
        v.minLength(
          3,
          ({ received }) =>
            `has ${counted(Number(received), 'row')}, and a board needs three to six: add '- id: …' with statement, heading, skill, claims and feedback`,
        ),
        v.maxLength(
          6,
          ({ received }) =>
            `has ${received} rows, and a board needs three to six: make two boards of it`,
        ),
      ),
      'rows',
      'Three to six statements.',
    ),
    allow: waivers,
  }),
  'sort board',
  'A step in which statements are sorted under headings.',
);

export type HeadingValue = v.InferOutput<typeof sortSchema>['headings'][number];

export type WrittenRow = v.InferOutput<typeof rowSchema>;

export type RowValue = Complete<WrittenRow, 'evidence' | 'truth'>;

export type WrittenSort = v.InferOutput<typeof sortSchema>;

export type SortValue = Omit<WrittenSort, 'rows'> & { rows: RowValue[] };
