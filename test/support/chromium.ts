import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Opens the system's Chromium, or the browser that CHROMIUM names. Throws with advice if there is none. */
export async function openChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
  if (!executablePath || !existsSync(executablePath))
    throw new Error(
      'There is no Chromium here. On Debian: apt-get install chromium. Elsewhere set CHROMIUM to its path.',
    );
  // Containers have no user namespace for Chromium's sandbox. These tests open only our own page.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}
