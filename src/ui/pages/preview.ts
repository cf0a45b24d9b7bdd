import { HELP, INSPECT } from '../keys/footer-keys.js';
import type { Page } from '../layout/page.js';

/** The page as an author sees it: told to be a preview, with the key to what stands behind it where there is help. */
export const asPreview = (page: Page): Page => ({
  ...page,
  where: ['preview', page.where].filter(Boolean).join(' · '),
  whereShort: ['preview', page.whereShort].filter(Boolean).join(' '),
  footer: page.footer.flatMap((key) => (key === HELP ? [INSPECT, key] : [key])),
});
