import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { filledIn } from '../../support/filled-sheet.js';
import { runHere } from '../../support/in-process.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const COURSE = fileURLToPath(new URL('../../fixtures/courses/kinds', import.meta.url));

const newFolder = temporaryFolders();

/** A copy of a course that a test may change. */
function courseCopy(): string {
  const folder = path.join(newFolder(), 'course');
  cpSync(COURSE, folder, { recursive: true });
  return folder;
}

const check = (...args: readonly string[]) => runHere(['check', ...args]);

async function sheetsOf(course: string, ...args: readonly string[]): Promise<string> {
  const place = path.join(newFolder(), 'sheets');
  expect(await check(course, '--sheet', place, ...args)).toMatchObject({ code: 0, err: '' });
  return place;
}

/** Fills in a sheet, as a file next to it. */
function fill(place: string, number: number, reader: string, answers: readonly string[]): string {
  const text = readFileSync(path.join(place, `sheet-${number}.txt`), 'utf8');
  const file = path.join(place, `${reader}.txt`);
  writeFileSync(file, filledIn(text, answers));
  return file;
}

describe('check --sheet', () => {
  test('writes as few sheets as it finds, and says what is on them and what is left out', async () => {
    const place = path.join(newFolder(), 'sheets');
    const answers = path.join(place, '..', 'answers');
    const { code, out, err } = await check(COURSE, '--sheet', place);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')).toEqual([
      `Written to ${place}: 9 questions on 2 sheets, 4 to 5 on each. The seed is "sheet".`,
      '  sheet-1.txt, sheet-2.txt',
      'Left out: 2 questions with choices in the text: the-stop/whose-view and the-stop/unnamed-source',
      `Readers write their answers into copies of these files. Put the filled copies into a new folder, such as ${answers}.`,
      'To count the answers:',
      `on-the-record check ${COURSE} --answers ${answers}`,
      '',
    ]);
    expect(readdirSync(place)).toEqual(['sheet-1.txt', 'sheet-2.txt']);
    const text = readFileSync(path.join(place, 'sheet-1.txt'), 'utf8');
    expect(text).toMatch(/^Sheet 1 of 2: 4 questions, kinds [0-9a-f]{8}, seed "sheet"\n/);
  });

  test('writes as many sheets as --groups says, in the order that --seed decides', async () => {
    const texts = async (...args: string[]) => {
      const place = await sheetsOf(COURSE, ...args);
      return readdirSync(place).map((name) => readFileSync(path.join(place, name), 'utf8'));
    };
    const three = await texts('--groups', '3', '--seed', 'a');
    expect(three).toHaveLength(3);
    expect(await texts('--groups', '3', '--seed', 'a')).toEqual(three);
    expect(await texts('--groups', '3', '--seed', 'b')).not.toEqual(three);
  });

  test('writes nothing into a folder that is not empty', async () => {
    const place = await sheetsOf(COURSE);
    writeFileSync(path.join(place, 'sheet-1.txt'), 'mine');
    const { code, out, err } = await check(COURSE, '--sheet', place);
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(
      `on-the-record: nothing was written to ${place}: this folder is not empty; name a new folder\n`,
    );
    expect(readFileSync(path.join(place, 'sheet-1.txt'), 'utf8')).toBe('mine');
  });

  test.each([
    [
      ['--groups', '1'],
      1,
      /--groups 1 is too few: give 2 or more, so that no two questions of a sheet share a claim or a sentence/,
    ],
    [
      ['--groups', '5'],
      1,
      /--groups 5 is too many: give 4 or fewer, so that each sheet has a question or a board/,
    ],
    [['--groups', '0'], 2, /--groups must be a whole number of 1 or more, not '0'/],
    [['--groups', 'x\u001b[2J'], 2, /--groups must be a whole number of 1 or more, not 'x'/],
    [['--json'], 2, /'--sheet <dir>' cannot be used with option '--json'/],
    [['--answers', 'a.txt'], 2, /'--sheet <dir>' cannot be used with option '--answers <file...>'/],
    [['--strict'], 2, /'--sheet <dir>' cannot be used with option '--strict'/],
  ])('and %j is refused in one line', async (args, code, message) => {
    const place = path.join(newFolder(), 'sheets');
    const printed = await check(COURSE, '--sheet', place, ...args);
    expect(printed).toMatchObject({ code, out: '' });
    expect(printed.err).toMatch(message);
    expect(printed.err.split('\n')).toHaveLength(2);
    expect(readdirSync(path.dirname(place))).toEqual([]);
  });

  test('and its options are refused with several courses, without a folder, or alone', async () => {
    const place = path.join(newFolder(), 'sheets');
    expect(await check(COURSE, 'swing-bridge', '--sheet', place)).toMatchObject({
      code: 2,
      err: 'on-the-record: --sheet takes one course, not 2\n',
    });
    expect(await check('--sheet', '')).toMatchObject({ code: 1 });
    expect(await check('--groups', '2')).toMatchObject({
      code: 2,
      err: 'on-the-record: --groups needs --sheet and a folder\n',
    });
  });

  test('names the first problem of a course with errors, and writes nothing', async () => {
    const course = courseCopy();
    writeFileSync(path.join(course, 'ledger.yaml'), 'claims: [');
    const place = path.join(newFolder(), 'sheets');
    const { code, err } = await check(course, '--sheet', place);
    expect([code, err.startsWith('on-the-record: ledger.yaml')]).toEqual([1, true]);
    expect(readdirSync(path.dirname(place))).toEqual([]);
  });
});

test('check --sheet refuses a course with values that are still to do, in one line', async () => {
  const course = courseCopy();
  const lesson = path.join(course, 'the-stop.yaml');
  const before = readFileSync(lesson, 'utf8');
  writeFileSync(lesson, before.replace(/stem: .*/, 'stem: TODO ask who says it'));
  const place = path.join(newFolder(), 'sheets');
  const { code, out, err } = await check(course, '--sheet', place);
  expect([code, out]).toEqual([1, '']);
  expect(err).toBe(`on-the-record: 1 value is still to do: for a list, use check ${course}\n`);
  expect(existsSync(place)).toBe(false);
});

describe('check --answers', () => {
  /** The report without the folder of the sheets, and with one blank for each run of blanks. */
  const linesOf = (out: string, place: string): string[] =>
    out
      .replaceAll(`${path.relative('.', place)}${path.sep}`, '')
      .replaceAll(/(?<=\S) +/g, ' ')
      .split('\n');

  test('counts the answers of all files, and names those that it leaves out', async () => {
    const place = await sheetsOf(COURSE);
    fill(place, 1, 'anna', ['A', 'B', 'C', 'D']);
    fill(place, 1, 'ben', ['a', '', 'A or B', 'D']);
    writeFileSync(path.join(place, 'notes.txt'), 'Anna was quick.');
    const { code, out, err } = await check(COURSE, '--answers', place);
    expect([code, err]).toEqual([0, '']);
    expect(linesOf(out, place)).toEqual([
      'Answered without the story: The night bus',
      '',
      'Readers right by chance',
      '  anna.txt 1 of 4 1.0',
      '  ben.txt 0 of 2 0.5',
      '  All 1 of 6 1.5',
      '',
      'p = 0.82: the probability of 1 or more right answers of 6 if each answer is a separate guess.',
      'Guessing alone can explain this result.',
      'If readers share a reason for an answer, the true p is higher.',
      '',
      'Right for every reader: 1 of 4 questions. Guesses would give about 0.6.',
      '    1 reader the-stop/step-contract The council: an end to the bus contract',
      '',
      'Each question right by chance',
      '  the-stop/step-contract 1 of 1 0.3',
      '  the-stop/step-stop 0 of 2 0.5',
      '  the-stop/step-road 0 of 1 0.3',
      '  the-stop/step-bus 0 of 2 0.5',
      '',
      'To look at',
      '  ben.txt: no answer to question 2',
      '  ben.txt: not one of the letters: question 3 "A or B"',
      '',
      'Left out',
      '  notes.txt is not a sheet, or its first line is damaged',
      '  sheet-1.txt has no answers',
      '  sheet-2.txt has no answers',
      '',
    ]);
  });

  test('says when guessing hardly explains the answers', async () => {
    const place = await sheetsOf(COURSE);
    const anna = fill(place, 1, 'anna', ['C', 'B', 'D', 'A']);
    const { code, out } = await check(COURSE, '--answers', anna);
    expect(code).toBe(0);
    expect(out).toContain('p = 0.0039: the probability of 4 or more right answers of 4');
    expect(out).toContain('some questions can be answered without the story');
  });

  test('prints JSON with the fields that programs rely on', async () => {
    const place = await sheetsOf(COURSE);
    const files = [fill(place, 1, 'anna', ['A', 'B', '', 'E']), fill(place, 2, 'ben', ['A'])];
    const { code, out } = await check(COURSE, '--answers', ...files, '--json');
    const { readers, questions, ...rest } = JSON.parse(out);
    expect([code, rest]).toEqual([
      0,
      {
        version: 1,
        course: { id: 'kinds', title: 'The night bus' },
        ...{ right: 1, answered: 3, chance: 0.25 + 0.25 + 1 / 3, p: expect.any(Number) },
        everyReader: [{ lesson: 'the-stop', check: 'step-contract', readers: 1 }],
        everyReaderByChance: 0.25 + 0.25 + 1 / 3,
        leftOut: [],
      },
    ]);
    expect(readers[0]).toEqual({
      file: path.relative('.', files[0] ?? ''),
      sheet: 1,
      ...{ right: 1, answered: 2, chance: 0.5 },
      blank: [3],
      unclear: [{ number: 4, written: 'E' }],
      unknown: [],
      missing: 0,
      courseChanged: false,
    });
    expect(questions[0]).toEqual({
      lesson: 'the-stop',
      check: 'step-stop',
      ...{ right: 0, answered: 1, chance: 0.25 },
    });
  });

  test('says that the course has changed since, and which questions are left out', async () => {
    const course = courseCopy();
    const place = await sheetsOf(course);
    const anna = fill(place, 2, 'anna', ['A', 'A', 'A', 'A', 'A']);
    const lesson = path.join(course, 'the-lamps.yaml');
    const before = readFileSync(lesson, 'utf8');
    writeFileSync(
      lesson,
      before.replace('Nobody asked the drivers', 'Nobody had asked the drivers'),
    );
    expect(readFileSync(lesson, 'utf8')).not.toBe(before);
    const { code, out } = await check(course, '--answers', anna);
    expect(code).toBe(0);
    expect(out).toContain(
      'anna.txt: the course has changed since the sheet was written. Not in the course now, and left out: question 2 "Nobody asked the drivers about the lamps."',
    );
    expect(out).toContain('of 4');
  });

  test('fails if no sheet can be counted, and says of which course they are', async () => {
    const place = await sheetsOf(COURSE);
    const anna = fill(place, 1, 'anna', ['A', 'B', 'C', 'D']);
    const { code, out } = await check('swing-bridge', '--answers', anna);
    expect(code).toBe(1);
    expect(linesOf(out, place)).toEqual([
      'Answered without the story: The swing bridge of Kettlehaven',
      '',
      'No sheet could be counted.',
      '',
      'Left out',
      "  anna.txt is a sheet of the course 'kinds': name that course before --answers",
      '',
    ]);
  });

  test('fails and gives no p if no answer can be counted, and says why', async () => {
    const place = await sheetsOf(COURSE);
    const anna = fill(place, 1, 'anna', ['A or B', 'A or B', '', '?']);
    const { code, out } = await check(COURSE, '--answers', anna);
    expect([code, linesOf(out, place)]).toEqual([
      1,
      [
        'Answered without the story: The night bus',
        '',
        'No answer could be counted.',
        '',
        'To look at',
        '  anna.txt: no answer to question 3',
        '  anna.txt: not one of the letters: questions 1 "A or B", 2 "A or B" and 4 "?"',
        '',
      ],
    ]);
    const asJson = await check(COURSE, '--answers', anna, '--json');
    expect([asJson.code, JSON.parse(asJson.out)]).toMatchObject([1, { answered: 0, p: null }]);
  });

  test('names files of one sheet with the same answers, and skips copies of an editor in a folder', async () => {
    const place = await sheetsOf(COURSE);
    const anna = fill(place, 1, 'anna', ['A', 'B', 'C', 'D']);
    for (const name of ['copy.txt', 'anna.txt~', 'anna.txt.bak'])
      copyFileSync(anna, path.join(place, name));
    fill(place, 1, 'ben', ['A', 'B', 'C', 'C']);
    const { out } = await check(COURSE, '--answers', place);
    expect(
      linesOf(out, place).filter((line) => /^ {2}\w+\.txt .* of 4 |the same answers/.test(line)),
    ).toEqual([
      '  anna.txt 1 of 4 1.0',
      '  ben.txt 1 of 4 1.0',
      '  copy.txt 1 of 4 1.0',
      '  anna.txt and copy.txt: the same answers to sheet 1. If one is a copy, remove it',
    ]);
    expect(out).not.toMatch(/~|bak/);
    const named = await check(COURSE, '--answers', `${anna}~`);
    expect(named.out).toContain('1 of 4');
  });

  test('names what is wrong with a file in words for sheets', async () => {
    const place = await sheetsOf(COURSE);
    writeFileSync(path.join(place, 'big.txt'), '');
    truncateSync(path.join(place, 'big.txt'), 2_000_000);
    const { out } = await check(COURSE, '--answers', place);
    expect(out).toContain('big.txt is too large for a sheet and was not read: 2000000 bytes');
  });

  test.each([
    [
      ['no-such-file.txt'],
      1,
      /there is nothing at .*no-such-file\.txt: give a sheet with answers, or a folder of them/,
    ],
    [['a.txt', '--bots'], 2, /'--answers <file...>' cannot be used with option '--bots'/],
    [['a.txt', '--groups', '2'], 2, /--groups needs --sheet and a folder/],
    [[], 2, /'--answers <file...>' argument missing/],
  ])('%j is refused in one line', async (args, code, message) => {
    const printed = await check(COURSE, '--answers', ...args);
    expect(printed).toMatchObject({ code, out: '' });
    expect(printed.err).toMatch(message);
    expect(printed.err.split('\n')).toHaveLength(2);
  });
});
