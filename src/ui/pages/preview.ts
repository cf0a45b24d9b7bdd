import { HELP, INSPECT } from '../keys/footer-keys.js';
import type { Page } from '../layout/page.js';

/** Marks a page as a preview. Adds the inspect key before the help key. */
export const asPreview = (page: Page): Page => ({
  ...page,
  where: ['preview', page.where].filter(Boolean).join(' · '),
  whereShort: ['preview', page.whereShort].filter(Boolean).join(' '),
  footer: page.footer.flatMap((key) => (key === HELP ? [INSPECT, key] : [key])),
});
