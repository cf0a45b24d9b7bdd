import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { usingLivePages } from '../support/live-page.js';
import { CHOICES, judged, personView, question } from '../support/person-views.js';
import { TOKEN } from '../support/scripted-room.js';

const opens = usingLivePages();

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const text = (page: Page, words: string) => page.getByText(words, { exact: true }).first();
const OPEN = personView('open', [question()]);
const SAVED = 'Saved. You can change it until the vote closes.';
const LOST = "The room can't be reached. The page tries again by itself.";
const UNSENT = 'Not sent yet: trying again.';

describe('an answer', () => {
  test('is sent with one nonce until the room has it', async () => {
    const { page, room } = await opens(OPEN);
    room.answering('/answer', { status: 503, body: {} });
    await button(page, 'The mayor').click();
    await text(page, UNSENT).waitFor();
    await expect.poll(() => room.messages.length).toBeGreaterThan(1);
    room.answering('/answer', { status: 200, body: { saved: true } });
    await text(page, SAVED).waitFor();
    expect(new Set(room.messages.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  test('waits while another one is on its way, and only the latest is sent', async () => {
    const { page, room } = await opens(OPEN);
    room.answering('/answer', { status: 503, body: {} });
    await button(page, 'The mayor').click();
    await text(page, UNSENT).waitFor();
    await button(page, 'The head librarian').click();
    await button(page, "The council's spokesman").click();
    expect(await page.locator('[aria-pressed=true]').textContent()).toContain('spokesman');
    room.answering('/answer', { status: 200, body: { saved: true } });
    await text(page, SAVED).waitFor();
    const chosen = room.messages.map((one) => one.do === 'answer' && one.choices[0]?.[1]);
    expect([...new Set(chosen)]).toEqual(['mayor', 'spokesman']);
  });

  test('that was not sent is sent after a reload, with the same nonce', async () => {
    const { page, room } = await opens(OPEN);
    room.answering('/answer', 'silent');
    await button(page, 'The mayor').click();
    await text(page, 'Sending…').waitFor();
    await expect.poll(() => room.messages.length).toBe(1);
    await page.reload();
    await expect.poll(() => room.messages.length).toBe(2);
    expect(room.messages[1]).toEqual(room.messages[0]);
    expect(await page.locator('[aria-pressed=true]').textContent()).toContain('The mayor');
  });
});

describe('the connection', () => {
  test('comes back within five seconds after the host restarts, and the question stays', async () => {
    const { page, room } = await opens(OPEN);
    await button(page, 'The mayor').waitFor();
    await room.stop();
    await page.getByText(LOST).waitFor();
    await button(page, 'The head librarian').click();
    await text(page, UNSENT).waitFor();
    room.show(personView('closed', [question({ canAnswer: false })]));
    const started = Date.now();
    await room.start();
    await text(page, 'The vote is closed.').waitFor();
    expect(Date.now() - started).toBeLessThan(5_000);
    await expect.poll(() => page.getByText(LOST).count()).toBe(0);
    await expect.poll(() => room.messages.length).toBe(1);
  });

  test('is made again after ten minutes of sleep', async () => {
    const { page, room, context } = await opens(OPEN, {
      before: (one) => one.clock.install(),
    });
    await button(page, 'The mayor').waitFor();
    const before = room.connections();
    await context.setOffline(true);
    await page.clock.fastForward(600_000);
    await page.getByText(LOST).waitFor();
    room.show(personView('revealed', [judged('right')]));
    await context.setOffline(false);
    await page.locator('.verdict').waitFor();
    expect(room.connections()).toBeGreaterThan(before);
  });

  test('is made again when the room is silent for 40 seconds', async () => {
    const { page, room } = await opens(OPEN, {
      before: (one) => one.clock.install(),
    });
    await button(page, 'The mayor').waitFor();
    const before = room.connections();
    await page.clock.runFor(30_000);
    expect(room.connections()).toBe(before);
    await page.clock.runFor(20_000);
    await expect.poll(() => room.connections()).toBe(before + 1);
  });
});

describe('after the end of the room', () => {
  test('the page has everything: it does not try again, and says nothing of a room that is gone', async () => {
    const { page, room } = await opens(personView('ended', [judged('right')]), {
      before: (one) => one.clock.install(),
    });
    await page.locator('.verdict').waitFor();
    const gone = page.waitForEvent('requestfailed', (one) => one.url().includes('/events'));
    await room.stop();
    await gone;
    for (let i = 0; i < 5; i++) await page.clock.runFor(10_000);
    expect(await page.getByText(LOST).count()).toBe(0);
    await room.start();
    await page.clock.runFor(10_000);
    await page.evaluate(() => fetch('/7k2m'));
    expect(room.connections()).toBe(1);
    await text(page, 'The room has ended.').waitFor();
  });

  test('a page that hears of it by its answer does not say any more that it tries again', async () => {
    const { page, room } = await opens(OPEN);
    await button(page, 'The mayor').waitFor();
    await page.route('**/events*', (route) => route.abort());
    await room.stop();
    await page.getByText(LOST).waitFor();
    const view = personView('ended', [judged('right')]);
    room.answering('/answer', { status: 200, body: { saved: true, view } });
    await room.start();
    await button(page, 'The mayor').click();
    await text(page, 'The room has ended.').waitFor();
    expect(await page.getByText(LOST).count()).toBe(0);
  });
});

describe('a person', () => {
  test('who was removed is told so, and can join again', async () => {
    const { page, room, errors } = await opens(OPEN);
    await button(page, 'The mayor').waitFor();
    room.remove();
    await text(page, "You're no longer in this room. Join again.").waitFor();
    await button(page, 'Join').waitFor();
    expect(page.url()).toBe(`${room.url}/7k2m`);
    expect(errors.filter((one) => !one.includes('401'))).toEqual([]);
  });

  test('has the same question in a second tab', async () => {
    const { page, room, context } = await opens(OPEN);
    await button(page, 'The mayor').waitFor();
    const second = await context.newPage();
    await second.goto(`${room.url}/7k2m#t=${TOKEN}`);
    await button(second, 'The mayor').waitFor();
    const answered = { check: 'check-3', choices: CHOICES, chosen: 'mayor' };
    await button(second, 'The mayor').click();
    room.show(personView('open', [question({ rows: [answered] })], { message: SAVED }));
    await text(page, SAVED).waitFor();
    expect(await page.locator('[aria-pressed=true]').textContent()).toContain('The mayor');
  });

  test('can leave with the button for back, and come back', async () => {
    const { page, room } = await opens(OPEN, { end: '/7k2m' });
    await page.goto('about:blank');
    await page.goto(`${room.url}/7k2m`);
    await button(page, 'Join').click();
    await button(page, 'The mayor').waitFor();
    await page.goBack();
    expect(page.url()).toBe('about:blank');
    room.show(personView('talk', [question({ canAnswer: false })]));
    await page.goForward();
    await page.getByText('Talk to your neighbours.').waitFor();
    expect(room.joins.length).toBe(1);
  });

  test('can take part while the browser keeps nothing', async () => {
    const { page, room, errors } = await opens(OPEN, {
      end: '/7k2m',
      before: (context) =>
        context.addInitScript(() => {
          Object.defineProperty(globalThis, 'sessionStorage', {
            get: () => {
              throw new Error('no storage');
            },
          });
        }),
    });
    await button(page, 'Join').click();
    await button(page, 'The mayor').click();
    await text(page, SAVED).waitFor();
    await page.reload();
    await button(page, 'The mayor').waitFor();
    expect(room.joins.length).toBe(1);
    expect(errors).toEqual([]);
  });
});
