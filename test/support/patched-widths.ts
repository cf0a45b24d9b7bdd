import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vitest/config';
import { patchedText } from '../../scripts/build/patches.mjs';

const PACKAGES = /^(?:string-width|wrap-ansi)$/;
const MARK = '?patched';

/** Whether a module is part of the program, or of a package that we patch. */
const isOurs = (importer: string): boolean =>
  importer.endsWith(MARK) || /[\\/]src[\\/](?:ui|plain)[\\/]/.test(importer);

/**
 * Measures and wraps text with our patches, as the built program does: without them, that is most of the time of a
 * screen. What tests import themselves stays as published.
 */
export const patchedWidths = (): Plugin => ({
  name: 'patched-widths',
  enforce: 'pre',
  async resolveId(source, importer = '') {
    if (!PACKAGES.test(source) || !isOurs(importer)) return null;
    const found = await this.resolve(source, importer.replace(MARK, ''), { skipSelf: true });
    return found && `${path.normalize(found.id)}${MARK}`;
  },
  load(id) {
    if (!id.endsWith(MARK)) return null;
    const file = id.slice(0, -MARK.length);
    return patchedText(file, readFileSync(file, 'utf8'));
  },
});

/** Modules that Vitest must pass to this plugin, and not to Node. */
export const PATCHED = /\?patched$/;
