import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The system's Chromium, or the one that CHROMIUM names. Throws with what to do where there is none. */
export async function openChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
  if (!executablePath || !existsSync(executablePath))
    throw new Error(
      'There is no Chromium here. On Debian: apt-get install chromium. Elsewhere set CHROMIUM to its path.',
    );
  // In a container there is no user namespace for Chromium to shut itself in; only our own page is opened.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}
