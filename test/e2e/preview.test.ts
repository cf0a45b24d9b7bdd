import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { runHere } from '../support/in-process.js';
import { goOn, isVerdict, moveTo, pressed, stepNumber } from '../support/learner.js';
import { SIZES, usingProgram } from '../support/program.js';
import type { Screen } from '../support/screen.js';
import { KEY, type Start } from '../support/terminal.js';

const FIXTURE = fileURLToPath(new URL('../fixtures/courses/night-library', import.meta.url));
const LESSON = 'the-quarrel.yaml';
/** A user who owns nothing. */
const NOBODY = 65_534;
const STEM = 'Who wrote that night hours';

/** A course folder of an author, and the data folder of the program. */
function usingCourse() {
  const { begin, beginHere, data } = usingProgram();
  const course = (): string => path.join(data(), 'course');
  const progressFolder = (): string => path.join(data(), 'progress');
  beforeEach(() => cpSync(FIXTURE, course(), { recursive: true }));
  return {
    begin,
    beginHere,
    data,
    course,
    progressFolder,
    file: (name: string): string => path.join(course(), name),
    /** In the process of the test, unless it is for another user. */
    preview: (args: readonly string[] = [], start: Start = {}): Screen =>
      (start.uid === undefined ? beginHere : begin)({
        ...start,
        args: ['preview', course(), ...args, '--data-dir', progressFolder()],
        env: { XDG_DATA_HOME: progressFolder() },
      }),
    /** Saves a file with some words replaced. */
    edit: (name: string, before: string, after: string): void => {
      const file = path.join(course(), name);
      const text = readFileSync(file, 'utf8');
      if (!text.includes(before)) throw new Error(`no '${before}' in ${name}`);
      writeFileSync(file, text.replace(before, after));
    },
  };
}

/** Pages down until the text is on screen. */
async function pageTo(terminal: Screen, text: string): Promise<void> {
  while (!terminal.text().includes(text)) await pressed(terminal, KEY.pageDown);
}

describe('a preview', () => {
  const { preview, progressFolder } = usingCourse();

  test('has the saved settings of the program', async () => {
    mkdirSync(progressFolder());
    writeFileSync(path.join(progressFolder(), 'settings.json'), '{"ascii":"on"}');
    const terminal = preview();
    await terminal.shows(/^ {2}> /m);
    expect(terminal.text()).not.toContain('❯');
    await terminal.discard();
  });
});

const isRestored = (terminal: Screen): boolean => !terminal.isAlternateScreen();

describe.each(SIZES)('preview at $columns by $rows', (size) => {
  const { preview, edit, progressFolder } = usingCourse();

  test('reloads at the same step, and recovers after a broken save', async () => {
    const terminal = preview(['the-quarrel'], size);
    await terminal.shows('Retold, not quoted');
    expect(terminal.rows()[0]).toContain('preview');
    await goOn(terminal);
    await terminal.shows(STEM);
    await moveTo(terminal, 'The head librarian');

    edit(LESSON, 'The head librarian', 'The first librarian');
    await terminal.shows('The first librarian');
    expect(stepNumber(terminal)).toBe(2);
    expect(terminal.highlighted()).toContain('The first librarian');

    edit(LESSON, 'skill: attribution', 'skill: atribution');
    await terminal.shows('the-quarrel.yaml:10:5');
    expect(terminal.text()).toContain("'attribution'?");
    expect(terminal.text()).not.toContain(STEM);
    edit(LESSON, 'skill: atribution', 'skill: [');
    await terminal.shows('rule: yaml');

    edit(LESSON, 'skill: [', 'skill: attribution');
    await terminal.shows(STEM);
    expect(stepNumber(terminal)).toBe(2);
    expect(terminal.highlighted()).toContain('The first librarian');

    terminal.press(KEY.enter);
    await terminal.shows(isVerdict);
    terminal.press(KEY.end);
    edit(LESSON, 'It is hers.', 'She signed it.');
    await terminal.shows('She signed it.');
    terminal.press('q');
    expect((await terminal.ended).code).toBe(0);
    await terminal.shows('Preview only: nothing was saved.');
    expect(isRestored(terminal)).toBe(true);
    expect(existsSync(progressFolder())).toBe(false);
  });

  test('shows the author notes of a step with i, and hides them at the next step', async () => {
    const terminal = preview(['the-quarrel'], size);
    await terminal.shows('Retold, not quoted');
    terminal.press('i');
    await terminal.shows('the-quarrel/read-p1');
    await pageTo(terminal, 'p1s2');
    await pageTo(terminal, 'allow');
    terminal.press('i');
    await terminal.shows('Retold, not quoted');
    await goOn(terminal);
    terminal.press('i');
    await terminal.shows('the-quarrel/who-wrote');
    for (const text of [
      'librarian: the key',
      'mayor: wrong-source',
      'open: overlooked',
      'never-in-budget: statement',
      'channel derived',
      'Evidence',
      'allow',
    ])
      await pageTo(terminal, text);
    edit(LESSON, '    skill: attribution', `    skill: attribution\n${WAIVER}`);
    await pageTo(terminal, 'A made-up reason');
    terminal.press(KEY.esc);
    await terminal.shows(STEM);
    await pressed(terminal, '?');
    await pageTo(terminal, 'step is made of');
  });

  test('passes over what is still to do, and shows what check finds with i', async () => {
    edit(LESSON, 'title: What the quarrel is about', 'title: TODO name it');
    edit(LESSON, 'key: librarian', 'key: TODO');
    edit('by-heart.yaml', 'feedback: So the mayor said.', 'feedback: Right.');
    const terminal = preview([], size);
    await terminal.shows('TODO: name it');
    expect(terminal.rows()[0]).toContain('2 to do');
    expect(terminal.rows()[0]).toContain('1 warning');
    terminal.press('i');
    await terminal.shows('by-heart.yaml:18:9');
    expect(terminal.text()).toContain('poor-feedback');
    await pageTo(terminal, 'Still to do');
    await pageTo(terminal, "write 'key'");
    terminal.press(KEY.esc);
    await terminal.shows('TODO: name it');
    terminal.press('1');
    terminal.press(KEY.enter);
    await terminal.shows('Retold, not quoted');
    await goOn(terminal);
    await terminal.shows('Read to the end'); // the check is passed over
  });
});

const WAIVER = '    allow: [{ rule: key-length, why: A made-up reason. }]';

describe('preview', () => {
  const { begin, beginHere, data, preview, edit, file, course, progressFolder } = usingCourse();

  test('opens with the problems of a broken course, and then in the requested lesson', async () => {
    edit('course.yaml', 'title: The night library', 'titel: The night library');
    const terminal = preview(['2']);
    await terminal.shows('Mistakes in the course');
    await terminal.shows('course.yaml:4:1');
    terminal.press(KEY.enter, KEY.down, 'i', 'r');
    edit('course.yaml', 'titel: The night library', 'title: The night library');
    await terminal.shows('On what condition');
  });

  test('begins at home, and says if the fixed course has no such lesson', async () => {
    edit('course.yaml', 'title: The night library', 'titel: The night library');
    const terminal = preview(['by-hart']);
    await terminal.shows('Mistakes in the course');
    edit('course.yaml', 'titel: The night library', 'title: The night library');
    await terminal.shows("there is no lesson 'by-hart'");
    expect(terminal.highlighted()).toContain('Start');
  });

  test('keeps running when steps, lessons and the course folder are removed and added', async () => {
    const terminal = preview(['1']);
    await terminal.shows('Retold, not quoted');
    await goOn(terminal);
    edit(LESSON, '- check: who-wrote', '- check: who-was-it');
    await terminal.shows("The course no longer has the step 'who-wrote'.");
    expect(terminal.text()).toContain(STEM);
    renameSync(course(), `${course()}-away`);
    await terminal.shows('there is no such folder');
    cpSync(FIXTURE, course(), { recursive: true });
    await terminal.shows("The course no longer has the step 'who-was-it'.");
    edit(LESSON, STEM, 'Who put in writing');
    await terminal.shows('Who put in writing');
    edit('course.yaml', '[the-quarrel, by-heart]', '[by-heart]');
    rmSync(file(LESSON));
    await terminal.shows("The course no longer has the lesson 'the-quarrel'.");
    await terminal.shows('On the record');
  });

  test('reads a file that was renamed into place, and ignores temporary files of editors', async () => {
    const terminal = preview(['1']);
    await terminal.shows('Retold, not quoted');
    symlinkSync('author@desk.1234', file(`.#${LESSON}`));
    writeFileSync(file(`.${LESSON}.swp`), 'b0VIM');
    writeFileSync(file(`${LESSON}~`), 'steps: [');
    const text = readFileSync(file('passages.yaml'), 'utf8');
    writeFileSync(file('passages.tmp'), text.replace('The letter', 'The second letter'));
    renameSync(file('passages.tmp'), file('passages.yaml'));
    await terminal.shows('The second letter');
    expect(terminal.output).not.toContain('Mistakes');
  });

  test.each([
    ['the folder', '', 0o700, 'this folder cannot be read'],
    ['a file', LESSON, 0o600, 'this file cannot be read'],
  ])('continues by itself when %s loses its permissions and gets them back', async (...row) => {
    const [, name, mode, problem] = row;
    // Permissions do not stop root.
    const uid = process.getuid?.() === 0 ? NOBODY : undefined;
    if (uid !== undefined) {
      const names = readdirSync(course(), { recursive: true, encoding: 'utf8' });
      for (const place of [data(), course(), ...names.map(file)]) chownSync(place, uid, uid);
    }
    const terminal = preview(['1'], { ...(uid !== undefined && { uid }) });
    await terminal.shows('Retold, not quoted');
    for (const words of ['The second letter', 'The third letter']) {
      chmodSync(file(name), 0);
      await terminal.shows(problem);
      chmodSync(file(name), mode);
      await terminal.shows('Retold, not quoted');
      // Changes are still noticed.
      const passages = file('passages.yaml');
      const text = readFileSync(passages, 'utf8');
      writeFileSync(passages, text.replace(/The (second |third )?letter/, words));
      await terminal.shows(words);
    }
  });

  test('exits with 130 at Ctrl-C, also from the problems, and restores the terminal', async () => {
    const terminal = begin({ args: ['preview', course(), '--data-dir', progressFolder()] });
    await terminal.shows('Start');
    edit(LESSON, 'goal:', 'gaol:');
    await terminal.shows('Mistakes in the course');
    terminal.press(KEY.ctrlC);
    expect((await terminal.ended).code).toBe(130);
    await terminal.shows('Preview only: nothing was saved.');
    expect(isRestored(terminal)).toBe(true);
    expect(existsSync(progressFolder())).toBe(false);
  });

  test.each([
    [['nowhere'], 1, 'there is no such folder'],
    [[FIXTURE, 'the-quarel'], 2, "'the-quarrel'"],
    [[FIXTURE, '3'], 2, 'lessons 1 to 2'],
    [['claude-contract'], 1, 'comes with the program'],
    [[path.dirname(FIXTURE)], 1, 'course.yaml'],
    [[FIXTURE, '--course', 'other'], 2, '--course'],
  ])('rejects %j in one line, and exits with %i', async (args, code, message) => {
    const terminal = beginHere({ args: ['preview', ...args], columns: 400 });
    expect((await terminal.ended).code).toBe(code);
    await terminal.shows(message);
    expect(terminal.text().trim().split('\n')).toHaveLength(1);
  });

  test('has no lines, and names a command that does', async () => {
    const terminal = beginHere({ args: ['preview', FIXTURE, '--plain'] });
    expect((await terminal.ended).code).toBe(1);
    expect(terminal.output).toMatch(/^[^\n]* learn --plain --course \S+ --data-dir \S+\r?\n$/m);
  });

  test('needs a terminal, and names a command that does not', async () => {
    const { code, out, err } = await runHere(['preview', FIXTURE]);
    expect([code, out]).toEqual([1, '']);
    const [message, command, ...more] = err.trimEnd().split('\n');
    expect(message).toMatch(/to use numbered lines instead, type:$/);
    expect(command).toMatch(new RegExp(`^[^:]* learn --plain --course ${FIXTURE}$`));
    expect(more).toEqual([]);
  });
});
