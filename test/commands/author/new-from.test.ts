import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { finish } from '../../support/finished-draft.js';
import { runHere } from '../../support/in-process.js';

const STORY = fileURLToPath(new URL('../../fixtures/stories/one.txt', import.meta.url));

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'on-the-record-new-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('new --from', () => {
  const place = () => path.join(root, 'merger');

  const made = async (story: string = STORY) => {
    const printed = await runHere(['new', place(), '--from', story]);
    return { ...printed, place: place() };
  };

  test('says what was found, and what to do next', async () => {
    const { code, out, err } = await made();
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('with 15 paragraphs, 19 sentences, 10 sources, 19 claims.');
    expect(out.trimEnd().split('\n')).toHaveLength(5);
  });

  test('writes a course with nothing wrong but what is still to do', async () => {
    const { place: written } = await made();
    const { code, out } = await runHere(['check', '--json', '--article', STORY, written]);
    const rules = new Set(JSON.parse(out).problems.map(({ rule }: { rule: string }) => rule));
    expect([code, [...rules]]).toEqual([1, ['todo']]);
  });

  test('once all TODOs are written, check --strict passes and the lesson plays', async () => {
    const { place: written } = await made();
    finish(written);
    const checked = await runHere(['check', '--strict', written]);
    expect([checked.code, checked.out]).toEqual([0, expect.stringContaining('no problems')]);
    const args = ['learn', '1', '--plain', '--course', written, '--data-dir', root];
    const { code, out } = await runHere(args, { input: '\n1\n\n2\n'.repeat(20) });
    expect(code).toBe(0);
    expect(out).toContain('Who mentions the river?');
    expect(out).toContain('Where does the story mention a bell?');
    expect(out).toContain('Who says each of these?');
  });

  test.each([
    ['one who speaks most', `${'Ann Roe said it was late. '.repeat(9)}\n\nBo Obi denied it.`],
    [
      'headings',
      'Row\n\nAnn Roe said it was late. She left.\n\nThe letter\n\nBo Obi denied it. It rained.',
    ],
    [
      'one who does not answer',
      'The mayor did not respond. The bridge of the town is closed to cars. It rained.',
    ],
  ])('a finished course about %s passes check --strict, too', async (_, text) => {
    const { place: folder } = await made(written(text));
    finish(folder);
    const { out } = await runHere(['check', '--strict', folder]);
    expect(out).toContain('no problems');
  });

  test('quotes each sentence above its TODO, and says who speaks where the sentence does not', async () => {
    const { place: written } = await made();
    const passages = readFileSync(path.join(written, 'passages.yaml'), 'utf8');
    expect(passages).toContain(`      # p13s2: "What I cannot stomach is the silence.
      # Who says it: One teacher at Colby Hall (a guess)
      - id: p13s2
        text: "TODO: retell the sentence above"
`);
  });

  test('gives the actor of a demand that somebody else reports, and no source to silence', async () => {
    const { place: written } = await made(
      story(
        'The mayor, Ann Roe, did not respond to questions. A clerk said on Monday that the union had refused to talk.',
        'He added that it was late.',
      ),
    );
    const ledger = readFileSync(path.join(written, 'ledger.yaml'), 'utf8');
    expect(
      ledger,
    ).toContain(`    # The actor says nothing here. The story says that the actor did not comment: the story is the source.
    source: story # a guess
    actor: "Ann Roe" # a guess
    kind: no-comment # a guess, from "did not respond"`);
    expect(ledger).toContain(`    source: clerk # a guess
    actor: "The union" # a guess
    kind: refusal # a guess, from "refused"
    content: "TODO: According to a clerk, the union refused …"`);
  });

  const story = (...paragraphs: readonly string[]): string => written(paragraphs.join('\n\n'));

  const written = (content: string | Buffer): string => {
    const file = path.join(root, 'story.txt');
    writeFileSync(file, content);
    return file;
  };

  const ENGLISH =
    'The mayor said that she would leave. The council said that it had heard of this.';

  test.each<readonly [string, () => string, string]>([
    ['no file', () => path.join(root, 'none.txt'), 'there is no file'],
    ['a folder', () => root, 'is a folder: give the path of a file'],
    ['an empty file', () => written(' \n\n'), 'has no text: copy the story into it'],
    [
      'one sentence',
      () => written('The mayor said that she would leave.'),
      'has only one sentence',
    ],
    ['a few words', () => written('Just one line.'), 'has only one sentence'],
    [
      '5 MB',
      () => written(ENGLISH.repeat(65_000)),
      'is larger than 1 MB: give the text of one news story',
    ],
    [
      'more sentences than a course can begin with',
      () => written('The mayor said it was late. '.repeat(401)),
      'has 401 sentences, and a course can begin with 400 at most: give a part of the story',
    ],
    [
      'more statements than a course can begin with',
      () =>
        written('Ann Roe said it was late, Bo Lee denied it and Cy Dunn warned him. '.repeat(150)),
      'reports 450 statements, and a course can begin with 400 at most: give a part of the story',
    ],
    [
      'a sentence without an end',
      () => written(`${ENGLISH}\n\n${'He said that the mayor of the town, '.repeat(100)}`),
      'has a sentence of 3599 characters in paragraph 2, and at most 3000 can be read: end each sentence with a full stop',
    ],
    [
      'escape codes',
      () => written(`${ENGLISH}\n\u001b[31mRed`),
      'has a control character in line 2',
    ],
    [
      'UTF-16',
      () => written(Buffer.from(`\ufeff${ENGLISH}`, 'utf16le')),
      'is in UTF-16: save it as UTF-8',
    ],
    [
      'Latin-1',
      () => written(Buffer.from(`${ENGLISH} Café.`, 'latin1')),
      'is not in UTF-8: save it as UTF-8',
    ],
    ['a picture', () => written(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1])), 'is not plain text'],
    [
      'German',
      () =>
        written(
          'Die Bürgermeisterin sagte, sie gehe. Der Rat sagte am Montag, er wisse davon nichts.',
        ),
      'does not look like English',
    ],
    [
      'nobody who speaks',
      () => written('The bridge of the town was closed. It is to open in May for the fair.'),
      'names no speaker that the program can find',
    ],
  ])('with %s prints one line, and writes nothing', async (_, file, message) => {
    const { code, out, err } = await made(file());
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^on-the-record: [^\n]+\n$/);
    expect(err).toContain(message);
    expect(existsSync(place())).toBe(false);
  });

  test.skipIf(process.platform === 'win32')('does not wait for a pipe', async () => {
    const pipe = path.join(root, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const { code, err } = await made(pipe);
    expect([code, err]).toEqual([1, expect.stringContaining('is a device or a pipe')]);
  });

  test('changes nothing in a folder that is not empty', async () => {
    mkdirSync(place());
    writeFileSync(path.join(place(), 'mine.txt'), 'mine');
    const { code, err } = await made();
    expect([code, err]).toEqual([1, expect.stringContaining('this folder is not empty')]);
    expect(existsSync(path.join(place(), 'course.yaml'))).toBe(false);
  });
});
