import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { toQuestion } from '../support/exercise-on-screen.js';
import { freePort } from '../support/free-port.js';
import { runHere } from '../support/in-process.js';
import { usingProgram } from '../support/program.js';
import type { Screen } from '../support/screen.js';
import { shippedCourse } from '../support/shipped-course.js';
import { KEY, type Start, type Terminal } from '../support/terminal.js';
import { looksRight } from '../support/three-sizes.js';

const TITLE = '1 · What the dispute is about';
const { begin, beginHere, data } = usingProgram();

/** The facilitator's screen. */
const hosting = (port: number, ...args: string[]): Start => {
  const room = ['workshop', 'room', '--lesson', '1', '--dir', path.join(data(), 'room')];
  return { args: [...room, '--port', String(port), ...args], columns: 120, rows: 40, cwd: data() };
};

/** In the process of the test. */
const hostHere = (port: number, ...args: string[]): Screen => beginHere(hosting(port, ...args));

/** In lines, as a program that can be killed. */
const host = (port: number): Terminal => begin(hosting(port, '--plain'));

async function codeOn(screen: Screen): Promise<string> {
  await screen.shows(/join [0-9A-Z-]+\s/);
  return /join ([0-9A-Z-]+)/.exec(screen.text())?.[1] ?? '';
}

/** Each person has a computer of their own. All save their results in one folder. */
function joining(who: string, code: string, port: number, ...args: string[]): Start {
  const results = path.join(data(), 'results');
  mkdirSync(results, { recursive: true });
  const room = ['--room', `http://127.0.0.1:${port}`, '--name', who];
  const home = ['--data-dir', path.join(data(), who)];
  return { args: [...home, 'workshop', 'join', code, ...room, ...args], cwd: results };
}

const join = (...person: Parameters<typeof joining>): Terminal => begin(joining(...person));

/** In the process of the test. */
const joinHere = (...person: Parameters<typeof joining>): Screen => beginHere(joining(...person));

const says = (terminal: Terminal, command: string): void => terminal.press(command, '\r');

/** Presses a key of the facilitator's, and waits for what it does. */
async function leads(leader: Screen, key: string, shown: string): Promise<void> {
  leader.press(key);
  await leader.shows(shown);
}

async function ends(leader: Screen): Promise<void> {
  await leads(leader, 'e', 'Press e to end it');
  await leads(leader, 'e', 'The room has ended');
}

/** Moves to a choice, by its number on the page, and answers. */
const chooses = (screen: Screen, number: number): void => screen.press(String(number), KEY.enter);

type Result = {
  readonly person: { readonly id: string };
  readonly status: string;
  readonly answers: readonly { readonly check: string; readonly choice: string }[];
};

const resultsIn = (folder: string): Result[] =>
  readdirSync(path.join(data(), folder))
    .filter((name) => name.startsWith('result-'))
    .map((name) => JSON.parse(readFileSync(path.join(data(), folder, name), 'utf8')));

/** "check:choice", in the order of the alphabet: a room does not know when somebody looked something up. */
const pressedIn = (one: Result | undefined): string[] =>
  (one?.answers ?? []).map(({ check, choice }) => `${check}:${choice}`).sort();

test('a terminal follows a room through vote, talk, second vote, reveal and end, in windows of three sizes', async () => {
  const port = await freePort();
  const leader = hostHere(port);
  const code = await codeOn(leader);
  const ada = join('Ada', code, port);
  await ada.shows("You're in.");
  await looksRight(ada, {
    title: 'Exercise',
    opensWith: ['Leave', "You're in."],
    neverSays: ['Begin'],
  });
  await leads(leader, KEY.enter, 'The vote is open.');
  await ada.shows('Choose an answer.');
  await looksRight(ada, {
    title: TITLE,
    says: ['1 ', '3 ', 'Choose an answer.'],
    neverSays: ['esc'],
  });
  chooses(ada, 2);
  await ada.shows('Saved. You can change it until the vote closes.');
  chooses(ada, 3);
  await ada.shows('Saved. You can change it until the vote closes.');
  await leads(leader, KEY.enter, 'enter show the answer');
  await ada.shows('The vote is closed.');
  await looksRight(ada, { title: TITLE, opensWith: ['The vote is closed.'], neverSays: ['next'] });
  ada.press(KEY.space);
  await ada.shows('your facilitator moves everyone on');
  await leads(leader, 't', 'enter vote again');
  await ada.shows('Talk with the people beside you');
  await looksRight(ada, { title: TITLE, opensWith: ['Talk with'] });
  await leads(leader, KEY.enter, 'The second vote is open.');
  await ada.shows('Vote again');
  chooses(ada, 1);
  await ada.shows('Saved. You can change it until the vote closes.');
  await leads(leader, KEY.enter, 'enter show the answer');
  await ada.shows('The vote is closed.');
  await leads(leader, KEY.enter, 'The right answer is shown.');
  await ada.shows('Compare your answer');
  await looksRight(ada, {
    title: TITLE,
    says: ['your answer', 'Compare your answer'],
    neverSays: ['next'],
  });
  await ends(leader);
  await ada.shows('Handed in.');
  await ada.shows('of 1 right in the first vote');
  await ada.shows('The room has your answers.');
  await ada.shows('If your facilitator asks');
  expect(ada.text()).not.toMatch(/not answered|one of these two/);
  ada.press('q');
  await ada.ended;
  const [mine] = resultsIn('results');
  const [theirs] = resultsIn('room');
  expect(mine?.person.id).toBe(theirs?.person.id);
  expect(mine?.status).toBe('handed-in');
  expect(mine?.answers).toHaveLength(1);
  expect(mine?.answers.map(({ choice }) => choice)).toEqual(
    theirs?.answers.map(({ choice }) => choice),
  );
});

test('host and terminal are killed, the terminal goes on alone, and the report agrees with what was pressed', async () => {
  const port = await freePort();
  let leader = host(port);
  const code = await codeOn(leader);
  let ada = join('Ada', code, port);
  await ada.shows("You're in.");
  says(leader, 'begin');
  await ada.shows('Choose an answer.');
  chooses(ada, 1);
  await ada.shows('Saved.');
  says(leader, 'close');
  says(leader, 'next');
  await ada.shows('question 2 of');
  leader.kill('SIGKILL');
  await ada.shows("The room can't be reached.");
  chooses(ada, 2);
  await ada.shows(/Your answer\s+hasn't\s+been\s+sent\s+yet\./);
  await looksRight(ada, { title: TITLE, says: ["The room can't be"] });
  ada.press('a');
  await ada.shows('You go on alone');
  ada.press(KEY.space);
  await ada.shows('question 3 of');
  chooses(ada, 3);
  await ada.shows(/[✓✗] 3/);
  ada.kill('SIGKILL');
  await ada.ended;

  ada = join('Ada', code, port);
  await ada.shows('Looking for the room');
  ada.press(KEY.enter); // Continue
  await ada.shows('You go on alone');
  leader = host(port);
  await leader.shows('Type: ');
  await ada.shows('You answered this on your own');
  says(leader, 'close');
  says(leader, 'next');
  await ada.shows('question 3 of');
  await ada.shows('You answered this on your own');
  says(leader, 'end');
  await ada.shows('Handed in.');
  ada.press('q');
  await ada.ended;
  await leader.shows('The room has ended');
  const [mine] = resultsIn('results');
  expect(mine?.answers).toHaveLength(3);
  expect(pressedIn(mine)).toEqual(pressedIn(resultsIn('room')[0]));
  const folders = [path.join(data(), 'results'), path.join(data(), 'room')];
  const report = await runHere(['workshop', 'report', ...folders, '--json']);
  const { participants } = JSON.parse(report.out);
  expect(participants.map(({ answered }: { answered: number }) => answered)).toEqual([3]);
}, 60_000);

test('without a room, the code alone is enough, and the file and the hand-in code are there', async () => {
  const port = await freePort();
  const leader = hostHere(port);
  const code = await codeOn(leader);
  leader.press(KEY.ctrlC);
  await leader.ended;
  const ada = joinHere('Ada', code, port);
  await ada.shows('Begin');
  ada.press(KEY.enter);
  await ada.shows('You go on alone');
  ada.press(KEY.esc);
  await ada.shows('Hand in (');
  ada.press('2', KEY.enter);
  await ada.shows('Hand in anyway');
  ada.press('2', KEY.enter);
  await ada.shows('or this code');
  ada.press('q');
  await ada.ended;
  expect(resultsIn('results')).toMatchObject([{ status: 'handed-in', answers: [] }]);
}, 30_000);

test('with the pace own, each answer reaches the room, and the room ends the exercise', async () => {
  const port = await freePort();
  const leader = hostHere(port, '--pace', 'own', '--minutes', '20');
  const code = await codeOn(leader);
  const ada = joinHere('Ada', code, port);
  await ada.shows("You're in.");
  leader.press(KEY.enter);
  await ada.shows('20 min left');
  await toQuestion(ada);
  chooses(ada, 1);
  await ada.shows('your answer');
  await leader.shows(/Ada/);
  await ends(leader);
  await ada.shows('handed in');
  ada.press('q');
  await ada.ended;
  expect(pressedIn(resultsIn('room')[0])).toHaveLength(1);
  expect(pressedIn(resultsIn('room')[0])).toEqual(pressedIn(resultsIn('results')[0]));
});

test('lines say what the room changes, and take the same numbers', async () => {
  const port = await freePort();
  const leader = hostHere(port);
  const code = await codeOn(leader);
  const ada = join('Ada', code, port, '--plain');
  await ada.shows("You're in.");
  await leads(leader, KEY.enter, 'The vote is open.');
  await ada.shows('Choose an answer.');
  says(ada, '2');
  await ada.shows('Saved.');
  await leads(leader, KEY.enter, 'The vote is closed.');
  await ada.shows('The vote is closed.');
  await leads(leader, 'v', 'The right answer is shown.');
  await ada.shows('Compare your answer');
  await ends(leader);
  await ada.shows('Handed in.');
  await ada.shows('of 1 right in the first vote');
  await ada.shows('If your facilitator asks');
  expect(ada.text()).not.toContain('one of these two');
  says(ada, 'q');
  await ada.ended;
  expect(resultsIn('results')[0]?.answers).toHaveLength(1);
});

test('an address that is none is refused in one line', async () => {
  const { index } = shippedCourse();
  const { code, err } = await runHere([
    ...['--data-dir', data(), 'workshop', 'join', 'tuesday'],
    ...['--lesson', index.lessons[0]?.id ?? '', '--room', 'https://here'],
  ]);
  expect([code, err]).toEqual([
    2,
    "on-the-record: --room must be an address such as http://192.0.2.7:4321, not 'https://here'\n",
  ]);
});
