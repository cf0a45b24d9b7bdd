import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { openChromium } from './chromium.js';

type PageOptions = BrowserContextOptions & {
  /** Whether the tab can keep nothing. */
  readonly hasNoStorage?: boolean;
};

/** Pages of a real room, each in a browser of its own. */
export type RoomPages = {
  readonly open: (url: string, options?: PageOptions) => Promise<Page>;
  /** What the pages logged, without what a browser itself says about requests that do not arrive. */
  readonly logged: () => readonly string[];
};

/** Opens pages in Chromium for the tests of a file, and closes them after each test. */
export function usingRoomPages(): RoomPages {
  let browser: Browser;
  let pages: Page[] = [];
  let logged: string[] = [];
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterEach(async () => {
    for (const page of pages) await page.context().close();
    [pages, logged] = [[], []];
  });
  afterAll(() => browser?.close());
  return {
    open: async (url, { hasNoStorage, ...options } = {}) => {
      const context = await browser.newContext(options);
      if (hasNoStorage) await context.addInitScript(withoutStorage);
      const page = await context.newPage();
      pages.push(page);
      page.on('console', (one) => logged.push(one.text()));
      page.on('pageerror', (error) => logged.push(error.message));
      await page.goto(url);
      return page;
    },
    logged: () => logged.filter((one) => !/^Failed to load resource: net::ERR_/.test(one)),
  };
}

function withoutStorage(): void {
  Object.defineProperty(globalThis, 'sessionStorage', {
    get: () => {
      throw new Error('no storage');
    },
  });
}

export async function joinsAs(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox').fill(name);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
}
