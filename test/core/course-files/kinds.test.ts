import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Board, Check, Course, Lesson } from '../../../src/core/course/course.js';
import { checksOf, stepAt } from '../../../src/core/course/lesson.js';
import { BUILT_IN_HEADINGS } from '../../../src/core/course/vocabulary.js';
import type { CourseFile } from '../../../src/core/course-files/course-file.js';
import { parseCourse } from '../../../src/core/course-files/parse-course.js';
import { misreadingBetween } from '../../../src/core/course-files/steps/build-board.js';
import { foldedText, hiddenCharacter } from '../../../src/core/text/sanitize.js';
import { type Edit, kindsFiles } from '../../support/kinds.js';

function courseOf(...edits: readonly Edit[]): Course {
  const { files, unread } = kindsFiles(...edits);
  const parsed = parseCourse(files, unread);
  if ('problems' in parsed) throw new Error(parsed.problems[0].message);
  return parsed.course;
}

const course = courseOf();

const lessonOf = (id: string, of = course): Lesson => {
  const lesson = of.lessons.find((one) => one.id === id);
  if (!lesson) throw new Error(`no lesson ${id}`);
  return lesson;
};

const theStop = lessonOf('the-stop');
const theLamps = lessonOf('the-lamps');

const checkOf = (id: string, of = course): Check => {
  const check = of.lessons.flatMap(checksOf).find((one) => one.id === id);
  if (!check) throw new Error(`no check ${id}`);
  return check;
};

const boardOf = (lesson: Lesson, id: string): Board => {
  const step = stepAt(lesson, id);
  if (step?.kind !== 'board') throw new Error(`no board ${id}`);
  return step;
};

describe('a lesson of format 2', () => {
  test('begins with its example, which is a step', () => {
    expect(theStop.body[0]).toEqual({
      kind: 'example',
      id: 'example',
      sentence:
        'The bridge will close for a year, a city engineer told reporters; the mayor called that unlikely.',
      words: ['a city engineer told reporters', 'the mayor called that unlikely'],
      habit: 'who',
      says:
        'Two people speak: an engineer, named by role, and the mayor. The closure is what the engineer said. ' +
        'Nobody else confirms it.',
    });
    expect(theStop.steps).toEqual([
      'example',
      'read-p1',
      'who-refused',
      'whose-view',
      'read-p2',
      'unnamed-source',
      'which-step',
    ]);
  });

  test('has the rows of its boards among its checks, and says which checks are in the text', () => {
    const rows = ['step-stop', 'step-contract', 'step-road', 'step-bus'];
    expect(theStop.checks).toEqual(['who-refused', 'whose-view', 'unnamed-source', ...rows]);
    expect(theStop.boards).toEqual({ 'which-step': rows });
    expect(theStop.inText).toEqual(['whose-view', 'unnamed-source']);
    expect(theLamps.inText).toBeUndefined();
  });

  test('has a habit and what the story has told so far', () => {
    expect([theStop.habit, theStop.soFar]).toEqual(['step', undefined]);
    expect([theLamps.habit, theLamps.closedBook]).toEqual(['who', true]);
    expect(theLamps.soFar).toMatch(/^The town council demands .* end the bus contract\.$/);
  });

  test('has an outline without content in the index of its course', () => {
    const { body: _b, soFar: _s, ...outline } = theLamps;
    expect(course.index.lessons[1]).toEqual(outline);
    expect(course.index.format).toBe(2);
    expect(Object.keys(course.index)).not.toContain('needs');
  });
});

describe('a check with choices in the text', () => {
  test('has words in the order of the sentence, each with its place', () => {
    const { inText, ordered, key, words, choices } = checkOf('whose-view');
    expect([inText, ordered, key, words]).toEqual(['words', true, 'added', ['She added']]);
    expect(choices.map(({ id, text, span, misreading }) => [id, text, span, misreading])).toEqual([
      ['added', 'She added', { sentence: 'p1s3', from: 0, to: 9 }, undefined],
      ['riders', 'some riders', { sentence: 'p1s3', from: 35, to: 46 }, 'dropped-condition'],
      ['minutes', 'ten minutes', { sentence: 'p1s3', from: 47, to: 58 }, 'not-in-article'],
    ]);
  });

  test('has sentences in the order of the passage, each complete', () => {
    const { inText, ordered, choices } = checkOf('unnamed-source');
    expect([inText, ordered]).toEqual(['sentences', true]);
    const sentences = course.material.passages[1]?.sentences ?? [];
    expect(sentences).toHaveLength(3);
    expect(choices.map(({ text, span }) => [text, span])).toEqual(
      sentences.map(({ id, text }) => [text, { sentence: id, from: 0, to: text.length }]),
    );
  });

  test('has its sentences in the order of the passage, whatever the order in the file', () => {
    const swapped = courseOf(
      ['the-stop.yaml', 'sentence: p2s1', 'sentence: p2s3'],
      [
        'the-stop.yaml',
        'sentence: p2s3\n        feedback: In',
        'sentence: p2s1\n        feedback: In',
      ],
    );
    const ids = checkOf('unnamed-source', swapped).choices.map(({ id, span }) => [
      id,
      span?.sentence,
    ]);
    expect(ids).toEqual([
      ['no-answer', 'p2s1'],
      ['driver', 'p2s2'],
      ['spokesman', 'p2s3'],
    ]);
  });

  test('and one with texts has no places', () => {
    const { inText, ordered, words, choices } = checkOf('who-refused');
    expect([inText, ordered, words]).toEqual([undefined, undefined, ['Vera Lind said']]);
    expect(choices.map((choice) => 'span' in choice)).toEqual([false, false, false]);
  });
});

describe('a sort board', () => {
  const headings = ['done', 'threatened', 'demanded', 'refused'];

  test('has rows that are checks with the headings as choices', () => {
    const board = boardOf(theStop, 'which-step');
    expect(board.headings).toEqual(headings.map((id) => ({ id, text: id })));
    expect(board.rows.map(({ id, key }) => [id, key])).toEqual([
      ['step-stop', 'demanded'],
      ['step-contract', 'threatened'],
      ['step-road', 'refused'],
      ['step-bus', 'done'],
    ]);
    for (const row of board.rows) {
      expect(row.choices.map(({ id }) => id)).toEqual(headings);
      expect(row.ordered).toBe(true);
      expect(row.row).toMatchObject({
        board: 'which-step',
        stem: 'What does the story report about each step?',
      });
    }
  });

  test('gives a row the stem, the evidence and the truth that follow from the board and the claim', () => {
    const row = checkOf('step-contract');
    expect(row.stem).toBe(
      'What does the story report about each step? The council: an end to the bus contract',
    );
    expect(row.row?.statement).toBe('The council: an end to the bus contract');
    expect(row.evidence).toEqual(['p2s1']);
    expect(row.truth).toBe(
      'A spokesman for the council said that the bus contract would end if the drivers did not agree by June.',
    );
  });

  test('leaves a row the evidence and the truth that its author wrote', () => {
    const row = checkOf('step-bus');
    expect(row.claims).toEqual(['bus-cancelled', 'no-answer']);
    expect(row.evidence).toEqual(['p2s2']);
    expect(row.truth).toMatch(/^One driver, who asked not to be named, said/);
  });

  test('takes the sentences of all claims of a row as its evidence, each once', () => {
    const row = checkOf(
      'step-bus',
      courseOf(
        ['the-stop.yaml', '        evidence: [p2s2]\n        truth: One', '        truth: One'],
        ['ledger.yaml', 'sentence: p2s3', 'sentence: p2s2'],
      ),
    );
    expect(row.evidence).toEqual(['p2s2']);
  });

  test('has feedback and a misreading for each heading of a row', () => {
    const road = 'The contract would end "if the drivers did not agree by June".';
    expect(
      checkOf('step-contract').choices.map(({ id, misreading, feedback }) => [
        id,
        misreading,
        feedback,
      ]),
    ).toEqual([
      ['done', 'threatened-as-done', '¶2 says "would end". The contract has not ended.'],
      ['threatened', undefined, road],
      ['demanded', 'wrong-measure', road],
      ['refused', 'wrong-measure', road],
    ]);
  });

  test('with headings of its own takes the misreading of the row first, then that of the board', () => {
    const board = boardOf(theLamps, 'who-said');
    expect(board.headings.map(({ text }) => text)).toEqual([
      'Vera Lind',
      'The spokesman',
      'A driver',
    ]);
    expect(
      checkOf('said-lamps').choices.map(({ id, text, names, misreading }) => [
        id,
        text,
        names,
        misreading,
      ]),
    ).toEqual([
      ['lind', 'Vera Lind', 'lind', 'wrong-side'],
      ['spokesman', 'The spokesman', 'spokesman', undefined],
      ['driver', 'A driver', 'driver', 'wrong-source'],
    ]);
  });
});

test('the misreading of a wrong heading follows from the two: what is not done yet, under done, is threatened-as-done', () => {
  const pairs = BUILT_IN_HEADINGS.flatMap((right) =>
    BUILT_IN_HEADINGS.filter((chosen) => chosen !== right).map((chosen) => ({ right, chosen })),
  );
  const asDone = pairs.filter(
    ({ right, chosen }) => misreadingBetween(right, chosen) === 'threatened-as-done',
  );
  expect(asDone).toEqual([
    { right: 'threatened', chosen: 'done' },
    { right: 'demanded', chosen: 'done' },
    { right: 'offered', chosen: 'done' },
  ]);
  const others = pairs.filter((pair) => !asDone.includes(pair));
  expect(others).toHaveLength(27);
  for (const { right, chosen } of others)
    expect(misreadingBetween(right, chosen)).toBe('wrong-measure');
  expect(misreadingBetween('done', 'lind')).toBeUndefined();
  expect(misreadingBetween('lind', 'done')).toBeUndefined();
});

describe('words of any sentence', () => {
  const word = fc.oneof(
    fc.constantFrom(
      ...['the', 'The', 'she', 'said', 'ten', 'a', 'no', "didn't", '20', 'e\u0301te', 'Ä', 'ÄÖ'],
      ...['night-bus', '👋', 'x', 'xx', '"x"', '(a)', 'a.b', '$&', 'ﬁn', 'नमस्ते', '言葉'],
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }),
  );
  const visible = word.filter(
    (text) => !/\s/u.test(text) && hiddenCharacter(text) < 0 && foldedText(text) !== '',
  );
  const run = fc.array(visible, { minLength: 1, maxLength: 4 });
  const glue = fc.array(visible, { maxLength: 2 });

  const base = kindsFiles().files;

  /** The files with another sentence, and other words to choose from in the check `whose-view`. */
  const filesWith = (sentence: string, words: readonly string[]): CourseFile[] =>
    base.map((file) => {
      // biome-ignore lint/suspicious/noExplicitAny: the value of a file, before its shape is known
      const changed = structuredClone(file.value) as any;
      if (file.name === 'passages.yaml') changed.passages[0].sentences[2].text = sentence;
      if (file.name === 'ledger.yaml') delete changed.claims[2].hedge;
      if (file.name === 'the-stop.yaml') {
        const [, , check] = changed.steps;
        delete check.words;
        for (const [i, text] of words.entries()) check.choices[i].words = text;
      }
      return { ...file, value: changed };
    });

  test('are cut from the sentence at their place, or the course says what is wrong with them', () => {
    let built = 0;
    fc.assert(
      fc.property(fc.tuple(run, glue, run, glue, run), ([a, b, c, d, e]) => {
        const sentence = [...a, ...b, ...c, ...d, ...e].join(' ');
        const words = [e, a, c].map((part) => part.join(' '));
        const parsed = parseCourse(filesWith(sentence, words));
        if ('problems' in parsed) {
          expect(new Set(parsed.problems.map(({ rule }) => rule))).toEqual(new Set(['words']));
          return;
        }
        built += 1;
        const [text = ''] =
          parsed.course.material.passages[0]?.sentences.slice(2).map((one) => one.text) ?? [];
        const { choices } = checkOf('whose-view', parsed.course);
        expect(choices.map((choice) => choice.text).sort()).toEqual(words.map(foldedText).sort());
        for (const choice of choices) {
          const { from = 0, to = 0 } = choice.span ?? {};
          expect(text.slice(from, to)).toBe(choice.text);
          expect(` ${text} `.split(` ${choice.text} `)).toHaveLength(2);
        }
        const starts = choices.map(({ span }) => span?.from ?? -1);
        expect(starts).toEqual([...starts].sort((x, y) => x - y));
      }),
      { numRuns: 400 },
    );
    expect(built).toBeGreaterThan(100);
  });
});
