import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCourse } from '../../../src/core/course-files/parse-course.js';
import { lintCourse } from '../../../src/core/lint/lint-course.js';
import { readYaml } from '../../../src/io/course/read-yaml.js';
import { replaced, TEXTS, textsIn, withFiles } from '../../support/night-library.js';

const LESSON = 'by-heart.yaml';

/** What `check` prints for the course with some words of a file replaced. */
function linesWith(file: string, from: string, to: string): string[] {
  const { files, unread } = withFiles(new Map([[file, replaced(file, from, to)]]));
  return lintCourse(files, unread).problems.map(
    ({ file: name, line, column, severity, message }) =>
      `${name}:${line}:${column} ${severity}: ${message}`,
  );
}

const READERS = 'text: That readers pay';
const NOBODY = 'feedback: Nobody speaks of that.';

test.each<[mistake: string, file: string, from: string, to: string, message: string]>([
  [
    'a wrong id',
    LESSON,
    'claims: [open-at-night]',
    'claims: [open-at-nite]',
    "by-heart.yaml:10:14 error: there is no claim 'open-at-nite': did you mean 'open-at-night'?",
  ],
  [
    'missing feedback',
    LESSON,
    `        ${NOBODY}\n`,
    '',
    "by-heart.yaml:23:9 error: 'feedback' is missing in this choice: write 'feedback: …'",
  ],
  [
    "a text that begins with '&'",
    LESSON,
    NOBODY,
    'feedback: &c. and so on.',
    "by-heart.yaml:25:19 error: '&c.' is lost, because YAML reads it as a name for what follows. A text that begins with '&' needs quotation marks: write 'feedback: \"&c. and so on.\"'",
  ],
  [
    'a name for a list',
    LESSON,
    'claims: [open-at-night]',
    'claims: &asked [open-at-night]',
    "by-heart.yaml:10:13 error: '&asked' is lost, because YAML reads it as a name for what follows: take it out",
  ],
  [
    'a tab',
    LESSON,
    '    skill: limits',
    '\tskill: limits',
    'by-heart.yaml:9:1 error: this line begins with a tab: begin it with 4 spaces instead',
  ],
  [
    'a duplicate',
    'sources.yaml',
    'id: librarian',
    'id: mayor',
    "sources.yaml:8:5 error: two sources have the id 'mayor', in sources.yaml:2 and sources.yaml:8: give one of the two another id",
  ],
  [
    'a key that is not among the choices',
    LESSON,
    'key: council',
    'key: the-town',
    "by-heart.yaml:14:5 error: there is no choice 'the-town': write 'council', 'none' or 'readers'",
  ],
  [
    'wrong evidence',
    LESSON,
    'evidence: [p1s1]',
    'evidence: [p7s1]',
    "by-heart.yaml:11:16 error: there is no sentence 'p7s1': did you mean 'p1s1'?",
  ],
  [
    'a colon',
    LESSON,
    READERS,
    'text: That readers: pay',
    'by-heart.yaml:24:27 error: a text with a colon and a space needs quotation marks: write \'text: "That readers: pay"\'',
  ],
  [
    'a hash',
    LESSON,
    READERS,
    'text: That readers pay fine #3',
    "by-heart.yaml:24:37 error: '#3' is lost, because '#' after a space begins a comment: write 'text: \"That readers pay fine #3\"'; if it is a note, put it on a line of its own",
  ],
  [
    'quotation marks',
    LESSON,
    NOBODY,
    'feedback: "Night hours" is what she wrote about.',
    "by-heart.yaml:25:32 error: this text ends at its second quotation mark, and 'is what she wrote about.' comes after it: write 'feedback: >-', and below it the text, indented by 10 spaces",
  ],
  [
    'two right answers',
    LESSON,
    '        misreading: not-in-article\n',
    '',
    "by-heart.yaml:23:9 error: this choice is not the key (council), so it needs a misreading: write one, such as 'misreading: wrong-source'",
  ],
  [
    'the longest key',
    LESSON,
    'text: That the council agrees',
    'text: That the council of the town agrees to the plan in a vote that it holds',
    'by-heart.yaml:17:9 warning: the right choice is much longer than the wrong choices: make all choices about equally long and detailed',
  ],
  [
    '"all of the above"',
    LESSON,
    READERS,
    'text: All of the above',
    'by-heart.yaml:24:9 warning: this choice includes or excludes all the others: write a choice that says something of its own',
  ],
  [
    'a hint with the key',
    LESSON,
    'hint: Think of who decides.',
    'hint: Remember that the council agrees.',
    'by-heart.yaml:13:5 warning: the hint has the words of the right choice: say where to look instead',
  ],
  [
    'a lesson that is not listed',
    'course.yaml',
    '[the-quarrel, by-heart]',
    '[the-quarrel]',
    "by-heart.yaml:1:1 error: course.yaml does not list this lesson: write 'by-heart' under 'lessons' there, or delete this file",
  ],
  [
    'a typo in the list of lessons',
    'course.yaml',
    '[the-quarrel, by-heart]',
    '[the-quarrel, by-haert]',
    "course.yaml:8:24 error: there is no file 'by-haert.yaml' for this lesson: did you mean 'by-heart'?",
  ],
  [
    'a typo in a misreading',
    LESSON,
    'misreading: not-in-article',
    'misreading: not-in-the-article',
    "by-heart.yaml:26:9 error: 'misreading' cannot be 'not-in-the-article': did you mean 'not-in-article'?",
  ],
])('%s has one message, with the place and what to write', (_, file, from, to, message) => {
  expect(linesWith(file, from, to)).toEqual([message]);
});

test('a heading with the word for a kind of claim has the word of the heading', () => {
  const board = '  - sort: which\n    stem: Which?\n    headings: [threat, done]\n    rows: []\n';
  const check = '  - check: who-wrote';
  expect(linesWith('the-quarrel.yaml', check, board + check)[0]).toBe(
    "the-quarrel.yaml:10:16 error: the headings that come with the program are done, threatened, demanded, refused, offered and denied, and not 'threat': did you mean 'threatened'?",
  );
});

describe("a '#' after a space", () => {
  test.each([
    ['a note set apart by two spaces', READERS, `${READERS}  # ask Ines`],
    ['a note after a single word', 'title: By heart', 'title: Heart # ask Ines'],
    ['a note after an id', 'key: council', 'key: council #1'],
    ['a note after a number', 'minutes: 2', 'minutes: 2 #about'],
    ['a note after a list', 'claims: [open-at-night]', 'claims: [open-at-night] #1'],
    ['a note after a word of the program', 'skill: limits', 'skill: limits #or demand?'],
    ['a note after a text in quotation marks', READERS, 'text: "That readers pay" #1'],
    ['a note after the mark of a text', READERS, 'text: >- #1\n          That readers pay'],
    ['a hash in a text below its mark', READERS, 'text: >-\n          That readers pay #1'],
    ['a hash within a word', READERS, 'text: That readers pay in C#'],
  ])('is no mistake in %s', (_, from, to) => {
    expect(linesWith(LESSON, from, to)).toEqual([]);
  });

  test('is found in a list of texts, below one another and in brackets', () => {
    const about = '  - A story made up for the tests of this program.';
    expect(linesWith('course.yaml', about, '  - A story for test #4 of this program.')).toEqual([
      "course.yaml:7:22 error: '#4 of this program.' is lost, because '#' after a space begins a comment: write '\"A story for test #4 of this program.\"'; if it is a note, put it on a line of its own",
    ]);
    const inBrackets = linesWith('course.yaml', `\n${about}`, ' [A story,\n  for test #4\n  ]');
    expect(inBrackets.join()).toContain("'#4' is lost");
  });

  test('does not keep a course from opening, and neither does an anchor', () => {
    const anchored = replaced(LESSON, NOBODY, 'feedback: &c. and so on.');
    const read = withFiles(new Map([[LESSON, anchored]]));
    expect(parseCourse(read.files, read.unread)).toHaveProperty('course');
    const { files, unread } = withFiles(
      new Map([[LESSON, replaced(LESSON, READERS, 'text: That readers pay fine #3')]]),
    );
    expect(parseCourse(files, unread)).toHaveProperty('course');
  });
});

/** Words that only the parser's own messages have. */
const PARSER_WORDS =
  /\b(?:mapping|map|flow|scalar|node|compact|implicit|sequence|seq|null|undefined|token|indicator|anchor|directive)s?\b/i;

const LINES = [...TEXTS].flatMap(([name, text]) =>
  text.split('\n').map((line, row, all) => ({ name, line, row, all })),
);

/** The lines of the course that have a field with a value next to it. */
const FIELDS = LINES.filter(({ line }) => /^[ -]*\w+: [^>]/.test(line));

const withLine = (name: string, all: readonly string[], row: number, line: string) =>
  withFiles(new Map([[name, all.with(row, line).join('\n')]]));

test('any line without the space after its colon has one message, at its place', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FIELDS), ({ name, line, row, all }) => {
      const { files, unread } = withLine(name, all, row, line.replace(': ', ':'));
      const { problems } = lintCourse(files, unread);
      expect(problems.map((problem) => [problem.file, problem.line])).toEqual([[name, row + 1]]);
      expect(problems[0]?.message).toContain('a space is missing after the colon: write ');
    }),
    { numRuns: 30 },
  );
});

const SWING_BRIDGE = fileURLToPath(new URL('../../../lessons/swing-bridge', import.meta.url));

test.each([
  ['claims', 'ledger.yaml'],
  ['steps', 'from-memory.yaml'],
  ['choices', 'from-memory.yaml'],
])('%s without a colon, in a long file, has one message at its place', (field, name) => {
  const all = textsIn(SWING_BRIDGE).get(name)?.split('\n') ?? [];
  const row = all.findIndex((line) => line.trim() === `${field}:`);
  const { problems } = readYaml(name, all.with(row, all[row]?.replace(':', '') ?? '').join('\n'));
  expect(problems.map(({ line, message }) => [line, message])).toEqual([
    [row + 1, `there is no colon after '${field}': write '${field}:'`],
  ]);
});

/** What `check` prints for the example course with some words of a file replaced everywhere. */
function exampleWith(file: string, from: string, to: string): string[] {
  const texts = textsIn(SWING_BRIDGE);
  const text = texts.get(file) ?? '';
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  const read = [...texts.set(file, text.replaceAll(from, to))].map((one) => readYaml(...one));
  const { problems, skippedRules } = lintCourse(
    read.map((one) => one.file),
    read.flatMap((one) => one.problems),
  );
  return [
    ...problems.map((one) => `${one.file}:${one.line} ${one.severity}: ${one.message}`),
    ...skippedRules,
  ];
}

test.each<[mistake: string, file: string, from: string, to: string, message: string]>([
  [
    'a short form in format 1',
    'course.yaml',
    'format: 2',
    'format: 1',
    "course.yaml:11 error: 80 fields are missing. Format 2 works them out from other fields: write 'format: 2'",
  ],
  [
    'a source with a mistyped id, which a key names',
    'ledger.yaml',
    'source: spokeswoman',
    'source: psokeswoman',
    "ledger.yaml:105 error: there is no source 'psokeswoman': did you mean 'spokeswoman'? (also in lines 134 and 145)",
  ],
  [
    'a colon missing in braces',
    'sources.yaml',
    'cars, side: Town council',
    'cars, side Town council',
    "sources.yaml:15 error: there is no colon after 'side': write 'side: Town council'",
  ],
  [
    'a text that goes on in a line that is not indented',
    'from-memory.yaml',
    '    claims: [no-pupils-without-lamps]\n    words',
    '    claims: [no-pupils-without-lamps]\n    hint: Look at the condition,\n    the second sentence:\n    words',
    "from-memory.yaml:26 error: there is no field 'the second sentence' here: if the text of 'hint' goes on here, put it in quotation marks and indent this line more",
  ],
  [
    'a list with a dash next to its field',
    'from-memory.yaml',
    'claims: [no-pupils-without-lamps]',
    'claims: - no-pupils-without-lamps',
    "from-memory.yaml:24 error: a list next to its field has square brackets, and no dash: write 'claims: [no-pupils-without-lamps]'",
  ],
  [
    'a brace that ends too early',
    'from-memory.yaml',
    'Ferry runs until midnight, misreading: not-in-article,\n          feedback: ',
    'Ferry runs until midnight },\n          misreading: wrong-measure, feedback: ',
    "from-memory.yaml:27 error: the bracket '}' comes too early: write 'text: Ferry runs until midnight,'",
  ],
  [
    'a mark of a merge conflict',
    'from-memory.yaml',
    '    skill: sequence',
    '<<<<<<< HEAD\n    skill: sequence\n=======\n    skill: demand\n>>>>>>> other',
    'from-memory.yaml:87 error: this line is a mark of a merge conflict: keep one of the versions below it, and take out the other version and all lines with such marks',
  ],
  [
    'a list of lessons whose second dash is missing',
    'course.yaml',
    '  - from-memory',
    '    from-memory',
    "course.yaml:33 error: a comma is missing between the ids in 'the-story from-memory': write 'the-story, from-memory'",
  ],
  [
    'a list of lessons in two columns',
    'course.yaml',
    '  - the-story',
    '- the-story',
    "course.yaml:33 error: an id has only lower-case letters, digits and hyphens, and 'the-story - from-memory' has something else: write an id",
  ],
  [
    'a language that is still to do',
    'course.yaml',
    'language: en',
    'language: TODO',
    "course.yaml:19 error: still to do: write 'language'",
  ],
])('in the example course, %s has one message', (_, file, from, to, message) => {
  expect(exampleWith(file, from, to)).toEqual([message]);
});

test('whatever happens to a line, no message has the words of the parser', () => {
  const sign = fc.constantFrom(...'[]{}"\'#:-&*!|>%@`,?\t '.split(''));
  fc.assert(
    fc.property(
      fc.constantFrom(...LINES),
      fc.nat(40),
      fc.array(sign, { maxLength: 3 }),
      fc.nat(3),
      ({ name, line, row, all }, at, signs, removed) => {
        const changed = line.slice(0, at) + signs.join('') + line.slice(at + removed);
        const { files, unread } = withLine(name, all, row, changed);
        for (const { message, rule } of lintCourse(files, unread).problems) {
          if (rule === 'yaml') expect(message.replace(/'.*'/g, '')).not.toMatch(PARSER_WORDS);
          expect(message).not.toMatch(/undefined|\[object/);
        }
      },
    ),
    { numRuns: 60 },
  );
});
