import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runHere } from '../../support/in-process.js';
import { shippedCourse } from '../../support/shipped-course.js';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'on-the-record-check-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A folder with the course of test/fixtures/courses/night-library, changed by a folder of test/fixtures/broken. */
function course(broken?: string): string {
  const folder = path.join(root, broken ?? 'whole');
  cpSync(path.join(FIXTURES, 'courses/night-library'), folder, { recursive: true });
  if (broken) cpSync(path.join(FIXTURES, 'broken', broken), folder, { recursive: true });
  return folder;
}

const check = (...args: string[]) => runHere(['check', ...args]);

describe('check', () => {
  test('checks the current course without a path', async () => {
    expect((await check()).out).toContain('claude-contract: no problems');
    expect((await check('--course', course())).out).toContain('no problems');
  });

  test('prints file, line, column, severity, rule and message, and shows the line', async () => {
    const folder = course('unknown-field');
    const { code, out } = await check(folder);
    const [head = '', line = '', mark = ''] = out.split('\n');
    expect(code).toBe(1);
    expect(head).toBe(
      `${folder}/by-heart.yaml:13:5  error  unknown-field  there is no field 'hnt' here: did you mean 'hint'?`,
    );
    expect(line).toBe('    13 |     hnt: Think of who decides.');
    expect(mark.indexOf('^')).toBe(line.indexOf('hnt'));
    expect(out).toContain('1 error in 1 file');
  });

  test('fails on a warning only with --strict', async () => {
    const folder = course('vague-frequency');
    expect((await check(folder)).code).toBe(0);
    expect((await check(folder, '--strict')).code).toBe(1);
    expect((await check(folder)).out).toContain('1 warning in 1 file');
  });

  test('checks several courses in one run', async () => {
    const { code, out } = await check(course(), course('lost-words'), course('yes-no'));
    expect(code).toBe(1);
    expect(out).toContain('whole: no problems');
    expect(out).toContain('lost-words: 1 error in 1 file');
    expect(out).toContain('yes-no: 3 warnings in 1 file');
  });

  test('checks the other courses if one path is no course, and fails', async () => {
    const { code, out, err } = await check(path.join(root, 'nowhere'), course());
    expect(code).toBe(1);
    expect(out).toContain('whole: no problems');
    expect(err).toMatch(/^on-the-record: .*nowhere/);
  });

  test('prints JSON with the fields that programs rely on', async () => {
    const { code, out } = await check(course('bot-longest'), '--json');
    const { version, problems, waived, bots, ...rest } = JSON.parse(out);
    expect([code, version, rest]).toEqual([1, 1, {}]);
    expect(Object.keys(problems[0])).toEqual([
      'file',
      'line',
      'column',
      'severity',
      'rule',
      'message',
    ]);
    expect(waived[0]).toMatchObject({
      rule: 'key-length',
      why: 'This course shows what comes of it.',
    });
    expect(Object.keys(bots[0])).toEqual(['name', 'correct', 'of', 'chance', 'p']);
    expect(bots[0]).toMatchObject({ name: 'longest' });
  });

  test('lists and counts the rules that are broken on purpose', async () => {
    const { out } = await check(course('bot-longest'));
    expect(out).toMatch(/Broken on purpose: 12 of \d+ items/);
    expect(out).toContain('because: This course shows what comes of it.');
  });

  test('shows statistics of the checks', async () => {
    const { out } = await check('--balance');
    const { index } = shippedCourse();
    const count = index.lessons.reduce((sum, { checks }) => sum + checks.length, 0);
    expect(out).toContain(`The complete course: ${count} checks`);
    for (const { id } of index.lessons) expect(out).toContain(`Lesson ${id}`);
    expect(out).toMatch(/attribution +█/);
  });

  test('lists what is still to do in a course that learn does not open yet', async () => {
    const folder = course();
    const lesson = path.join(folder, 'by-heart.yaml');
    const text = readFileSync(lesson, 'utf8');
    writeFileSync(lesson, text.replace('key: council', 'key: TODO: pick one'));
    const { code, out } = await check(folder);
    expect(out.trimEnd().split('\n\n').slice(-2)).toEqual([
      'Some rules compare all parts of the course. They apply once the course has no errors.',
      `${folder}: 1 error in 1 file`,
    ]);
    expect([code, out.split('\n')[0]]).toEqual([
      1,
      `${lesson}:14:5  error  todo  still to do: pick one`,
    ]);
    const learned = await runHere(['learn', '--plain', '--course', folder]);
    expect([learned.code, learned.err]).toEqual([
      1,
      `on-the-record: ${folder} is not finished (1 TODO in its files): to see what to do, use check. To see what is done, use preview\n`,
    ]);
  });

  test('counts the lines that an author writes, in all files, for each check', async () => {
    const folder = course();
    const measure = async () => /To write: .*/.exec((await check(folder, '--balance')).out)?.[0];
    expect(await measure()).toBe(
      'To write: 104 lines without empty lines and comments, 52.0 for each check',
    );
    const file = path.join(folder, 'sources.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, `# A comment\n\n   \t\n  # and another\r\n${text}`);
    expect(await measure()).toMatch(/^To write: 104 lines/);
  });

  test('compares a course with the article', async () => {
    const article = path.join(root, 'story.txt');
    writeFileSync(article, 'The mayor said that the library would stay open at night.');
    const folder = course();
    const { code, out } = await check(folder, '--article', article);
    expect([code, out.split('\n')[0]]).toEqual([
      0,
      `${folder}/passages.yaml:7:9  warning  article-words  11 words in a row are also in the article (line 1): 'The mayor said that the library would stay open at night'. Say it in your own words`,
    ]);
    expect((await check(folder, '--article', article, '--strict')).code).toBe(1);
    expect(
      JSON.parse((await check(folder, '--article', article, '--json')).out).problems,
    ).toHaveLength(3);
  });

  test.each<[string, string | Buffer | undefined, string]>([
    ['no file', undefined, 'there is no file STORY: give the path of the story'],
    [
      '5 MB',
      'word '.repeat(1_000_000),
      'STORY is larger than 1 MB: give the text of one news story',
    ],
    [
      'no text',
      Buffer.from([0x50, 0x4b, 3, 4, 0, 0]),
      'STORY is not plain text: save the story as plain text',
    ],
    [
      'another encoding',
      Buffer.from('caf\xe9', 'latin1'),
      'STORY is not in UTF-8: save it as UTF-8',
    ],
    ['nothing', ' \n', 'STORY has no text: copy the story into it'],
  ])('rejects an article that is %s in one line', async (_, content, message) => {
    const story = path.join(root, 'story.txt');
    if (content !== undefined) writeFileSync(story, content);
    const { code, out, err } = await check(course(), '--article', story);
    expect([code, out, err]).toEqual([
      1,
      '',
      `on-the-record: ${message.replace('STORY', story)}\n`,
    ]);
  });

  test('rejects a folder as an article, and takes UTF-16 with its mark', async () => {
    expect((await check(course(), '--article', root)).err).toBe(
      `on-the-record: ${root} is a folder: give the path of a file\n`,
    );
    const story = path.join(root, 'utf-16.txt');
    writeFileSync(story, '\ufeffThe mayor said that the library would stay open.', 'utf16le');
    expect((await check(course(), '--article', story)).out).toContain('article-words');
  });

  test('rejects a path that is no course in one line, and exits with 1', async () => {
    const { code, out, err } = await check(path.join(root, 'nowhere'));
    expect([code, out]).toEqual([1, '']);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('never prints a control character of a file', async () => {
    const { out } = await check(
      course('escape-code'),
      course('bidi-control'),
      course('hidden-character'),
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test looks for them
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u200b\u202e]/);
  });
});

describe('check FILE', () => {
  /** A course with an error in one file, and another error in a second one. */
  function twoErrors(): string {
    const folder = course('colon-in-text');
    cpSync(path.join(FIXTURES, 'broken/lost-words/ledger.yaml'), path.join(folder, 'ledger.yaml'));
    return folder;
  }

  test('prints the problems of this file, and in one line how many errors the others have', async () => {
    const folder = twoErrors();
    const { code, out, err } = await check(path.join(folder, 'by-heart.yaml'));
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain(`${folder}/by-heart.yaml:24:27  error  yaml  `);
    expect(out).not.toContain('ledger.yaml');
    expect(out.trimEnd().split('\n\n').slice(-2)).toEqual([
      `Other files of the course have 1 error, so not every rule was applied here: on-the-record check ${folder}`,
      `${folder}/by-heart.yaml: 1 error`,
    ]);
  });

  test('exits by the problems of this file alone', async () => {
    const folder = twoErrors();
    const { code, out } = await check(path.join(folder, 'sources.yaml'));
    expect(code).toBe(0);
    expect(out).toContain('Other files of the course have 2 errors');
    expect(out).toContain('sources.yaml: nothing found yet\n');
  });

  test('loads the complete course, so that ids in other files are known', async () => {
    const file = path.join(course(), 'by-heart.yaml');
    expect(await check(file)).toMatchObject({ code: 0, out: `${file}: no problems\n` });
    const { code, out } = await check(path.join(course('vague-frequency'), 'by-heart.yaml'));
    expect([code, out.trimEnd().split('\n').at(-1)]).toEqual([
      0,
      expect.stringMatching(/by-heart\.yaml: 1 warning$/),
    ]);
  });

  test('fails on a warning of this file only with --strict', async () => {
    const folder = course('vague-frequency');
    expect((await check('--strict', path.join(folder, 'by-heart.yaml'))).code).toBe(1);
    expect((await check('--strict', path.join(folder, 'ledger.yaml'))).code).toBe(0);
  });

  test('prints JSON with the problems of this file, and the number of errors elsewhere', async () => {
    const folder = twoErrors();
    const { code, out } = await check('--json', path.join(folder, 'by-heart.yaml'));
    const { problems, elsewhere } = JSON.parse(out);
    expect(code).toBe(1);
    expect(problems.map(({ file, line }: { file: string; line: number }) => [file, line])).toEqual([
      [path.join(folder, 'by-heart.yaml'), 24],
    ]);
    expect(elsewhere).toBe(1);
  });

  test('counts the waivers of this file', async () => {
    const folder = course('bot-longest');
    const { out } = await check(path.join(folder, 'the-quarrel.yaml'));
    expect(out).toMatch(/^Broken on purpose: \d+$/m);
    expect(out).not.toContain('by-heart.yaml');
  });

  test('of a file that is not there, or not in a course, says so in one line', async () => {
    const missing = path.join(course(), 'nothing.yaml');
    expect((await check(missing)).err).toBe(
      `on-the-record: there is no file ${missing}: give the folder of a course, or one of its files\n`,
    );
    const alone = path.join(root, 'alone.yaml');
    writeFileSync(alone, 'id: alone\n');
    const { code, err } = await check(alone);
    expect(code).toBe(1);
    expect(err).toMatch(/^on-the-record: .*: there is no course\.yaml in this folder: .*\n$/);
  });
});
