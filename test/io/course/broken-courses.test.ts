import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ITEM_RULES } from '../../../src/core/lint/all-rules.js';
import { COVERAGE_RULES } from '../../../src/core/lint/coverage.js';
import { type LintReport, lintCourse } from '../../../src/core/lint/lint-course.js';
import { hiddenCharacter } from '../../../src/core/text/sanitize.js';
import { readCourseFiles } from '../../../src/io/course/read-course-folder.js';
import { readYaml } from '../../../src/io/course/read-yaml.js';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const BASE = path.join(FIXTURES, 'courses/night-library');
const BROKEN = path.join(FIXTURES, 'broken');
const NAMES = readdirSync(BROKEN);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'on-the-record-broken-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Each folder of test/fixtures/broken has files that replace those of a course without problems. Its expected.txt lists
 * the problems: place, severity, rule and the beginning of the message.
 */
function reportOf(name: string): LintReport {
  cpSync(BASE, folder, { recursive: true });
  cpSync(path.join(BROKEN, name), folder, { recursive: true });
  const { files, unread } = readCourseFiles(folder);
  return lintCourse(files, unread);
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
  cpSync(BASE, folder, { recursive: true });
  const { files, unread } = readCourseFiles(folder);
  expect(lintCourse(files, unread).problems).toEqual([]);
});

describe.each(NAMES)('the broken course %s', (name) => {
  test('has exactly its expected problems, and their messages have no hidden characters', () => {
    const lines = linesOf(reportOf(name));
    const expected = expectedOf(name);
    expect(lines).toHaveLength(expected.length);
    expect(lines.map((line, i) => line.slice(0, expected[i]?.length))).toEqual(expected);
  });

  test('uses no character that cannot be seen', () => {
    for (const { message } of reportOf(name).problems) expect(hiddenCharacter(message)).toBe(-1);
  });
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
  'hidden-character',
  'yaml',
];

test('every rule has a broken course with its name', () => {
  const rules = [
    ...FORM,
    ...ITEM_RULES.map(({ id }) => id),
    ...COVERAGE_RULES,
    'one-source',
    'bot-longest',
    'unknown-rule',
    'unused-waiver',
  ];
  expect(rules.filter((rule) => !NAMES.includes(rule))).toEqual([]);
  for (const rule of rules) expect(expectedOf(rule).join()).toContain(`  ${rule}  `);
});

describe('the shipped course with one line changed', () => {
  const shipped = fileURLToPath(new URL('../../../lessons/claude-contract/', import.meta.url));
  const texts = readdirSync(shipped).map((name) => ({
    name,
    lines: readFileSync(path.join(shipped, name), 'utf8').split('\n'),
  }));
  const shippedFiles = readCourseFiles(shipped).files;

  test('has no hidden character in a message about an id with one', () => {
    const { name = '', lines = [] } = texts.find((text) => text.name === 'sources.yaml') ?? {};
    const text = lines.join('\n').replace('- id: amodei', '- id: "\\aamodei"');
    const { file, problems } = readYaml(name, text);
    const files = shippedFiles.map((other) => (other.name === name ? file : other));
    const messages = lintCourse(files, problems).problems.map(({ message }) => message);
    expect(messages.filter((message) => message.includes('there is no source'))).not.toEqual([]);
    expect(messages.filter((message) => hiddenCharacter(message) >= 0)).toEqual([]);
  });

  const change = fc.oneof(
    fc.constant((_: string): string[] => []),
    fc.constant((line: string): string[] => [line, line]),
    fc.string({ unit: 'binary' }).map((text) => (): string[] => [text]),
    fc.string({ unit: 'grapheme' }).map((text) => (line: string): string[] => [line + text]),
    fc.nat(12).map((by) => (line: string): string[] => [' '.repeat(by) + line.trimStart()]),
    fc
      .constantFrom('null', '[]', '{}', '3', 'true', '""', '*a', '&a', '!!x', '>-', 'no', '\u202e')
      .map((value) => (line: string): string[] => [line.replace(/:.*/, `: ${value}`)]),
  );

  test('never makes the linter throw, and all its messages are plain text', () => {
    fc.assert(
      fc.property(fc.nat(texts.length - 1), fc.nat(), change, (at, nth, changed) => {
        const { name, lines } = texts[at] ?? { name: '', lines: [] };
        const row = nth % lines.length;
        const text = lines.flatMap((line, i) => (i === row ? changed(line) : [line])).join('\n');
        const { file, problems } = readYaml(name, text);
        const files = shippedFiles.map((other) => (other.name === name ? file : other));
        for (const { message, line } of lintCourse(files, problems).problems) {
          expect(hiddenCharacter(message)).toBe(-1);
          expect(line).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
