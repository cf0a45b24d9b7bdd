import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from './chromium.js';

export type OpenedPage = {
  readonly page: Page;
  /** What the page logged, asked for or opened, and should not have. */
  readonly errors: readonly string[];
};

/** A page of ours as a file. */
function pageFile(html: string): { address: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'on-the-record-'));
  const file = path.join(folder, 'page.html');
  writeFileSync(file, html);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  return { address: pathToFileURL(file).href, remove };
}

async function openPage(
  browser: Browser,
  address: string,
  width: number,
  colorScheme: 'light' | 'dark',
): Promise<OpenedPage> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => {
    errors.push(`a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== address) errors.push(`asked for ${request.url()}`);
  });
  await page.goto(address);
  return { page, errors };
}

/** How many pixels the page is wider than its window. */
export const beyondWindow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');

/** What axe-core finds, with the first place of each. */
export async function violationsIn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

type Opens = (width: number, colorScheme: 'light' | 'dark') => Promise<OpenedPage>;

/** Opens a page of ours in Chromium, for the tests of this `describe`. */
export function usingPage(html: string): Opens {
  const file = pageFile(html);
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
    file.remove();
  });
  return (width, colorScheme) => openPage(browser, file.address, width, colorScheme);
}

/**
 * Tests a page at the width of a phone and of a laptop, light and dark.
 * @param never a selector of elements that only an injected text can make
 * @param more further tests of the opened page
 */
export function atEachWidth(
  opens: Opens,
  never: string,
  more: (opened: () => OpenedPage) => void,
): void {
  describe.each([
    [360, 'light'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)('at %d pixels, %s', (width, colorScheme) => {
    let opened: OpenedPage;

    beforeAll(async () => {
      opened = await opens(width, colorScheme);
    });

    test('fits the width of the window', async () => {
      expect(await beyondWindow(opened.page)).toBeLessThanOrEqual(0);
    });

    test('logs no error, runs no script and requests no file', async () => {
      expect(opened.errors).toEqual([]);
      expect(await opened.page.locator(never).count()).toBe(0);
    });

    test('passes axe-core', async () => {
      expect(await violationsIn(opened.page)).toEqual([]);
    });

    more(() => opened);
  });
}
