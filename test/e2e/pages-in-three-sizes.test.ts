import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  CHECKLIST_INTRO,
  CHECKLIST_SAVE,
  CHECKLIST_TASKS,
  CHECKLIST_TITLE,
} from '../../src/core/messages/ending/checklist.js';
import { STRONGEST, WEAKEST } from '../../src/core/messages/ending/course-end.js';
import { PROMISE } from '../../src/core/messages/home.js';
import { MAP_ABOUT } from '../../src/core/messages/ledger.js';
import { WORTH_ANOTHER_LOOK } from '../../src/core/messages/lesson.js';
import { REPORT_ABOUT, REPORT_HEADINGS, SKILL_NAMES } from '../../src/core/messages/report.js';
import { LEARNED_NOTE } from '../../src/core/messages/review.js';
import { SETTING_NAMES } from '../../src/core/messages/settings.js';
import { moveTo, pressed } from '../support/learner.js';
import { wentThrough } from '../support/past.js';
import { usingProgram } from '../support/program.js';
import type { Screen } from '../support/screen.js';
import { shippedCourse } from '../support/shipped-course.js';
import { KEY } from '../support/terminal.js';
import { FIRST_SIZE, looksRight, THREE_SIZES } from '../support/three-sizes.js';

const HOME = 'On the record';
const { lessons } = shippedCourse().index;
const LESSONS = lessons.map(({ id }) => id);
const READ = LESSONS.slice(0, 3);
const MISSED = { wrong: ['how-wide', 'who-pressed'] };
const [FIRST, NEXT] = [lessons[0], lessons[3]];

/** A process that takes itself for one on Windows, and was started by npx. */
const ON_WINDOWS = {
  env: {
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent('Object.defineProperty(process,"platform",{value:"win32"})')}`,
    npm_command: 'exec',
  },
};

/** Moves to an entry of the menu and opens it. */
async function open(terminal: Screen, entry: string): Promise<void> {
  await terminal.shows(entry);
  await moveTo(terminal, entry);
  await pressed(terminal, KEY.enter);
}

async function backTo(terminal: Screen, title: string): Promise<void> {
  terminal.press(KEY.esc);
  await terminal.shows((now) => now.rows()[0]?.startsWith(`  ${title}`) === true);
}

/** Many pages in one run, on a machine that may be busy. */
const SLOW = { timeout: 60_000 };

describe('at 80x24, 40x12 and 120x40', () => {
  const { begin, data } = usingProgram();

  test('a new learner sees a promise, three entries, and what each lesson is about', async () => {
    const terminal = begin(FIRST_SIZE);
    await terminal.shows('Start');
    expect(terminal.rows().filter((row) => /^ {2}[❯ ] \S/.test(row))).toHaveLength(3);
    const promise = PROMISE.map((row) => row);
    await looksRight(terminal, {
      title: HOME,
      opensWith: [...promise, 'Start', 'All lessons', 'Join a room', /lesson 1, \d+ minutes/],
    });
    await moveTo(terminal, 'All lessons');
    await looksRight(terminal, { title: HOME, opensWith: [/8 lessons, about \d+ minutes/] });
    await open(terminal, 'All lessons');
    await looksRight(terminal, {
      title: 'Lessons',
      opensWith: [FIRST?.goal ?? '', `${FIRST?.checks.length} questions`, `${FIRST?.minutes} min`],
      says: lessons.map(({ title }) => title),
    });
    await open(terminal, 'Settings and more');
    await looksRight(terminal, {
      title: 'Settings and more',
      opensWith: ['Settings', "Who's who", 'About', 'Quit', 'Home'],
    });
    await open(terminal, 'Settings');
    await looksRight(terminal, {
      title: 'Settings',
      says: [SETTING_NAMES['day-ends'], SETTING_NAMES.motion, SETTING_NAMES['screen-reader']],
    });
    await open(terminal, SETTING_NAMES.ascii);
    await terminal.shows(/Plain marks +on/);
    terminal.press('q');
    await terminal.ended;
    expect(readFileSync(path.join(data(), 'settings.json'), 'utf8')).toMatch(/"ascii": ?"on"/);
  });

  test(
    'home and the pages that it opens say what they are and what was read so far',
    SLOW,
    async () => {
      wentThrough(data(), READ, MISSED);
      const terminal = begin(FIRST_SIZE);
      await terminal.shows('Review');
      await looksRight(terminal, { title: HOME, opensWith: [NEXT?.title ?? ''] });
      for (const [entry, note] of [
        ['Review', /\d+ due[,;] .*about \d+ minutes/],
        ['Lessons', '3 of 8 done'],
        ['Who said it?', /ten|Then you say which source/],
        ['Where I stand', 'what you know, and what you mix up'],
        ['The story', 'reread the story so far'],
        ['Settings and more', "who's who"],
      ] as const) {
        await moveTo(terminal, entry);
        await looksRight(terminal, { title: HOME, opensWith: [entry, note] });
      }
      await open(terminal, 'Lessons');
      await pressed(terminal, '1');
      const score = new RegExp(`${(FIRST?.checks.length ?? 0) - 2} of ${FIRST?.checks.length}`);
      await looksRight(terminal, {
        title: 'Lessons',
        opensWith: [score, `${FIRST?.minutes} min`, FIRST?.goal ?? ''],
      });
      await pressed(terminal, KEY.enter);
      await looksRight(terminal, {
        title: '1 · ',
        opensWith: [score, /Remember to ask:/, /Next: 4 · /],
        says: [WORTH_ANOTHER_LOOK, '(¶2)', 'Try the 2 that are still wrong'],
      });
      await backTo(terminal, HOME);
      await open(terminal, 'The story');
      await looksRight(terminal, {
        title: 'The story',
        says: ['¶5', /\d more paragraphs are still unread/],
        neverSays: ['¶6'],
      });
      await pressed(terminal, 'w');
      await looksRight(terminal, {
        title: "Who's who",
        says: ['Sean Parnell', /\d more sources come up/],
        neverSays: ['Pentagon official', 'former'],
      });
      await backTo(terminal, 'The story');
      await backTo(terminal, HOME);
      await open(terminal, 'Where I stand');
      await looksRight(terminal, {
        title: 'Where I stand',
        opensWith: [REPORT_ABOUT, ...Object.values(SKILL_NAMES)],
        says: [
          ...Object.values(REPORT_HEADINGS).filter((one) => one !== REPORT_HEADINGS.certainty),
          ...[/, (?:once|[2-9] times)\. Ask: /, LEARNED_NOTE, /Due: \d+ today/],
        ],
        neverSays: [REPORT_HEADINGS.certainty, /\b1 (?:questions|of 1 times)\b/],
      });
      await pressed(terminal, KEY.end);
      await pressed(terminal, KEY.enter);
      await looksRight(terminal, {
        title: 'The map',
        opensWith: [MAP_ABOUT, /Sources?: Anthropic/],
        says: [/grows as you finish lessons/],
      });
      await pressed(terminal, KEY.enter);
      await looksRight(terminal, {
        title: 'The map',
        opensWith: [/^.*Whose .*Sources?: /],
        says: ['▌'],
      });
      await backTo(terminal, 'The map');
      await backTo(terminal, 'Where I stand');
      await backTo(terminal, HOME);
      expect(terminal.highlighted()).toContain('Where I stand');
    },
  );

  test(
    'the end of the course has the score, the record, the questions to print and a second story',
    SLOW,
    async () => {
      wentThrough(data(), LESSONS, MISSED);
      const terminal = begin({ ...FIRST_SIZE, ...ON_WINDOWS });
      await open(terminal, 'The end of the course');
      const total = lessons.reduce((sum, { checks }) => sum + checks.length, 0);
      await looksRight(terminal, {
        title: 'The end of the course',
        opensWith: [
          `all ${total} questions: ${total - 2} right on the first try, 0 mended`,
          /learned/,
        ],
        says: [STRONGEST, WEAKEST, /\d+ of \d+/, 'Your record', "Try a story you haven't read"],
      });
      await open(terminal, 'Your record');
      await looksRight(terminal, {
        title: 'Your record',
        opensWith: ['Anthropic', '(¶1).'],
        says: ['Sean Parnell', 'The article itself', '(¶9).'],
      });
      await backTo(terminal, 'The end of the course');
      await open(terminal, CHECKLIST_TITLE);
      await looksRight(terminal, {
        title: CHECKLIST_TITLE,
        opensWith: [CHECKLIST_INTRO],
        says: [
          ...Object.values(CHECKLIST_TASKS),
          CHECKLIST_SAVE,
          'npx.cmd on-the-record checklist',
        ],
      });
      await backTo(terminal, 'The end of the course');
      await open(terminal, "Try a story you haven't read");
      await terminal.shows('The swing bridge');
      await looksRight(terminal, {
        title: HOME,
        opensWith: ['Start'],
        says: ['Open the other course'],
      });
      await pressed(terminal, KEY.enter);
      await terminal.shows('1 · ');
    },
  );

  test.each(THREE_SIZES)('the questions are saved as a page, in $columns columns', async (size) => {
    for (const name of ['questions.md', 'questions.html']) {
      const terminal = begin({ ...size, args: ['checklist', name], cwd: data() });
      expect((await terminal.ended).code).toBe(0);
      expect(terminal.text().replaceAll('\n', '')).toContain(path.join(data(), name));
      const saved = readFileSync(path.join(data(), name), 'utf8');
      for (const task of Object.values(CHECKLIST_TASKS)) expect(saved).toContain(task);
    }
  });
});
