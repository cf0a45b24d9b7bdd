import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Check, Lesson } from '../../../src/core/course/course.js';
import { sheetItems, withoutSpaces } from '../../../src/core/passage-dependence/sheet-item.js';
import {
  hasSheets,
  planSheets,
  type SheetPlan,
} from '../../../src/core/passage-dependence/sheets.js';
import { foldedText } from '../../../src/core/text/sanitize.js';
import { readSheet } from '../../../src/formats/sheet/read-sheet.js';
import { boardCourse } from '../../support/board-course.js';
import {
  filledIn,
  questionsOf,
  readBack,
  sheetIn,
  sheetTexts,
} from '../../support/filled-sheet.js';
import { lessonOf, material } from '../../support/sheet-course.js';

function planned(lessons: readonly Lesson[], wanted?: number): SheetPlan {
  const plan = planSheets(lessons, material(0), 'seed', wanted);
  if (!hasSheets(plan)) throw new Error('no sheets');
  return plan;
}

/** Three questions, of which the second is a board of two rows. */
const about = { claims: [], sentences: [], choices: 3 };
const plan = planned([lessonOf([[about], [about, about], [about]])]);
const asked = questionsOf(plan);
const [sheet = ''] = sheetTexts(plan, 'seed');

const answered = (answers: readonly string[], text = sheet): (string | undefined)[] => {
  const read = readBack(filledIn(text, answers), asked);
  return asked.map(({ check }) => {
    const own = read.answers.find(({ question }) => question.check.id === check.id);
    return own && letterOf(check, own.choice);
  });
};

/** The letter that a choice has on the sheet. */
function letterOf(check: Check, choice: string): string | undefined {
  const text = check.choices.find(({ id }) => id === choice)?.text;
  const question = sheetIn(sheet).questions.find(
    ({ stem, statement }) => (statement ?? stem) === (check.row?.statement ?? check.stem),
  );
  return question?.choices.find((one) => one.text === text)?.letter;
}

describe('a sheet', () => {
  const shown = planSheets(boardCourse.lessons, boardCourse.material, 'seed');
  const texts = hasSheets(shown) ? sheetTexts(shown, 'seed') : [];

  test('asks in plain text, without ids and keys; a board has its headings once', () => {
    const [head, ...parts] = (texts[0] ?? '').split('\n\n');
    expect(head).toMatch(/^Sheet 1 of 2: 4 questions, course [0-9a-f]{8}, seed "seed"$/);
    expect(parts.slice(2).join('\n\n')).toBe(
      [
        '1-4.  What does the story report about each step?',
        '    A  demanded',
        '    B  refused',
        '    C  threatened',
        '    D  done',
        '',
        '    1.  The council: a fee for readers who stay late',
        '        Answer: ',
        '',
        '    2.  The head librarian: a fee for readers who stay late',
        '        Answer: ',
        '',
        '    3.  The council: an end to night opening',
        '        Answer: ',
        '',
        '    4.  The council: the order for a second guard cancelled',
        '        Answer: ',
        '',
      ].join('\n'),
    );
  });

  test('has lines of at most 80 columns', () => {
    const lines = texts.flatMap((text) => text.split('\n'));
    expect(lines.length).toBeGreaterThan(40);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('explains ¶ only if a question has it', () => {
    expect(sheet).not.toContain('¶');
    const [step] = lessonOf([[about]]).body;
    const body = step?.kind === 'check' ? [{ ...step, stem: 'Who speaks in ¶3?' }] : [];
    const [text] = sheetTexts(planned([{ ...lessonOf([]), body }]), 'seed');
    expect(text).toContain('"¶2" is the second paragraph of the story.');
  });
});

describe('a filled sheet', () => {
  test('gives back each answer', () => {
    expect(answered(['A', 'B', 'C', 'A'])).toEqual(['A', 'B', 'C', 'A']);
  });

  test('gives back each answer of any course, whatever its texts are', () => {
    const text = fc
      .oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
        fc
          .array(
            fc.constantFrom(
              'Answer:',
              'A',
              'B',
              '1.',
              '2-3.',
              'Sheet 1 of 2:',
              'so',
              'a'.repeat(90),
              '說',
            ),
            {
              minLength: 1,
              maxLength: 30,
            },
          )
          .map((words) => words.join(' ')),
      )
      .map(foldedText)
      .filter((folded) => folded !== '');
    const texts = fc.uniqueArray(text, {
      minLength: 6,
      maxLength: 6,
      selector: (one) => one.replace(/\s/g, ''),
    });
    fc.assert(
      fc.property(texts, fc.nat(2), ([stem = '', ...choices], pick) => {
        const [step] = lessonOf([[about]]).body;
        if (step?.kind !== 'check') throw new Error('no check');
        const named = step.choices.map((choice, i) => ({ ...choice, text: choices[i] ?? '' }));
        const lesson = { ...lessonOf([]), body: [{ ...step, stem, choices: named }] };
        const own = planned([lesson]);
        const [written = ''] = sheetTexts(own, 'seed');
        const letter = 'ABC'.charAt(pick);
        const { answers, unknown } = readBack(filledIn(written, [letter]), questionsOf(own));
        expect(unknown).toEqual([]);
        const given = named.find(({ id }) => id === answers[0]?.choice)?.text ?? '';
        const lettered = sheetIn(written).questions[0]?.choices[pick]?.text ?? '?';
        expect(withoutSpaces(given)).toBe(withoutSpaces(lettered));
      }),
    );
  });

  test.each([
    ['b', 'B'],
    ['(B)', 'B'],
    [' B. ', 'B'],
    ['\n    b', 'B'],
    ['B\nI am not sure.', 'B'],
    ['Ｂ', 'B'],
    ['A or B', undefined],
    ['BC', undefined],
    ['D', undefined],
    ['?', undefined],
    ['2', undefined],
    ['', undefined],
  ])('with %j as an answer has %s', (written, letter) => {
    expect(answered(['A', 'A', written, 'C'])).toEqual(['A', 'A', letter, 'C']);
  });

  test('says which questions have no answer, and which have no clear one', () => {
    const read = readBack(filledIn(sheet, ['A', '', 'A or B', ' ']), asked);
    expect(read).toMatchObject({ blank: [2, 4], unclear: [{ number: 3, written: 'A or B' }] });
  });

  test.each<[string, (text: string) => string]>([
    ['with other line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['with the line ends of an old Mac', (text) => text.replaceAll('\n', '\r')],
    ['with a byte order mark', (text) => `\ufeff${text}`],
    ['without indentation', (text) => text.replaceAll(/^ +/gm, '')],
    ['with tabs', (text) => text.replaceAll(/ {2,}/g, '\t')],
    ['without blank lines', (text) => text.replaceAll(/\n\n+/g, '\n')],
    ['with more blank lines', (text) => text.replaceAll('\n', '\n\n')],
    ['with blanks at the end of lines', (text) => text.replaceAll('\n', '   \n')],
    ['wrapped at 24 columns', (text) => text.replaceAll(/^(?!Sheet)(.{24}\S*) /gm, '$1\n')],
    ['with a note at the end', (text) => `${text}\n\nThat was hard.\nAnna\n`],
  ])('can be read %s', (_, change) => {
    const text = change(filledIn(sheet, ['A', 'B', 'C', 'A']));
    const read = readBack(text, asked);
    expect(read.answers.map(({ question, choice }) => letterOf(question.check, choice))).toEqual([
      'A',
      'B',
      'C',
      'A',
    ]);
    expect(read.unknown).toEqual([]);
  });

  test('counts a question once that is there twice, if its answers agree', () => {
    const [one, other] = [
      filledIn(sheet, ['A', 'B', 'C', 'A']),
      filledIn(sheet, ['A', 'C', '', 'A']).replace(/^Sheet.*$/m, ''),
    ];
    const read = readBack(one + other, asked);
    expect(read.answers).toHaveLength(3);
    expect(read.unclear).toEqual([{ number: 2, written: 'B / C' }]);
  });

  test('names the questions that the course does not have in these words', () => {
    const text = filledIn(sheet, ['A', 'A', 'A', 'A']).replace('1.  What does', '1.  What did');
    const read = readBack(text, asked);
    expect(read.unknown).toEqual([
      { number: 1, asks: expect.stringMatching(/^What did q\d ask\?$/) },
    ]);
    expect(read.answers).toHaveLength(3);
  });

  test('says how many questions are cut off', () => {
    const text = filledIn(sheet, ['A', 'A', 'A', 'A']);
    const read = readBack(text.slice(0, text.lastIndexOf('4.')), asked);
    expect([read.answers.length, read.missing]).toEqual([3, 1]);
  });
});

test.each([
  ['nothing in it', '', 'is not a sheet, or its first line is damaged'],
  ['other text', 'Dear author,\nI have no time.', 'is not a sheet, or its first line is damaged'],
  ['no first line', sheet.replace(/^.*\n/, ''), 'is not a sheet, or its first line is damaged'],
  [
    'another first line',
    sheet.replace('1 of', 'of'),
    'is not a sheet, or its first line is damaged',
  ],
  ['two sheets', sheet + sheet, 'has several sheets: give each a file of its own'],
  ['no questions', sheet.slice(0, sheet.indexOf('1.  ')), 'has no question that can be read'],
])('a file with %s is left out', (_, text, rejected) => {
  expect(readSheet(text)).toEqual({ rejected });
});

test('a question is found again whatever the seed of its sheet is', () => {
  const [other = ''] = sheetTexts(plan, 'another seed');
  const known = sheetItems([lessonOf([[about], [about, about], [about]])]);
  const all = known.items.flatMap(({ questions }) => questions);
  expect(readBack(filledIn(other, ['A', 'A', 'A', 'A']), all).answers).toHaveLength(4);
});
