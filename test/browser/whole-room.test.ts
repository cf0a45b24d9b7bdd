import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { checksAt, type Stop, stopsOf } from '../../src/core/live-room/stop.js';
import { bareCode } from '../../src/core/room/codes/base32.js';
import { violationsIn } from '../support/browser-page.js';
import { type CutLine, lineTo } from '../support/cut-line.js';
import { freePort } from '../support/free-port.js';
import { runHere } from '../support/in-process.js';
import { atKeyboard, atPage, atScreen, type InRoom, inLines, shows } from '../support/in-room.js';
import { usingProgram } from '../support/program.js';
import { ROOM_COURSE, roomCourse } from '../support/room-course.js';
import { joinsAs, usingRoomPages } from '../support/room-pages.js';
import { KEY, type Terminal } from '../support/terminal.js';
import { choicesIn, countsIn, countsOf, newVotes, type Votes } from '../support/votes.js';

const { begin, data } = usingProgram();
const { open, logged } = usingRoomPages();
const course = ['--course', ROOM_COURSE];
const [who, words, steps, sentence, speakers] = ['the-wall', 'the-answer'].flatMap((id) =>
  stopsOf(roomCourse.lessons.filter((lesson) => lesson.id === id)),
) as [Stop, Stop, Stop, Stop, Stop];

let line: CutLine | undefined;
afterEach(() => line?.cut());

const LOST_PAGE = "The room can't be reached. The page tries again by itself.";
const LOST_TERMINAL = "The room can't be reached.";
const UNSENT = 'Not sent yet: trying again.';
const CLOSED = 'The vote is closed.';
const SAVED = 'Saved. You can change it until the vote closes.';

test('a room with pages and terminals from the first vote to the report', async () => {
  const port = await freePort();
  mkdirSync(path.join(data(), 'results'));
  const start = {
    args: [
      ...[...course, 'workshop', 'room', '--lesson', '1', '2'],
      ...['--dir', 'room', '--port', String(port)],
    ],
    cwd: data(),
    ...{ columns: 120, rows: 40 },
  };
  let host = begin(start);
  const does = async (key: string, seen: string): Promise<void> => {
    host.press(key);
    await shows(host, seen);
  };

  // The lobby: five pages and three terminals.
  await host.shows('enter begin');
  const url = /http:\S+/.exec(host.text())?.[0] ?? '';
  const shown = /join ([0-9A-Z-]+)/.exec(host.text())?.[1] ?? '';
  const code = bareCode(shown);
  line = await lineTo(port);
  const joins = (name: string, at: number, size: object, ...more: string[]): Terminal => {
    const room = ['--room', `http://127.0.0.1:${at}`, '--name', name];
    const args = ['--data-dir', path.join(data(), name), ...course, ...more];
    return begin({
      args: [...args, 'workshop', 'join', shown, ...room],
      cwd: path.join(data(), 'results'),
      ...size,
    });
  };
  const [ada, ben, cleo, dana, eli] = await Promise.all([
    open(url, { viewport: { width: 390, height: 800 } }),
    open(url, { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }),
    open(url, { viewport: { width: 1280, height: 900 }, hasNoStorage: true }),
    open(url, { viewport: { width: 768, height: 1024 } }),
    open(url, { viewport: { width: 1024, height: 600 } }),
  ]);
  for (const [page, name] of [
    [ada, 'Ada'],
    [ben, 'Ben'],
    [cleo, 'Cleo'],
    [eli, 'Eli'],
  ] as const)
    await joinsAs(page, name);
  await dana.keyboard.press('Tab');
  await dana.keyboard.type('Dana');
  await dana.keyboard.press('Enter');
  const people = {
    ada: atPage('Ada', ada, code),
    ben: atPage('Ben', ben, code),
    cleo: atPage('Cleo', cleo, code),
    dana: atKeyboard('Dana', dana, code),
    eli: atPage('Eli', eli, code),
    fay: atScreen('Fay', joins('Fay', port, { columns: 80, rows: 30 }), code),
    gil: atScreen('Gil', joins('Gil', line.port, { columns: 100, rows: 30 }), code),
    hana: inLines('Hana', joins('Hana', port, {}, '--plain'), code),
  };
  const everyone: InRoom[] = Object.values(people);
  const allSee = (seen: string, of = everyone): Promise<unknown> =>
    Promise.all(of.map((one) => one.sees(seen)));
  const but = (...left: readonly InRoom[]) => everyone.filter((one) => !left.includes(one));
  const votes = newVotes();
  await allSee("You're in. The exercise begins when your facilitator starts it.");
  await shows(host, '8 in');

  // A vote. Ada changes her answer, and Eli does not answer.
  await does(KEY.enter, 'Question 1 of 10 · The vote is open.');
  await allSee('Choose an answer.');
  expect(await ada.locator('.choice').allInnerTexts()).toEqual(
    await ben.locator('.choice').allInnerTexts(),
  );
  await people.ada.chooses(who, ['council']);
  await Promise.all([
    votes.cast(1, people.ada, who, 'teacher'),
    votes.cast(1, people.ben, who, 'gardener'),
    votes.cast(1, people.cleo, who, 'council'),
    votes.cast(1, people.dana, who, 'teacher'),
    votes.cast(1, people.fay, who, 'teacher'),
    votes.cast(1, people.gil, who, 'gardener'),
    votes.cast(1, people.hana, who, 'council'),
  ]);
  await shows(host, '8 in · 7 answered');
  await does(KEY.enter, 'The answers differ: t lets them talk, then vote again.');
  await allSee(CLOSED);
  expect(host.text()).not.toContain('█');

  // Talk, and the second vote. The first one is not shown before the second is closed.
  await does('t', 'People talk about their answers.');
  await allSee('Talk with the people beside you');
  await does(KEY.enter, 'The second vote is open.');
  await allSee('Vote again: choose the same answer, or another one.');
  await ada.getByRole('button', { name: 'Mara Finch (your first vote)' }).waitFor();
  expect(host.text()).not.toContain('█');
  await Promise.all([
    votes.cast(2, people.ada, who, 'gardener'),
    votes.cast(2, people.ben, who, 'council'),
    votes.cast(2, people.dana, who, 'gardener'),
    votes.cast(2, people.eli, who, 'gardener'),
    votes.cast(2, people.fay, who, 'gardener'),
    votes.cast(2, people.gil, who, 'gardener'),
    votes.cast(2, people.hana, who, 'council'),
  ]);
  await shows(host, '8 in · 7 answered');
  expect(await ada.locator('.verdict').count()).toBe(0);
  await does(KEY.enter, 'The second vote is closed: v shows the right answer.');
  await shows(host, 'first vote █');
  await allSee(CLOSED);

  // The answer, with its evidence.
  await does(KEY.enter, 'The right answer is shown.');
  await allSee('Compare your answer with the sentence that proves the right one.');
  for (const page of [ada, ben, cleo, dana, eli]) {
    await page.locator('.verdict').waitFor();
    expect(await page.locator('.verdict').textContent()).toMatch(
      /✓ the right answer: \d A gardener/,
    );
    expect(await violationsIn(page)).toEqual([]);
  }
  expect(people.fay.terminal.text()).toContain('Right on the second try');
  expect(logged()).toEqual([]);

  // Words of a sentence. The host is killed during the vote, and the same command goes on.
  await does(KEY.enter, 'Question 2 of 10 · The vote is open.');
  await allSee('Which words say how the source');
  await Promise.all([
    votes.cast(1, people.ada, words, 'unnamed'),
    votes.cast(1, people.dana, words, 'said'),
    votes.cast(1, people.fay, words, 'already'),
    votes.cast(1, people.hana, words, 'unnamed'),
  ]);
  host.kill('SIGKILL');
  await host.ended;
  await Promise.all([
    people.ada.sees(LOST_PAGE),
    people.ben.sees(LOST_PAGE),
    people.cleo.sees(LOST_PAGE),
    people.fay.sees(LOST_TERMINAL),
    people.hana.sees(LOST_TERMINAL),
  ]);
  await people.ben.presses(words, ['said']);
  await people.ben.sees(UNSENT);
  votes.note(1, people.ben, words, ['said']);
  host = begin(start);
  await shows(host, "hasn't ended");
  await shows(host, '8 in · 5 answered');
  await people.ben.sees(SAVED);
  await cleo.reload();
  await people.cleo.sees('Which words say how the source');
  await people.fay.sees(SAVED);
  expect(await ada.locator('[aria-pressed=true]').textContent()).toContain('asked not to be named');
  await Promise.all([
    votes.cast(1, people.cleo, words, 'already'),
    votes.cast(1, people.eli, words, 'unnamed'),
    votes.cast(1, people.gil, words, 'unnamed'),
  ]);
  await shows(host, '8 in · 8 answered');
  await does('v', 'The right answer is shown.');
  await allSee('Compare your answer');

  // A sort board. Eli's browser and Gil's terminal lose the network. Gil goes on alone.
  await does(KEY.enter, 'Questions 3 to 6 of 10 · The vote is open.');
  await allSee('What does the story report about each step?');
  await Promise.all([eli.context().setOffline(true), line.cut()]);
  await people.eli.presses(steps, ['done', 'demanded', 'refused', 'done']);
  await people.eli.sees(UNSENT);
  votes.note(1, people.eli, steps, ['done', 'demanded', 'refused', 'done']);
  await Promise.all([
    votes.cast(1, people.ada, steps, 'threatened', 'demanded', 'refused', 'done'),
    votes.cast(1, people.ben, steps, 'threatened', 'demanded'),
    votes.cast(1, people.cleo, steps, 'done', 'refused', 'refused', 'done'),
    votes.cast(1, people.dana, steps, 'threatened', 'demanded', 'refused', 'threatened'),
    votes.cast(1, people.fay, steps, 'threatened', 'demanded', 'demanded', 'done'),
    votes.cast(1, people.hana, steps, 'threatened', 'demanded', 'refused', 'done'),
  ]);
  await people.gil.sees(LOST_TERMINAL);
  people.gil.terminal.press('a');
  await people.gil.sees('You go on alone');
  await eli.context().setOffline(false);
  await people.eli.sees(SAVED);
  await does('v', 'The right answer is shown.');
  await allSee('Compare your answer', but(people.gil));

  await people.gil.chooses(steps, GIL_ALONE, 'Right, all 4');
  votes.note(1, people.gil, steps, GIL_ALONE);
  for (const page of ['Retold, not quoted', 'Which sentence']) {
    people.gil.terminal.press(KEY.space);
    await people.gil.sees(page);
  }
  await people.gil.chooses(sentence, ['offer'], 'Not this time');
  votes.note(1, people.gil, sentence, ['offer']);

  // Sentences as choices. A latecomer joins in the vote, and Gil comes back with his answers.
  await does(KEY.enter, 'Question 7 of 10 · The vote is open.');
  await allSee('Which sentence contradicts the gardener?', but(people.gil));
  const ida = atPage('Ida', await open(url, { viewport: { width: 360, height: 740 } }), code);
  await joinsAs(ida.page, 'Ida');
  await ida.sees('Choose an answer.');
  await line.mend();
  await people.gil.sees('You answered this on your own, and your answer counts.');
  await Promise.all([
    votes.cast(1, ida, sentence, 'denial'),
    votes.cast(1, people.ada, sentence, 'denial'),
    votes.cast(1, people.ben, sentence, 'silence'),
    votes.cast(1, people.cleo, sentence, 'denial'),
    votes.cast(1, people.dana, sentence, 'offer'),
    votes.cast(1, people.fay, sentence, 'denial'),
    votes.cast(1, people.hana, sentence, 'silence'),
  ]);
  await shows(host, '9 in · 8 answered');
  await does('v', 'The right answer is shown.');
  await allSee('Compare your answer', [...everyone, ida]);

  // The room ends in the middle of a vote: what people had sent counts.
  await does(KEY.enter, 'Questions 8 to 10 of 10 · The vote is open.');
  await allSee('Who is it that the story reports this of?', [...everyone, ida]);
  await Promise.all([
    votes.cast(1, ida, speakers, 'of-clerk', 'of-teacher', 'of-clerk'),
    votes.cast(1, people.dana, speakers, 'of-clerk', 'of-teacher'),
    votes.cast(1, people.eli, speakers, 'of-teacher'),
    votes.cast(1, people.fay, speakers, 'of-clerk', 'of-clerk'),
    votes.cast(1, people.gil, speakers, 'of-clerk', 'of-teacher', 'of-teacher'),
    votes.cast(1, people.hana, speakers, 'of-teacher', 'of-teacher'),
  ]);
  await does('e', 'Press e to end it');
  await does('e', 'The room has ended. 9 people took part.');
  await allSee('The room has ended. You can look at the answers again here.', [...everyone, ida]);
  for (const page of [ada, ben, cleo, dana, eli, ida.page]) {
    await page.locator('.verdict').first().waitFor();
    expect(await violationsIn(page)).toEqual([]);
  }
  for (const { terminal } of [people.fay, people.gil, people.hana]) {
    await shows(terminal, 'or this code');
    terminal.press('q', ...(terminal === people.hana.terminal ? [KEY.enter] : []));
    expect((await terminal.ended).code).toBe(0);
  }
  host.press('q');
  expect((await host.ended).code).toBe(0);
  expect(logged()).toEqual([]);

  // The report, of the room's folder alone and together with the files of the terminals.
  const names = [...everyone, ida].map(({ name }) => name);
  await reportAgrees(names, votes, ['room']);
  await reportAgrees(names, votes, ['room', 'results']);

  // By now, a page that tried again would have said that the room is gone.
  for (const page of [ada, ben, cleo, dana, eli, ida.page])
    expect(await page.getByText(LOST_PAGE).count()).toBe(0);
}, 300_000);

const GIL_ALONE = ['threatened', 'demanded', 'refused', 'done'];

/** Each form of the report has each person once, with what they pressed. */
async function reportAgrees(
  names: readonly string[],
  votes: Votes,
  folders: readonly string[],
): Promise<void> {
  const report = async (...args: string[]): Promise<string> => {
    const words = [...course, 'workshop', 'report', ...folders, ...args];
    const { code, out, err } = await runHere(words, { cwd: data() });
    expect([code, err.replaceAll(/^Written: .*$/gm, '').trim()]).toEqual([0, '']);
    return out;
  };
  const checks = [who, words, steps, sentence, speakers].flatMap(checksAt);
  const expected = names.flatMap((name) =>
    checks.map(({ id }) => [name, id, votes.of(1, name, id) ?? '', votes.of(2, name, id) ?? '']),
  );
  const { people, checks: counted, leftOut } = JSON.parse(await report('--json'));
  // Terminals have results of their own, which are the same people's.
  const twice = folders.length > 1 ? ['Fay', 'Gil', 'Hana'] : [];
  expect([people, leftOut.length]).toEqual([names.length, twice.length]);
  for (const { why } of leftOut) expect(why).toMatch(/^is from the same person as results/);
  expect(countsIn(counted)).toEqual(countsOf(checks, names, votes));

  await report('--csv', 'votes.csv', '--html', 'votes.html', '--names');
  const rows = readFileSync(path.join(data(), 'votes.csv'), 'utf8').split('\r\n').slice(1, -1);
  expect(rows.map(choicesIn).sort()).toEqual(expected.sort());

  const text = (await report('--all')).replaceAll(/\s+/g, ' ');
  expect(text).toContain(`${names.length} people`);
  const page = await open(pathToFileURL(path.join(data(), 'votes.html')).href);
  const html = await page.innerText('body');
  const voted = (round: 1 | 2): string[] =>
    names.filter((name) => votes.of(round, name, 'who-lock') !== undefined);
  const right = (round: 1 | 2, those: readonly string[]): number =>
    those.filter((name) => votes.of(round, name, 'who-lock') === 'gardener').length;
  const again = voted(2);
  const before = again.filter((name) => voted(1).includes(name));
  const both = `Second vote: ${right(2, again)} of ${again.length} right (the same people in the first vote: ${right(1, before)} of ${before.length}).`;
  for (const shown of [text, html.replaceAll(/\s+/g, ' ')]) {
    expect(shown).toContain(both);
    for (const name of names) expect(shown.split(`${name} (`).length).toBe(2);
  }
}
