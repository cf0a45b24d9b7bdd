import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Check, Course } from '../../../src/core/course/course.js';
import type { Claim } from '../../../src/core/course/ledger.js';
import { checksOf } from '../../../src/core/course/lesson.js';
import { placeText } from '../../../src/core/course-files/course-file.js';
import { parseCourse } from '../../../src/core/course-files/parse-course.js';
import { lintCourse } from '../../../src/core/lint/lint-course.js';
import { type Edit, kindsFiles } from '../../support/kinds.js';
import { replaced, withFiles } from '../../support/night-library.js';
import { COURSES, droppableIn, dropped, valuesIn, writtenOut } from '../../support/short-form.js';

const STOP = 'the-stop.yaml';
const LAMPS = 'the-lamps.yaml';

function courseOf(...edits: readonly Edit[]): Course {
  const { files, unread } = kindsFiles(...edits);
  const parsed = parseCourse(files, unread);
  if ('problems' in parsed) throw new Error(parsed.problems[0].message);
  return parsed.course;
}

function problemsOf(...edits: readonly Edit[]): string[] {
  const { files, unread } = kindsFiles(...edits);
  const parsed = parseCourse(files, unread);
  const problems = 'problems' in parsed ? parsed.problems : [];
  return problems.map((problem) => `${placeText(problem)} ${problem.message}`);
}

const without = (file: string, text: string): Edit => [file, text, ''];

function checkOf(id: string, ...edits: readonly Edit[]): Check {
  const check = courseOf(...edits)
    .lessons.flatMap(checksOf)
    .find((one) => one.id === id);
  if (!check) throw new Error(`no check ${id}`);
  return check;
}

function claimOf(id: string, ...edits: readonly Edit[]): Claim {
  const claim = courseOf(...edits).material.claims.find((one) => one.id === id);
  if (!claim) throw new Error(`no claim ${id}`);
  return claim;
}

const misreadingsOf = ({ choices }: Check) => choices.map(({ misreading }) => misreading);

describe('what an author leaves out', () => {
  test('the evidence of a check is the sentences of its claims, in the order of the ledger', () => {
    const edits = [
      without(STOP, '    evidence: [p1s2]\n'),
      [STOP, 'claims: [refuses-road]', 'claims: [costs-minutes, demands-stop, refuses-road]'],
    ] as const;
    expect(checkOf('who-refused', ...edits).evidence).toEqual(['p1s1', 'p1s2', 'p1s3']);
  });

  test('the truth of a check is the content of its only claim', () => {
    const edit = without(
      STOP,
      '    truth: A driver who asked not to be named spoke about the order for a second bus.\n',
    );
    expect(checkOf('unnamed-source', edit).truth).toBe(
      'According to a driver who asked not to be named, the council has cancelled its order for a second bus.',
    );
  });

  test('the key is the only choice without a misreading', () => {
    expect(checkOf('who-refused', without(STOP, '    key: lind\n')).key).toBe('lind');
    expect(checkOf('whose-view', without(STOP, '    key: added\n')).key).toBe('added');
  });

  test('an open choice is the key if all others have a misreading', () => {
    const check = checkOf('council-on-bus', without(LAMPS, '    key: open\n'));
    expect(check.key).toBe('open');
    expect(misreadingsOf(check)).toEqual(['added-cause', 'not-in-article', undefined]);
  });

  test('an open choice is overlooked if another choice has no misreading', () => {
    const check = checkOf(
      'council-on-bus',
      without(LAMPS, '    key: open\n'),
      without(LAMPS, '        misreading: not-in-article\n'),
    );
    expect(check.key).toBe('next-year');
    expect(misreadingsOf(check)).toEqual(['added-cause', undefined, 'overlooked']);
  });

  test('an open choice is overlooked if the author names another key', () => {
    const check = checkOf(
      'council-on-bus',
      [LAMPS, 'key: open', 'key: too-dear'],
      without(LAMPS, '        misreading: added-cause\n'),
    );
    expect(misreadingsOf(check)).toEqual([undefined, 'not-in-article', 'overlooked']);
  });

  test('an open choice says in English that the article does not say', () => {
    const edit = without(LAMPS, '        text: The story does not say\n');
    const textIn = (language: string) =>
      checkOf('council-on-bus', edit, ['course.yaml', 'language: en', `language: ${language}`])
        .choices[2]?.text;
    expect(textIn('en')).toBe('The article does not say');
    expect(textIn('en-GB')).toBe('The article does not say');
  });

  test('the channel and the day of a claim are not stated', () => {
    const claim = claimOf(
      'refuses-road',
      without('ledger.yaml', '    channel: { value: a letter, basis: stated }\n'),
      without('ledger.yaml', '    when: { value: Monday, basis: stated }\n'),
    );
    expect([claim.channel, claim.when]).toEqual([{ basis: 'not-stated' }, { basis: 'not-stated' }]);
  });

  test('the side of a claim is that of its actor, or of its source if it has no actor', () => {
    const kind: Edit = ['ledger.yaml', 'actor: council\n    kind: threat', 'kind: threat'];
    const lind: Edit = [
      'ledger.yaml',
      'actor: council\n    kind: threat',
      'actor: lind\n    kind: threat',
    ];
    expect(claimOf('contract-ends').side).toBe('Town council');
    expect(claimOf('contract-ends', lind).side).toBe('Drivers');
    expect(claimOf('contract-ends', kind).side).toBe('Town council');
  });

  test('an actor who is no source has no side', () => {
    for (const actor of ['not-stated', 'the mayor']) {
      const edit: Edit = [
        'ledger.yaml',
        'actor: council\n    kind: threat',
        `actor: ${actor}\n    kind: threat`,
      ];
      expect(claimOf('contract-ends', edit)).not.toHaveProperty('side');
    }
  });

  test('the number of a paragraph is one more than that of the passage before', () => {
    const paragraphs = (...edits: readonly Edit[]) =>
      courseOf(...edits).material.passages.map(({ paragraph }) => paragraph);
    const [one, two, three] = [1, 2, 3].map((n) => `    paragraph: ${n}\n`) as [
      string,
      string,
      string,
    ];
    const passages = 'passages.yaml';
    expect(
      paragraphs(without(passages, one), without(passages, two), without(passages, three)),
    ).toEqual([1, 2, 3]);
    expect(paragraphs([passages, two, '    paragraph: 5\n'], without(passages, three))).toEqual([
      1, 5, 6,
    ]);
  });
});

test('what an author writes is kept, even if something else would follow', () => {
  const written = checkOf(
    'who-refused',
    [STOP, 'evidence: [p1s2]', 'evidence: [p1s2, p1s3]'],
    [STOP, 'truth: Vera Lind said that', 'truth: The head of the drivers said that'],
  );
  expect(written.evidence).toEqual(['p1s2', 'p1s3']);
  expect(written.truth).toMatch(/^The head of the drivers/);
  const side: Edit = [
    'ledger.yaml',
    'actor: council\n    kind: threat',
    'actor: council\n    side: none\n    kind: threat',
  ];
  expect(claimOf('contract-ends', side).side).toBe('none');
  const named: Edit = ['the-lamps.yaml', 'text: The story does not say', 'text: Nobody says'];
  expect(checkOf('council-on-bus', named).choices[2]?.text).toBe('Nobody says');
});

describe('an error says what does not follow, and what to write:', () => {
  test.each<[string, string, readonly Edit[]]>([
    [
      'two choices that could be the key',
      "the-stop.yaml:19:5 'council' and 'lind' have no 'misreading', so each could be right: write one in each wrong choice, such as 'misreading: wrong-source'",
      [without(STOP, '    key: lind\n'), without(STOP, '        misreading: wrong-side\n')],
    ],
    [
      'no choice that could be the key',
      "the-stop.yaml:19:5 every choice has a 'misreading', so no choice is right: take the line out of the right choice",
      [
        without(STOP, '    key: lind\n'),
        [STOP, '        names: lind\n', '        names: lind\n        misreading: overstated\n'],
      ],
    ],
    [
      'two open choices that could be the key',
      "the-lamps.yaml:15:5 'next-year' and 'open' are open and have no 'misreading', so each could be right: keep only one of them",
      [
        without(LAMPS, '    key: open\n'),
        [LAMPS, '        misreading: not-in-article\n', '        open: true\n'],
      ],
    ],
    [
      'evidence without a claim',
      "the-lamps.yaml:15:5 a check without claims needs its own 'evidence': write 'evidence: [<sentence id>]'",
      [[LAMPS, 'claims: [no-answer]\n    evidence: [p2s3]', 'claims: []']],
    ],
    [
      'the truth of two claims',
      "the-stop.yaml:19:5 a check with 2 claims needs its own 'truth': write 'truth: …'",
      [
        [STOP, 'claims: [refuses-road]', 'claims: [refuses-road, costs-minutes]'],
        without(
          STOP,
          '    truth: Vera Lind said that the drivers would not use the hospital road without street lamps.\n',
        ),
      ],
    ],
    [
      'the text of an open choice in another language than English',
      "the-lamps.yaml:31:9 'text' is missing here: write 'text: …' (the program writes the text of 'open: true' only in English courses of format 2)",
      [
        without(LAMPS, '        text: The story does not say\n'),
        ['course.yaml', 'language: en', 'language: de'],
      ],
    ],
    [
      'the text of a choice that is not open',
      "the-lamps.yaml:23:9 'text' is missing here: write 'text: …', or for a choice in the text 'sentence: <id>' or 'words: …'",
      [without(LAMPS, '        text: The second bus costs too much\n')],
    ],
    [
      'words of two sentences',
      "the-stop.yaml:45:5 all words to choose from must be in one sentence: write 'evidence: [p1s2]'",
      [
        without(STOP, '    evidence: [p1s3]\n'),
        [STOP, 'claims: [costs-minutes]', 'claims: [costs-minutes, refuses-road]'],
      ],
    ],
    [
      'the same paragraph twice',
      "passages.yaml:26:5 two passages are paragraph '2', in passages.yaml:3 and passages.yaml:26: give one of the two another number",
      [
        ['passages.yaml', 'paragraph: 1', 'paragraph: 2'],
        ['passages.yaml', 'paragraph: 2\n    section: The m', 'paragraph: 1\n    section: The m'],
        without('passages.yaml', '    paragraph: 3\n'),
      ],
    ],
  ])('%s', (_, message, edits) => {
    expect(problemsOf(...edits)).toEqual([message]);
  });

  test('a claim with a fault is one error, and not another one in each check about it', () => {
    const short = [
      without(STOP, '    evidence: [p1s3]\n'),
      without(
        STOP,
        '    truth: Vera Lind said that the stop could cost some riders ten minutes.\n',
      ),
    ];
    const sentence: Edit = ['ledger.yaml', 'sentence: p1s3', 'sentence: p1s9'];
    expect(
      problemsOf(...short, without('ledger.yaml', '    hedge: could cost some\n'), sentence),
    ).toEqual(["ledger.yaml:26:5 there is no sentence 'p1s9': did you mean 'p1s1'?"]);
    expect(
      problemsOf(...short, [STOP, 'claims: [costs-minutes]', 'claims: [cost-minutes]']),
    ).toEqual([
      "the-stop.yaml:48:14 there is no claim 'cost-minutes': did you mean 'costs-minutes'?",
    ]);
  });
});

test('a warning about derived evidence points at the claims', () => {
  const reversed: Edit = [
    'course.yaml',
    'lessons: [the-stop, the-lamps]',
    'lessons: [the-lamps, the-stop]',
  ];
  const { files } = kindsFiles(reversed, without(LAMPS, '    evidence: [p2s3]\n'));
  const warnings = lintCourse(files).problems.filter(({ rule }) => rule === 'unread-evidence');
  expect(warnings.map(placeText)).toEqual(['the-lamps.yaml:18:5', 'the-lamps.yaml:64:9']);
});

describe('a course of format 1', () => {
  const problemsIn = (file: string, from: string, to: string): string[] => {
    const { files } = withFiles(new Map([[file, replaced(file, from, to)]]));
    const parsed = parseCourse(files);
    const problems = 'problems' in parsed ? parsed.problems : [];
    return problems.map((problem) => `${placeText(problem)} ${problem.message}`);
  };

  test.each([
    ['by-heart.yaml', '    key: council\n', "by-heart.yaml:7:5 'key' is missing here: add it"],
    [
      'by-heart.yaml',
      '    evidence: [p1s1]\n',
      "by-heart.yaml:7:5 'evidence' is missing here: add it",
    ],
    [
      'passages.yaml',
      '    paragraph: 1\n',
      "passages.yaml:2:5 'paragraph' is missing here: add it",
    ],
  ])('has no short form of %s%s', (file, text, problem) => {
    expect(problemsIn(file, text, '')).toEqual([problem]);
  });

  test('has no short form of an open choice', () => {
    const [problem] = problemsIn('the-quarrel.yaml', '        misreading: overlooked\n', '');
    expect(problem).toContain('this choice is not the key (librarian), so it needs a misreading');
  });
});

describe.each(COURSES)('the course %s', (_, folder) => {
  const values = valuesIn(folder);
  const course = courseIn(values);

  test('is the same course with every field written out', () => {
    const full = writtenOut(values, course);
    expect(courseIn(full)).toEqual(course);
    expect(droppableIn(full).length).toBeGreaterThan(10);
  });

  test('is the same course, whichever fields are left out that follow from others', () => {
    const full = writtenOut(values, course);
    fc.assert(
      fc.property(fc.subarray(droppableIn(full)), (fields) => {
        expect(courseIn(dropped(full, fields))).toEqual(course);
      }),
      { numRuns: 8, examples: [[droppableIn(full)]] },
    );
  });
});

function courseIn(values: ReadonlyMap<string, unknown>): Course {
  const locate = () => ({ line: 1, column: 1 });
  const parsed = parseCourse([...values].map(([name, value]) => ({ name, value, locate })));
  if ('problems' in parsed) throw new Error(parsed.problems.map(({ message }) => message).join());
  return parsed.course;
}
