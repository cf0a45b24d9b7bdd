import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';

export type OpenedPage = {
  readonly page: Page;
  /** What the page logged, asked for or opened, and should not have. */
  readonly errors: readonly string[];
};

/** A page of ours as a file. */
export function pageFile(html: string): { address: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'on-the-record-'));
  const file = path.join(folder, 'page.html');
  writeFileSync(file, html);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  return { address: pathToFileURL(file).href, remove };
}

export async function openPage(
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
