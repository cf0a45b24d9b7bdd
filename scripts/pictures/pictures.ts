import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { resultFileText } from '../../test/support/result-file.js';
import type { Screen } from '../../test/support/screen.js';
import { roomFor, shippedCourse } from '../../test/support/shipped-course.js';
import { simulatedRoom } from '../../test/support/simulated-room.js';
import { dataFolder, KEY, PROGRAM, testNode } from '../../test/support/terminal.js';
import { votedTwice } from './live-folder.js';
import { PictureTerminal } from './picture-terminal.js';
import { svgOf } from './svg.js';

/** A picture of the program, as the pages show it. */
export type Picture = {
  /** The file in docs/pictures, without `.svg`. */
  readonly name: string;
  /** What a screen reader says. */
  readonly title: string;
  readonly rows: number;
  readonly columns: number;
  /** What Node loads before the program. */
  readonly before?: string;
  /** The command. Its current folder is empty, and it is removed afterwards. */
  readonly args: (folder: string) => readonly string[];
  /** Presses keys until the screen is the picture. */
  readonly walk: (screen: Screen) => Promise<void>;
};

const QUESTION = 'Whose view of the disputed uses';
const LEARN = ['learn', 'two-voices', '--seed', 'picture'];

export const PICTURES: readonly Picture[] = [
  {
    name: 'question',
    title: 'A question: a paragraph, the question, and three choices',
    columns: 76,
    rows: 21,
    args: () => LEARN,
    walk: toQuestion,
  },
  {
    name: 'verdict',
    title: 'A verdict: why the choices are right and wrong, and the sentence that proves it',
    columns: 76,
    rows: 23,
    args: () => LEARN,
    walk: async (screen) => {
      await toQuestion(screen);
      screen.press('2', KEY.enter);
      await screen.shows('Not this time');
      screen.press('s');
      await screen.shows('your answer');
    },
  },
  {
    name: 'slide',
    title: 'A slide of a report: a question, and how many people chose what',
    columns: 80,
    rows: 31,
    args: (folder) => ['workshop', 'report', handedIn(folder), '--present'],
    walk: async (screen) => {
      await screen.shows('░');
      screen.press(KEY.space);
      await screen.shows('✓');
    },
  },
  {
    name: 'room',
    title:
      'A live room: its address, a question, two votes, and the sentence that proves the answer',
    columns: 104,
    rows: 42,
    before: new URL('network.mjs', import.meta.url).href,
    args: (folder) => ['workshop', 'room', '--dir', votedTwice(folder), '--address', '192.0.2.7'],
    walk: async (screen) => {
      await screen.shows('The second vote is closed');
      screen.press('?');
      await screen.shows('The keys of the room');
      screen.press(KEY.esc);
      await screen.shows(
        (now) => now.text().includes('second vote') && !now.text().includes('goes on'),
      );
    },
  },
  {
    name: 'preview',
    title: 'A preview of a course with a mistake: file, line and column, and what to write',
    columns: 80,
    rows: 14,
    args: (folder) => ['preview', courseWithMistake(folder)],
    walk: (screen) => screen.shows('wrong-sorce'),
  },
];

/** The file in docs/pictures. */
export const fileOf = ({ name }: Picture): string =>
  fileURLToPath(new URL(`../../docs/pictures/${name}.svg`, import.meta.url));

/** The program prints other commands for people who started it with npm or npx. */
const WITHOUT_NPM = Object.fromEntries(
  Object.keys(process.env)
    .filter((name) => name.startsWith('npm_'))
    .map((name) => [name, undefined]),
);

/** Starts the built program, and draws its screen. */
export async function draw(picture: Picture): Promise<string> {
  const { title, columns, rows, before, args, walk } = picture;
  const folder = dataFolder();
  const first = before === undefined ? [] : ['--import', before];
  const command = [
    ...[testNode(), ...first, PROGRAM],
    ...['--data-dir', path.join(folder.path, 'data')],
  ] as const;
  const terminal = new PictureTerminal({
    command: [...command, ...args(folder.path)],
    cwd: folder.path,
    env: WITHOUT_NPM,
    columns,
    rows,
  });
  try {
    await walk(terminal);
    return svgOf({ title, columns, rows: terminal.looks() });
  } finally {
    await terminal.discard();
    await terminal.ended;
    folder.remove();
  }
}

/** Goes past the example and the reading. */
async function toQuestion(screen: Screen): Promise<void> {
  while (!screen.text().includes(QUESTION)) {
    const before = screen.text();
    screen.press(KEY.space);
    await screen.shows((now) => now.text() !== before);
  }
}

/** The results of a simulated room, always the same. */
function handedIn(folder: string): string {
  const course = shippedCourse();
  const room = roomFor(course, 'two-voices');
  const results = simulatedRoom(course, room, { people: 24, seed: 7, difficulty: () => 0 });
  mkdirSync(path.join(folder, 'results'));
  for (const [i, result] of results.entries())
    writeFileSync(
      path.join(folder, 'results', `result-${i}.json`),
      resultFileText(course, room, result),
    );
  return 'results';
}

/** What `new` writes, with a word that the author has misspelled. */
function courseWithMistake(folder: string): string {
  execFileSync(testNode(), [PROGRAM, 'new', 'night-ferry'], { cwd: folder });
  const file = path.join(folder, 'night-ferry', 'from-memory.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('wrong-source', 'wrong-sorce'));
  return 'night-ferry';
}
