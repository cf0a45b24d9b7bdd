import * as v from 'valibot';
import { HEADING_MEANINGS, MISREADING_MEANINGS, SKILL_MEANINGS } from '../../course/glossary.js';
import { BUILT_IN_HEADINGS, MISREADINGS, SKILLS } from '../../course/vocabulary.js';
import { counted } from '../../text/english.js';
import { type Complete, described, id, someIds, text, titled, waivers, word } from './fields.js';

export const builtInHeadingSchema = v.pipe(
  word(BUILT_IN_HEADINGS, HEADING_MEANINGS, 'A heading that comes with the program.'),
  v.title('heading'),
);

export const ownHeadingSchema = titled(
  v.strictObject({
    id: described(id, 'The id of the heading. Answers are saved under it.', 'brandt'),
    text: described(text, 'The text of the heading, in a few words.', 'Jonas Brandt'),
    names: v.exactOptional(described(id, 'The id of the source that the heading names.', 'brandt')),
  }),
  'heading',
  'A heading of your own.',
);

const misreading = (description: string) =>
  v.exactOptional(word(MISREADINGS, MISREADING_MEANINGS, description));

export const wrongHeadingSchema = titled(
  v.strictObject({
    heading: described(id, 'A wrong heading: its word or its id.', 'done'),
    feedback: described(
      text,
      'Why the heading is wrong.',
      '¶1 does not say that there is a second lamp yet.',
    ),
    misreading: misreading(
      'The error of learners who choose this heading. Default: the misreading of the board. If the board has none, the program works one out from the right heading and this heading.',
    ),
  }),
  'wrong heading',
  'Feedback for one wrong heading. For the others, the program shows the feedback of the row.',
);

export const rowSchema = titled(
  v.strictObject({
    id: described(
      id,
      'The id of the row. Answers are saved under it, as with a check.',
      'lamp-asked-for',
    ),
    statement: described(text, 'The statement that learners sort.', 'Another lamp on the pier'),
    heading: described(id, 'The right heading: its word or its id.', 'demanded'),
    skill: word(SKILLS, SKILL_MEANINGS, 'What the row trains.'),
    claims: described(v.array(id), 'The ids of the claims that the row is about.', [
      'brandt-warned',
    ]),
    evidence: v.exactOptional(
      described(
        someIds,
        'The ids of the sentences that prove the right heading. Default: the sentences of the claims.',
        ['p1s1'],
      ),
    ),
    truth: v.exactOptional(
      described(
        text,
        'The complete answer in one true sentence. Default, if there is one claim: its `content`.',
        'Jonas Brandt wants another lamp.',
      ),
    ),
    feedback: described(
      text,
      'Why the right heading is right.',
      'In ¶1, Jonas Brandt asks for the lamp.',
    ),
    wrong: v.exactOptional(wrongHeadingSchema),
    allow: waivers,
  }),
  'row',
  'A statement to sort under a heading.',
);

export const sortSchema = titled(
  v.strictObject({
    sort: described(
      id,
      'The id of the step. This field makes the step a sort board.',
      'which-step',
    ),
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
      'The error of learners who choose a wrong heading. Boards with a heading of your own need a misreading. Default, if no heading is your own: the program works one out from the right heading and the wrong heading.',
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
            `has ${received} rows, and a board needs three to six: split it into two boards`,
        ),
      ),
      'rows',
      'Three to six statements to sort.',
    ),
    allow: waivers,
  }),
  'sort board',
  'A step in which learners sort statements under headings.',
);

export type HeadingValue = v.InferOutput<typeof sortSchema>['headings'][number];

export type WrittenRow = v.InferOutput<typeof rowSchema>;

export type RowValue = Complete<WrittenRow, 'evidence' | 'truth'>;

export type WrittenSort = v.InferOutput<typeof sortSchema>;

export type SortValue = Omit<WrittenSort, 'rows'> & { rows: RowValue[] };
