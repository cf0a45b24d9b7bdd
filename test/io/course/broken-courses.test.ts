import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ITEM_RULES } from '../../../src/core/lint/all-rules.js';
import { COVERAGE_RULES } from '../../../src/core/lint/coverage.js';
import { type LintReport, lintCourse } from '../../../src/core/lint/lint-course.js';
import { MATERIAL_RULES } from '../../../src/core/lint/material/run-material-rules.js';
import { hiddenCharacter } from '../../../src/core/text/sanitize.js';
import { readCourseFiles } from '../../../src/io/course/read-course-folder.js';
import { readYaml } from '../../../src/io/course/read-yaml.js';
import { anyText } from '../../support/any-text.js';
import { NIGHT_LIBRARY, textsIn, withFiles } from '../../support/night-library.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const BROKEN = fileURLToPath(new URL('../../fixtures/broken', import.meta.url));
const NAMES = readdirSync(BROKEN);

const newFolder = temporaryFolders();

/** Courses with a file that is not text. Only the folder reader can report it. */
const NOT_TEXT = ['binary', 'not-utf-8'];

/**
 * Each folder of test/fixtures/broken has files that replace those of a course without problems. Its expected.txt lists
 * the problems: place, severity, rule and the beginning of the message.
 */
function reportOf(name: string): LintReport {
  const { files, unread } = filesOf(path.join(BROKEN, name), NOT_TEXT.includes(name));
  return lintCourse(files, unread);
}

function filesOf(changes: string, isOnDisk: boolean) {
  if (!isOnDisk) return withFiles(textsIn(changes));
  const folder = newFolder();
  for (const from of [NIGHT_LIBRARY, changes]) cpSync(from, folder, { recursive: true });
  return readCourseFiles(folder);
}

const linesOf = ({ problems }: LintReport): string[] =>
  problems.map(
    ({ file, line, column, severity, rule, message }) =>
      `${file}:${line}:${column}  ${severity}  ${rule}  ${message}`,
  );

const expectedOf = (name: string): string[] =>
  readFileSync(path.join(BROKEN, name, 'expected.txt'), 'utf8')
    .trimEnd()
    .split('\n');

test('the course below all broken courses has no problems', () => {
  expect(lintCourse(withFiles(new Map()).files).problems).toEqual([]);
});

describe.each(NAMES)('the broken course %s', (name) => {
  test('has exactly its expected problems, without hidden characters in their messages', () => {
    const report = reportOf(name);
    const lines = linesOf(report);
    const expected = expectedOf(name);
    expect(lines).toHaveLength(expected.length);
    expect(lines.map((line, i) => line.slice(0, expected[i]?.length))).toEqual(expected);
    for (const { message } of report.problems) expect(hiddenCharacter(message)).toBe(-1);
  });
});

/** Mistakes of authors. Their messages are expected to the last letter. */
const MISTAKES = [
  'bracket-in-braces',
  'check-among-choices',
  'colon-in-braces',
  'colon-in-text',
  'comma-in-braces',
  'comma-missing',
  'comma-missing-after-line',
  'curly-apostrophe',
  'curly-id',
  'curly-marks',
  'cut-text',
  'cut-text-long',
  'cut-text-whole',
  'dash-without-space',
  'duplicate-id',
  'empty-feedback',
  'field-twice',
  'file-renamed',
  'hash-in-braces',
  'hash-in-list',
  'id-in-brackets',
  'id-with-text',
  'id-without-brackets',
  'indented-more',
  'key-of-no-choice',
  'lesson-twice',
  'lesson-with-ending',
  'minutes-with-words',
  'misreading-of-no-kind',
  'missing-dash',
  'missing-dash-before-brace',
  'missing-dash-of-all',
  'missing-dash-of-first',
  'missing-feedback',
  'missing-list',
  'mistyped-field',
  'name-for-id',
  'no-colon',
  'no-space-after-colon',
  'not-indented',
  'number-as-text',
  'one-id-in-two-places',
  'open-brace',
  'open-bracket',
  'other-dash',
  'other-text-mark',
  'quote-in-braces',
  'quote-in-front',
  'quote-not-closed',
  'space-missing-in-braces',
  'space-missing-in-choice',
  'step-kind',
  'stray-line',
  'tab',
  'tabs-everywhere',
  'text-below-mark',
  'text-beside-mark',
  'two-mistakes',
  'when-without-basis',
  'yes-for-true',
];

test.each(MISTAKES)('the mistake %s has its complete message', (name) => {
  expect(linesOf(reportOf(name))).toEqual(expectedOf(name));
});

const FORM = [
  'unknown-field',
  'missing-field',
  'bad-value',
  'wrong-type',
  'duplicate-id',
  'reserved-id',
  'unknown-reference',
  'lost-words',
  'detail-value',
  'misreading',
  'exercise-why',
  'missing-file',
  'unlisted-file',
  'file-name',
  'lesson-id',
  'newer-format',
  'needs-format-2',
  'words',
  'overlap',
  'unread-sentence',
  'choice-kind',
  'closed-book',
  'double-heading',
  'empty-heading',
  'hidden-character',
  'cut-text',
  'step-kind',
  'yaml',
  'todo',
];

test('every rule has a broken course with its name', () => {
  const rules = [
    ...FORM,
    ...ITEM_RULES.map(({ id }) => id),
    ...MATERIAL_RULES.map(({ id }) => id),
    ...COVERAGE_RULES,
    'one-source',
    'curly-marks',
    'bot-longest',
    'unknown-rule',
    'unused-waiver',
  ];
  expect(rules.filter((rule) => !NAMES.includes(rule))).toEqual([]);
  for (const rule of rules) expect(expectedOf(rule).join()).toContain(`  ${rule}  `);
});

describe('a shipped course with one line changed', () => {
  const shipped = fileURLToPath(new URL('../../../lessons/swing-bridge/', import.meta.url));
  const texts = [...textsIn(shipped)].map(([name, text]) => ({ name, lines: text.split('\n') }));
  const shippedFiles = readCourseFiles(shipped).files;

  test('has no hidden character in a message about an id with one', () => {
    const { name = '', lines = [] } = texts.find((text) => text.name === 'sources.yaml') ?? {};
    const text = lines.join('\n').replace('{ id: council,', '{ id: "\\acouncil",');
    const { file, problems } = readYaml(name, text);
    const files = shippedFiles.map((other) => (other.name === name ? file : other));
    const messages = lintCourse(files, problems).problems.map(({ message }) => message);
    expect(messages.filter((message) => message.includes("write 'id: council'"))).not.toEqual([]);
    expect(messages.filter((message) => hiddenCharacter(message) >= 0)).toEqual([]);
  });

  const change = fc.oneof(
    fc.constant((_: string): string[] => []),
    fc.constant((line: string): string[] => [line, line]),
    anyText().map((text) => (): string[] => [text]),
    fc.string({ unit: 'grapheme' }).map((text) => (line: string): string[] => [line + text]),
    fc.nat(12).map((by) => (line: string): string[] => [' '.repeat(by) + line.trimStart()]),
    fc
      .constantFrom('null', '[]', '{}', '3', 'true', '""', '*a', '&a', '!!x', '>-', 'no', '\u202e')
      .map((value) => (line: string): string[] => [line.replace(/:.*/, `: ${value}`)]),
  );

  test('never makes the linter throw, and all its messages are plain text', () => {
    fc.assert(
      fc.property(fc.nat(texts.length - 1), fc.nat(), change, (nthFile, nthLine, changed) => {
        const { name, lines } = texts[nthFile] ?? { name: '', lines: [] };
        const row = nthLine % lines.length;
        const text = lines.flatMap((line, i) => (i === row ? changed(line) : [line])).join('\n');
        const { file, problems } = readYaml(name, text);
        const files = shippedFiles.map((other) => (other.name === name ? file : other));
        for (const { message, line } of lintCourse(files, problems).problems) {
          expect(hiddenCharacter(message)).toBe(-1);
          expect(line).toBeGreaterThan(0);
        }
      }),
      { numRuns: 30 }, // The stress part `files` has this form too, with other courses.
    );
  });
});
