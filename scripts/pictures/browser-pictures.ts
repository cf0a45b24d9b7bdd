import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { freePort } from '../../test/support/free-port.js';
import { dataFolder, PROGRAM, Terminal, testNode } from '../../test/support/terminal.js';
import { DOOR, TOKEN, votedTwice, voteOpen } from './live-folder.js';

/** A picture of a page in a browser. No test compares it: each computer has other fonts. */
export type BrowserPicture = {
  /** The file in docs/pictures, without `.png`. */
  readonly name: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** What of the page is in the picture, as a CSS selector. Without it, the end of the page. */
  readonly part?: string;
  /** Calls back with the address of the page while it can be opened. @param folder is empty, and removed afterwards */
  readonly open: (folder: string, look: (address: string) => Promise<void>) => Promise<void>;
};

export const BROWSER_PICTURES: readonly BrowserPicture[] = [
  { name: 'room-phone', width: 390, height: 700, open: phone },
  {
    name: 'room-report',
    width: 560,
    height: 900,
    part: 'article:has(svg)',
    open: report,
  },
];

export const browserFileOf = ({ name }: BrowserPicture): string =>
  fileURLToPath(new URL(`../../docs/pictures/${name}.png`, import.meta.url));

/** Writes the file, from what the built program shows. */
export async function photograph(browser: Browser, picture: BrowserPicture): Promise<void> {
  const { width, height, part, open } = picture;
  const folder = dataFolder();
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: 'light' });
  try {
    await open(folder.path, async (address) => {
      await page.goto(address);
      await page.getByRole('heading').first().waitFor();
      const path = browserFileOf(picture);
      if (part !== undefined) await page.locator(part).first().screenshot({ path });
      else {
        await page.evaluate('scrollTo(0, document.body.scrollHeight)');
        await page.screenshot({ path });
      }
    });
  } finally {
    await page.close();
    folder.remove();
  }
}

/** The page of somebody who has answered, as a room in lines serves it. */
async function phone(cwd: string, look: (address: string) => Promise<void>): Promise<void> {
  const origin = `http://127.0.0.1:${await freePort()}`;
  const args = ['workshop', 'room', '--plain', '--dir', voteOpen(cwd), '--port', portOf(origin)];
  const room = new Terminal({ args, cwd });
  try {
    await room.shows(`${origin}/${DOOR}`);
    await look(`${origin}/${DOOR}#t=${TOKEN}`);
  } finally {
    await room.discard();
    await room.ended;
  }
}

const portOf = (origin: string): string => new URL(origin).port;

async function report(cwd: string, look: (address: string) => Promise<void>): Promise<void> {
  const args = ['workshop', 'report', votedTwice(cwd), '--html', 'report.html'];
  execFileSync(testNode(), [PROGRAM, ...args], { cwd, stdio: 'pipe' });
  await look(pathToFileURL(path.join(cwd, 'report.html')).href);
}
