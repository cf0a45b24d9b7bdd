import { expect, test } from 'vitest';
import { type LintReport, lintCourse } from '../../../src/core/lint/lint-course.js';
import { readCourseFiles } from '../../../src/io/course/read-course-folder.js';
import { readYaml } from '../../../src/io/course/read-yaml.js';

const BASE = new URL('../../fixtures/courses/night-library', import.meta.url).pathname;
const { files } = readCourseFiles(BASE);

const text = (name: string): string =>
  JSON.stringify(files.find((file) => file.name === name)?.value);

/** Lints the course with a text replaced in one file. The files are JSON here, which is valid YAML. */
function reportWith(name: string, from: string, to: string): LintReport {
  const before = text(name);
  if (!before.includes(from)) throw new Error(`${name} has no ${from}`);
  const { file, problems } = readYaml(name, before.replaceAll(from, to));
  return lintCourse(
    files.map((other) => (other.name === name ? file : other)),
    problems,
  );
}

const ALWAYS = '"text":"That readers always pay"';
const PAY = '"text":"That readers pay"';

test('a waiver silences its rule on its item, and the report lists it with its reason', () => {
  const allow = '"skill":"limits","allow":[{"rule":"absolute-terms","why":"It is his word."}]';
  const before = text('by-heart.yaml').replace(PAY, ALWAYS).replace('"skill":"limits"', allow);
  const { file } = readYaml('by-heart.yaml', before);
  const report = lintCourse(files.map((other) => (other.name === file.name ? file : other)));
  expect(report.problems).toEqual([]);
  expect(report.waived).toMatchObject([
    { file: 'by-heart.yaml', rule: 'absolute-terms', why: 'It is his word.' },
  ]);
});

test('a waiver affects only its item', () => {
  const allow = '"passages":["p1"],"allow":[{"rule":"absolute-terms","why":"It is another step."}]';
  const { file } = readYaml(
    'the-quarrel.yaml',
    text('the-quarrel.yaml')
      .replace('"passages":["p1"]', allow)
      .replace('"text":"The mayor"', '"text":"The mayor, always"'),
  );
  const { problems, waived } = lintCourse(
    files.map((other) => (other.name === file.name ? file : other)),
  );
  expect(problems.map(({ rule }) => rule).sort()).toEqual(['absolute-terms', 'unused-waiver']);
  expect(waived).toEqual([]);
});

test('a problem that keeps a course from opening cannot be waived', () => {
  const { problems } = reportWith(
    'by-heart.yaml',
    '"skill":"limits"',
    '"skill":"limit","allow":[{"rule":"bad-value","why":"I like it."}]',
  );
  expect(problems.map(({ rule }) => rule).sort()).toEqual(['bad-value', 'unknown-rule']);
});

test('the message about an unknown rule suggests the nearest rule', () => {
  const { problems } = reportWith(
    'by-heart.yaml',
    '"skill":"limits"',
    '"skill":"limits","allow":[{"rule":"absolut-terms","why":"It is his word."}]',
  );
  expect(problems.map(({ message }) => message).join()).toContain("did you mean 'absolute-terms'?");
});

test('for another language the report names the skipped English rules', () => {
  const before = reportWith('by-heart.yaml', PAY, ALWAYS);
  expect(before.problems.map(({ rule }) => rule)).toEqual(['absolute-terms']);
  const { file } = readYaml('by-heart.yaml', text('by-heart.yaml').replace(PAY, ALWAYS));
  const german = readYaml(
    'course.yaml',
    text('course.yaml').replace('"language":"en"', '"language":"de"'),
  ).file;
  const report = lintCourse(
    files.map((other) => [file, german].find(({ name }) => name === other.name) ?? other),
  );
  expect(report.problems).toEqual([]);
  expect(report.skippedRules).toContain('absolute-terms');
  expect(report.skippedRules).not.toContain('key-length');
});

test.each([
  ['ja', '図書館は夜も開くと町長が言った。', '誰が言ったか？'],
  ['ar', 'قال رئيس البلدية إن المكتبة ستفتح ليلاً.', 'من قال ذلك؟'],
  ['el', 'Ο δήμαρχος είπε ότι η βιβλιοθήκη θα ανοίγει.', 'Ποιος το είπε;'],
  ['th', 'นายกเทศมนตรีกล่าวว่าห้องสมุดจะเปิด', 'ใครพูด'],
])('the rules for all languages find no fault in a text in %s', (language, sentence, stem) => {
  const replaced = files.map((one) => {
    const value = text(one.name)
      .replace('"language":"en"', `"language":"${language}"`)
      .replace('Ines Dahl wrote that night hours had never stood in the budget."}', `${sentence}"}`)
      .replace(
        '"stem":"On what condition would the library stay open at night?"',
        `"stem":"${stem}"`,
      )
      .replace(/"hedge":"[^"]*",?/, '');
    return readYaml(one.name, value).file;
  });
  expect(lintCourse(replaced).problems).toEqual([]);
});
