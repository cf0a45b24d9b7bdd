import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/commands/errors.js';
import { type RoomOptions, roomFromOptions } from '../../../src/commands/workshop/room-options.js';
import { orderedChoices } from '../../../src/core/choice-order.js';
import { exerciseChecks } from '../../../src/core/room/exercise.js';
import { makeRoomCode, readRoomCode } from '../../../src/core/room/room-code.js';
import { plainText } from '../../../src/core/text/sanitize.js';
import { changePart } from '../../support/course-pack.js';
import { type Printed, runHere } from '../../support/in-process.js';
import { shippedCourse } from '../../support/shipped-course.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const PROGRAM = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
const temporaryFolder = temporaryFolders();
const course = shippedCourse();
const CHECKS = exerciseChecks([course.lesson('denied')]).map(({ check }) => check);

/** @param clock how far the computer's clock is ahead, in milliseconds */
const run = (cwd: string, args: readonly string[], input = '', clock = 0): Promise<Printed> =>
  runHere(args, { cwd, input, clock, env: { ON_THE_RECORD_HOME: path.join(cwd, 'home') } });

const newCode = (options: RoomOptions = {}): string =>
  makeRoomCode(course, roomFromOptions(course, { lesson: ['denied'], ...options }), 7);

const codeIn = (out: string): string => /^Code: (\S+)$/m.exec(out)?.[1] ?? '';

/** The log of the only exercise. */
function logIn(folder: string): string {
  const workshops = path.join(folder, 'home', 'workshops', 'claude-contract');
  const [attempt = ''] = readdirSync(workshops);
  return path.join(workshops, attempt, 'answers-1.jsonl');
}

const resultsIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.startsWith('result-'));

describe('workshop code', () => {
  test('says that certainty is only in the files, if the room asks for it', async () => {
    const code = ['workshop', 'code', '--lesson', 'denied'];
    const files = "Collect the files: a hand-in code doesn't say how sure people were.";
    expect((await run(temporaryFolder(), [...code, '--certainty'])).out).toContain(files);
    expect((await run(temporaryFolder(), code)).out).not.toContain('Collect the files');
  });

  test('prints a code for the options given, in large letters and as text', async () => {
    const { out, code } = await run(temporaryFolder(), [
      'workshop',
      'code',
      '--lesson',
      '2,denied',
      '--minutes',
      '20',
      '--feedback',
      'later',
    ]);
    expect(code).toBe(0);
    expect(readRoomCode(course, codeIn(out), 0)).toMatchObject({
      lessons: ['two-voices', 'denied'],
      minutes: 20,
      feedback: 'later',
    });
    expect(out.match(/█/g)?.length).toBeGreaterThan(50);
  });

  test('prints only text with --plain', async () => {
    const { out } = await run(temporaryFolder(), ['workshop', 'code', '--plain']);
    expect(out).not.toContain('█');
    expect(readRoomCode(course, codeIn(out), 0)).toMatchObject({ minutes: 0, feedback: 'now' });
  });

  test.each([{ minutes: '0' }, { minutes: '256' }, { minutes: 'ten' }, { lesson: ['nowhere'] }])(
    'rejects %j',
    (options) => {
      expect(() => roomFromOptions(course, options)).toThrow(UsageError);
    },
  );

  test.each([[['--minutes', '256']], [['--feedback', 'never']]])(
    'rejects %j in one line',
    async (args) => {
      const { code, out, err } = await run(temporaryFolder(), ['workshop', 'code', ...args]);
      expect([code, out]).toEqual([2, '']);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
    },
  );
});

describe('workshop join in lines', () => {
  /** Begins, then continues or answers every question with its first choice. */
  const ANSWER_ALL = `${['1', ...Array(30).fill('1')].join('\n')}\n`;

  test('goes from the first page to handing in', async () => {
    const folder = temporaryFolder();
    const { out } = await run(folder, ['workshop', 'join', newCode(), '--name', 'Ada'], ANSWER_ALL);
    const [file = ''] = resultsIn(folder);
    const result = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
    expect(result.answers).toHaveLength(CHECKS.length);
    const firsts = CHECKS.map((check) => orderedChoices(check, result.code)[0]?.id);
    expect(result.answers.map(({ choice }: { choice: string }) => choice)).toEqual(firsts);
    expect(out).toContain(`Hand-in code: ${result.handInCode}`);
    expect(out).toContain(file);
    expect(plainText(out.replaceAll('\n', ' '))).toBe(out.replaceAll('\n', ' '));
  });

  test('continues an exercise if any one line of its log is damaged, and says so', async () => {
    const folder = temporaryFolder();
    const join = ['workshop', 'join', newCode(), '--name', 'Ada'];
    await run(folder, join, '1\n');
    const log = logIn(folder);
    const lines = readFileSync(log, 'utf8').split('\n');
    const places = [...lines.keys()].filter((n) => lines[n]?.includes('"join"'));
    expect(places).toHaveLength(2);
    for (const place of places) {
      rmSync(path.join(path.dirname(log), 'fold.json'), { force: true }); // it would know the damage
      writeFileSync(log, lines.map((line, n) => (n === place ? `x${line}` : line)).join('\n'));
      const { out } = await run(folder, join, 'q\n');
      expect(out).toContain('You take part as Ada.');
      expect(out.replaceAll(/\s+/g, ' ')).toContain('1 line of');
    }
    writeFileSync(log, lines.map((line) => line.replace('"join"', '"joim"')).join('\n'));
    expect((await run(folder, join, 'q\n')).err).toContain('2 lines of');
  });

  test('says where the result is only if there is one, and what was not saved', async () => {
    const folder = temporaryFolder();
    const join = ['workshop', 'join', newCode(), '--name', 'Ada'];
    await run(folder, join, '1\n');
    const [result = ''] = resultsIn(folder);
    const places = [path.join(folder, result), path.join(path.dirname(logIn(folder)), result)];
    // The result goes to the second folder if it cannot be written to the first.
    for (const place of places) {
      rmSync(place, { force: true });
      mkdirSync(path.join(place, 'in the way'), { recursive: true });
    }
    const { out } = await run(folder, join, '1\n1\n');
    const text = out.replaceAll(/\s+/g, ' ');
    expect(text).toContain(`${places[1]} is a folder`);
    expect(text).toContain('The result could not be saved.');
    expect(text).not.toContain('Result: ');
    expect(text).not.toContain('Your answers are in');
    rmSync(places[0] ?? '', { recursive: true });
    expect((await run(folder, join, '1\nq\n')).out).toContain(`Result: ${places[0]}`);
  });

  test('has the settings that the program has now, also when it goes on', async () => {
    const folder = temporaryFolder();
    const join = ['workshop', 'join', newCode(), '--name', 'Ada'];
    const pages = async (input: string) => (await run(folder, join, input)).out.split('Result:')[0];
    expect(await pages('1\nq\n')).toContain(' · ');
    for (const value of ['on', 'off']) {
      await run(folder, ['settings', 'ascii', value]);
      const log = logIn(folder);
      expect(/ · /.test((await pages('1\nq\n')) ?? '')).toBe(value === 'off');
      await pages('q\n');
      const kept = readFileSync(log, 'utf8').match(/"key":"ascii"/g);
      expect(kept).toHaveLength(value === 'on' ? 1 : 2);
    }
  });

  test('shows a command that continues the exercise', async () => {
    const folder = temporaryFolder();
    const word = ['workshop', 'join', 'blue', 'heron', '--lesson', 'denied', '--minutes', '20'];
    const { out } = await run(folder, [...word, '--name', "O'Neil & Ko"], '1\n');
    const typed = /To continue:\n(.*)$/m.exec(out)?.[1] ?? '';
    const again = typed.replace(/^(npx )?on-the-record/, `"${process.execPath}" "${PROGRAM}"`);
    const { stdout } = spawnSync('sh', ['-c', again], {
      cwd: folder,
      encoding: 'utf8',
      input: 'q\n',
      env: { ...process.env, ON_THE_RECORD_HOME: path.join(folder, 'home') },
    });
    const { length } = shippedCourse().lesson('denied').checks;
    expect(stdout).toContain(`0 of ${length} questions answered`);
    expect(stdout).toContain("O'Neil & Ko");
    expect(resultsIn(folder)).toHaveLength(1);
  });

  test('shows no control character of a changed log file', async () => {
    const folder = temporaryFolder();
    const code = newCode();
    await run(folder, ['workshop', 'join', code, '--name', 'Ada'], '1\n');
    const log = logIn(folder);
    const before = readFileSync(log, 'utf8').replaceAll(/"sum":"\w+",/g, '');
    writeFileSync(
      log,
      before.replaceAll('"Ada"', '"Ada\\u001b[31m"').replaceAll('"named":true', '"named":false'),
    );
    const named = await run(folder, ['workshop', 'join', code], 'q\n');
    expect(named.out).toContain('You take part as Ada');
    expect(named.out).not.toContain('\u001b');
    writeFileSync(log, before.replaceAll('["denied"]', '["gone"]'));
    expect((await run(folder, ['workshop', 'join', code, '--name', 'Ada'], 'q\n')).code).toBe(0);
  });

  test('changes the time limit when a new limit is given', async () => {
    const folder = temporaryFolder();
    const code = newCode({ minutes: '20' });
    await run(folder, ['workshop', 'join', code, '--name', 'Ada'], '1\n');
    const { out } = await run(folder, [
      'workshop',
      'join',
      code,
      '--name',
      'Ada',
      '--minutes',
      '40',
    ]);
    expect(out).toContain('40 min left');
    // The limit stays when the next command does not mention it.
    const again = await run(folder, ['workshop', 'join', code, '--name', 'Ada']);
    expect(again.out).toContain('40 min left');
  });

  test.each([
    ['an hour behind', -3_600_000],
    ['56 years behind', -56 * 365 * 86_400_000],
    ['an hour ahead', 3_600_000],
    ['five years ahead', 5 * 365 * 86_400_000],
  ])('continues with the same time if the clock was %s and is corrected', async (_, clock) => {
    const folder = temporaryFolder();
    const join = ['workshop', 'join', newCode({ minutes: '20' }), '--name', 'Ada'];
    expect((await run(folder, join, '1\n1\nq\n', clock)).out).toContain('20 min left');
    for (const corrected of [0, -clock]) {
      const { out } = await run(folder, join, '', corrected);
      expect(out).toMatch(/(20|19) min left/);
      expect(out).not.toContain('The time is over');
    }
  });

  test('takes the time of closed windows off the limit, and starts the limit again with --minutes', async () => {
    const folder = temporaryFolder();
    const join = ['workshop', 'join', newCode({ minutes: '20' }), '--name', 'Ada'];
    const minutes = async (...more: string[]): Promise<string> =>
      /(\d+) min left/.exec((await run(folder, [...join, ...more])).out)?.[1] ?? 'no time';
    await run(folder, join, '1\n1\nq\n');
    moveIntoPast(folder, 15.5);
    expect(await minutes()).toBe('5');
    expect(await minutes('--minutes', '10')).toBe('10');
    moveIntoPast(folder, 6.5);
    expect(await minutes()).toBe('4');
    expect(await minutes('--minutes', '10')).toBe('10');
    expect((await run(folder, [...join, '--minutes', '10'])).out).not.toMatch(
      /To continue: .*--minutes/,
    );
    moveIntoPast(folder, 10.5);
    expect((await run(folder, join, '1\n')).out).toContain('Your answers are handed in');
  });

  test('does not continue the exercise of another person under a new name', async () => {
    const folder = temporaryFolder();
    const code = newCode();
    await run(folder, ['workshop', 'join', code, '--name', 'Bob'], '1\n');
    const { code: exit, err } = await run(folder, ['workshop', 'join', code]);
    expect(exit).toBe(1);
    expect(err).toContain('(Bob): to continue, add --name with that name');
  });

  test('writes no score into the result file if feedback comes later', async () => {
    const folder = temporaryFolder();
    const code = newCode({ feedback: 'later' });
    await run(folder, ['workshop', 'join', code, '--name', 'Ada'], '1\n1\n1\n1\n');
    const [file = ''] = resultsIn(folder);
    const before = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
    expect(before.answers.length).toBeGreaterThan(0);
    expect(before).not.toHaveProperty('score');
  });

  test('rejects a name without visible characters, and the code of another course', async () => {
    const folder = temporaryFolder();
    const code = newCode();
    expect((await run(folder, ['workshop', 'join', code, '--name', ' – '])).code).toBe(2);
    const other = await run(folder, ['workshop', 'join', code, '--course', 'swing-bridge']);
    expect(other.code).toBe(2);
    expect(other.err).toContain('another course');
  });
});

/** Moves the only exercise in a folder into the past, as if its windows had been closed so long. */
function moveIntoPast(folder: string, minutes: number): void {
  const workshops = path.join(folder, 'home', 'workshops', 'claude-contract');
  const log = path.join(workshops, readdirSync(workshops)[0] ?? '', 'answers-1.jsonl');
  const lines = readFileSync(log, 'utf8').split('\n').filter(Boolean);
  // A line of a later version may have a checksum, which would not fit any more.
  const entries = lines.map((line) => ({ ...JSON.parse(line), sum: undefined }));
  const moved = entries.map((entry) => ({ ...entry, t: entry.t - minutes * 60_000 }));
  writeFileSync(log, moved.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
}

describe('workshop handout', () => {
  test('has every question with its choices in the order on screen, without the answers', async () => {
    const folder = temporaryFolder();
    const code = newCode();
    const { out } = await run(folder, ['workshop', 'handout', '--code', code]);
    const room = readRoomCode(course, code, 0);
    for (const check of CHECKS) {
      const order = orderedChoices(check, 'code' in room ? room.code : '').map(({ text }) => text);
      const part = out.slice(out.indexOf(check.stem.slice(0, 30)));
      const places = order.map((text) => part.search(new RegExp(`[^ ] +${text}\\n`)));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      for (const { feedback } of check.choices) expect(out).not.toContain(feedback);
    }
    expect(out).not.toContain('✓');
  });

  test('has a separate answer sheet with explanations and the evidence', async () => {
    const { out } = await run(temporaryFolder(), [
      'workshop',
      'handout',
      '--key',
      '--lesson',
      'denied',
    ]);
    expect(out.match(/^- ✓/gm)).toHaveLength(CHECKS.length);
    expect(out.match(/^> /gm)?.length).toBeGreaterThanOrEqual(CHECKS.length);
    for (const check of CHECKS)
      expect(out).toContain(check.choices.find(({ id }) => id === check.key)?.feedback);
  });
});

test('workshop handout --html writes a page, and replaces only a page of its own', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'paper.html');
  const write = (...args: string[]): Promise<Printed> =>
    run(folder, ['workshop', 'handout', '--lesson', 'denied', '--html', 'paper.html', ...args]);
  expect(await write()).toMatchObject({ code: 0, out: '', err: `Written: ${file}\n` });
  const page = readFileSync(file, 'utf8');
  expect((await write('--key')).code).toBe(0);
  expect(readFileSync(file, 'utf8').length).toBeGreaterThan(page.length);
  writeFileSync(file, 'my own page');
  const refused = await write();
  expect([refused.code, readFileSync(file, 'utf8')]).toEqual([1, 'my own page']);
  expect(refused.err).toContain('already has other content, so it was not changed');
});

describe('doctor', () => {
  test('says that everything works, and leaves no files', async () => {
    const folder = temporaryFolder();
    const { code, out } = await run(folder, ['doctor']);
    expect([code, out.trimEnd().split('\n').at(-1)]).toEqual([0, 'The program will run here.']);
    for (const about of [
      'Node',
      'Terminal',
      'Colour',
      'Unicode',
      'Answers',
      'Results',
      'Space',
      'Course',
    ])
      expect(out).toContain(about);
    expect(readdirSync(folder)).toEqual(['home']);
    expect(readdirSync(path.join(folder, 'home'))).toEqual([]);
  });

  test.each(['file', 'file/below'])(
    'says what to do if answers cannot be saved (%s)',
    async (place) => {
      const folder = temporaryFolder();
      writeFileSync(path.join(folder, 'file'), '');
      const { code, out, err } = await run(folder, ['doctor', '--data-dir', place]);
      expect([code, err]).toEqual([1, '']);
      expect(out).toContain('✗ Answers');
      expect(out).toContain('--data-dir');
    },
  );

  test.skipIf(process.platform === 'win32')(
    'says if other users can change the answers, and still runs',
    async () => {
      const folder = temporaryFolder();
      const data = path.join(folder, 'shared');
      mkdirSync(data);
      for (const [mode, says] of [
        [0o700, 'ok'],
        [0o777, 'Other users can write there'],
      ] as const) {
        chmodSync(data, mode);
        const { code, out } = await run(folder, ['doctor', '--data-dir', data]);
        expect(code).toBe(0);
        const answers = /Answers ([\s\S]*?)\n\S/.exec(out)?.[1] ?? '';
        expect(answers.replace(/\s+/g, ' ')).toContain(says);
      }
    },
  );

  test('finds a compiled course whose keys were changed', async () => {
    const folder = temporaryFolder();
    const courses = path.join(folder, 'courses');
    cpSync(path.join(path.dirname(PROGRAM), 'courses'), courses, { recursive: true });
    const [check] = CHECKS;
    const other = check?.choices.find(({ id }) => id !== check.key)?.id;
    changePart(path.join(courses, 'claude-contract'), 'lesson-denied', (text) =>
      text.replace(`"key":"${check?.key}"`, `"key":"${other}"`),
    );
    const env = { ON_THE_RECORD_HOME: path.join(folder, 'home') };
    const { code, out } = await runHere(['doctor'], { cwd: folder, courses, env });
    expect([code, out]).toEqual([1, expect.stringContaining('was changed or damaged')]);
  });
});
