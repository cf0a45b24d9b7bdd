import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { HostView } from '../../src/core/views/live-room/host-view.js';
import type { PersonView } from '../../src/core/views/live-room/person-view.js';
import { openChromium } from './chromium.js';
import { type ScriptedRoom, scriptedRoom, TOKEN } from './scripted-room.js';

/** A person's page of a live room, in a browser of its own. */
export type LivePage = {
  readonly room: ScriptedRoom;
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page logged or asked for, and should not have. */
  readonly errors: readonly string[];
};

type Opens = (
  view: PersonView | HostView,
  options?: BrowserContextOptions & {
    /** The end of the address. Without one, the person is in already. */
    readonly end?: string;
    /** Runs before the page's own script. */
    readonly before?: (context: BrowserContext) => Promise<unknown>;
  },
) => Promise<LivePage>;

/** Opens pages of live rooms in Chromium, for the tests of a file, and closes them after each test. */
export function usingLivePages(): Opens {
  let browser: Browser;
  const opened: LivePage[] = [];
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterEach(async () => {
    for (const { context, room } of opened.splice(0)) {
      await context.close();
      await room.stop();
    }
  });
  afterAll(() => browser?.close());

  return async (view, { end = `/7k2m#t=${TOKEN}`, before, ...options } = {}) => {
    const room = await scriptedRoom(view);
    const context = await browser.newContext({ viewport: { width: 390, height: 800 }, ...options });
    await before?.(context);
    const page = await context.newPage();
    const errors = errorsOf(page, room.url);
    opened.push({ room, page, context, errors });
    await page.goto(room.url + end);
    return { room, page, context, errors };
  };
}

function errorsOf(page: Page, url: string): string[] {
  const errors: string[] = [];
  page.on('console', (message) => errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => {
    errors.push(`a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`)) errors.push(`asked for ${request.url()}`);
  });
  return errors;
}
