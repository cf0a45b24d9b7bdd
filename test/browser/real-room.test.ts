import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type Stop, stopsOf } from '../../src/core/live-room/stop.js';
import { askHandInText } from '../../src/core/messages/live-room/page.js';
import { bareCode } from '../../src/core/room/codes/base32.js';
import { violationsIn } from '../support/browser-page.js';
import { freePort } from '../support/free-port.js';
import { atPage, shows, tabInto } from '../support/in-room.js';
import { usingProgram } from '../support/program.js';
import { ROOM_COURSE, roomCourse } from '../support/room-course.js';
import { joinsAs, usingRoomPages } from '../support/room-pages.js';
import { roomPage } from '../support/scripted-room.js';
import { liveRooms } from '../support/served-room.js';
import { temporaryFolders } from '../support/temporary-folder.js';
import { KEY, type Terminal } from '../support/terminal.js';

const { begin, data } = usingProgram();
const { open, logged } = usingRoomPages();
const [who] = stopsOf(roomCourse.lessons.filter(({ id }) => id === 'the-wall')) as [Stop];

type Lines = { readonly host: Terminal; readonly url: string; readonly code: string };

/** The facilitator's program in lines, with a room of the first lesson. */
async function roomInLines(...more: string[]): Promise<Lines> {
  const port = String(await freePort());
  const args = ['--course', ROOM_COURSE, 'workshop', 'room', '--lesson', '1', '--dir', 'room'];
  const host = begin({
    args: [...args, '--port', port, '--plain', ...more],
    cwd: data(),
    ...{ columns: 120, rows: 60 },
  });
  await host.shows('Type: ');
  const url = /http:\S+/.exec(host.text())?.[0] ?? '';
  return { host, url, code: bareCode(/join ([0-9A-Z-]+)/.exec(host.text())?.[1] ?? '') };
}

const says = (host: Terminal, command: string): void => host.press(command, KEY.enter);

async function joined(url: string, name: string, width = 390): Promise<Page> {
  const page = await open(url, { viewport: { width, height: 800 } });
  await joinsAs(page, name);
  await page.getByText(`${name} · Room`).waitFor();
  return page;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const QUESTION_1 = 'Question 1 of 6';

describe('at their own pace', () => {
  test('with feedback now, an answer is final once it is sent, and brings its verdict', async () => {
    const { host, url } = await roomInLines('--pace', 'own');
    const [ada, ben] = [await joined(url, 'Ada'), await joined(url, 'Ben', 1280)];
    says(host, 'begin');
    await ada.getByText('Work at your own pace.').waitFor();
    await ada.locator('.choice', { hasText: 'Mara Finch' }).click();
    await button(ada, 'Answer').click();
    await ada.locator('.verdict', { hasText: /the right answer: \d A gardener/ }).waitFor();
    expect(await violationsIn(ada)).toEqual([]);
    await button(ada, 'Next').click();
    await ada.getByRole('heading', { name: 'Question 2 of 6' }).waitFor();
    await button(ada, 'Hand in').click();
    await ada.getByText(askHandInText(2)).waitFor();
    await button(ada, 'Hand in').click();
    await shows(host, 'Handed in: Ada (1 of 2).');
    // The other page sees nothing of it, and has a draft when the room ends.
    await ben.getByRole('heading', { name: QUESTION_1 }).waitFor();
    await tabInto(ben, '.choice');
    await ben.keyboard.press('1');
    expect(await ben.locator('.verdict').count()).toBe(0);
    says(host, 'end');
    await ben.getByText('The room has ended.').first().waitFor();
    await ada.getByText('The room has ended.').first().waitFor();
    expect(logged()).toEqual([]);
  });

  test('with feedback later, answers can be changed until the hand-in, which brings the verdicts', async () => {
    const { host, url, code } = await roomInLines('--pace', 'own', '--feedback', 'later');
    const pages = [await joined(url, 'Ada'), await joined(url, 'Ben', 1280)] as const;
    const [ada, ben] = [atPage('Ada', pages[0], code), atPage('Ben', pages[1], code)];
    says(host, 'begin');
    for (const one of [ada, ben]) await one.sees('You can change your answers until you hand in.');
    await ada.chooses(who, ['council']);
    await ada.chooses(who, ['gardener']);
    await ben.chooses(who, ['teacher']);
    await ada.sees('Saved. You can change it until you hand in.');
    await ada.page.reload();
    await ada.page.locator('[aria-pressed=true]', { hasText: 'A gardener' }).waitFor();
    for (const { page } of [ada, ben]) expect(await page.locator('.verdict').count()).toBe(0);
    for (const press of [1, 2]) {
      await button(ada.page, 'Hand in').click();
      if (press === 1) await ada.sees(askHandInText(2));
    }
    await shows(host, 'Handed in: Ada (1 of 2).');
    await ada.page.locator('.verdict').first().waitFor();
    expect(await ben.page.locator('.verdict').count()).toBe(0);
    says(host, 'end');
    await ben.page.locator('.verdict').first().waitFor();
    expect(logged()).toEqual([]);
  });
});

test('the facilitator leads from a browser, with the address that line mode prints', async () => {
  const { host, url, code } = await roomInLines();
  says(host, 'address');
  await shows(host, 'whoever has it leads the room.');
  const remote = await open(/http:\S+#t=\w+/.exec(host.text())?.[0] ?? '', {
    viewport: { width: 320, height: 640 },
  });
  await remote.getByText('0 in · 0 answered').waitFor();
  const ada = atPage('Ada', await joined(url, 'Ada'), code);
  await remote.getByText('1 in · 0 answered').waitFor();
  const leads = async (name: string, seen: string): Promise<void> => {
    await button(remote, name).click();
    await ada.sees(seen);
  };
  await leads('Begin', 'Choose an answer.');
  await ada.chooses(who, ['teacher']);
  await remote.getByText('1 in · 1 answered').waitFor();
  await leads('Talk, then vote again', 'Talk with the people beside you');
  await leads('Vote again', 'Vote again: choose the same answer');
  await ada.chooses(who, ['gardener']);
  await leads('Close the vote', 'The vote is closed.');
  await leads('Show the answer', 'Compare your answer');
  expect(await violationsIn(remote)).toEqual([]);
  await leads('Next', 'Which words say how the source');
  await button(remote, 'End the room').click();
  await remote.getByText('End the room for everyone?').waitFor();
  await leads('End the room', 'The room has ended.');
  await shows(host, 'The room has ended. 1 person took part.');
  expect(logged()).toEqual([]);
});

test('a removed person is told so, and a locked door lets nobody new in', async () => {
  const { host, url } = await roomInLines();
  const [ada, ben] = [await joined(url, 'Ada'), await joined(url, 'Ben')];
  says(host, 'begin');
  for (const page of [ada, ben]) await page.getByText('Choose an answer.').waitFor();
  says(host, 'lock');
  await shows(host, 'The door is locked');
  const late = await open(url);
  await joinsAs(late, 'Cleo');
  await late.getByText('The room is locked, and nobody can join.').waitFor();
  says(host, 'remove Ben');
  await ben.getByText('Your facilitator has taken you out of this room.').waitFor();
  expect(await ben.locator('.choice').count()).toBe(0);
  says(host, 'unlock');
  await shows(host, 'The door is open.');
  await button(late, 'Join').click();
  await late.getByText('Choose an answer.').waitFor();
  await ada.locator('.choice').first().click();
  await shows(host, 'Cleo joined (2 in).');
  expect(logged().filter((one) => !/status of 423/.test(one))).toEqual([]);
});

describe('on another address of this computer', () => {
  const folderOf = temporaryFolders();
  const { served } = liveRooms();

  test('the room is open there, and who was in at the first address stays in', async () => {
    const { server, room } = await served({ folder: folderOf(), page: roomPage() });
    const ada = await joined(server.url, 'Ada');
    await server.listenOn('127.0.0.2');
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.2:/);
    const ben = await joined(server.url, 'Ben');
    room.command({ do: 'begin' });
    for (const page of [ada, ben]) {
      await page.locator('.choice').first().click();
      await page.getByText('Saved. You can change it').first().waitFor();
      await page.reload();
      await page.locator('[aria-pressed=true]').waitFor();
    }
    await expect.poll(() => room.view().answered).toBe(2);
    expect(logged()).toEqual([]);
  });
});
