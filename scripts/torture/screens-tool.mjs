import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { common } from '../build/esbuild-options.mjs';
import { patches } from '../build/patches.mjs';
import { cache, root } from '../paths.mjs';

/** Ink's own reading of a key, which it does not hand out, by its place. */
const ENTRY = `
export { render } from 'ink';
export { createElement } from 'react';
export { default as stringWidth } from 'string-width';
export { default as parseKeypress, nonAlphanumericKeys } from './node_modules/ink/build/parse-keypress.js';
export { App } from './src/ui/app.tsx';
export { KeyStream } from './src/ui/terminal/key-stream.ts';
export { actionFor } from './src/ui/keys/keys.ts';
export { layOut, textWidth } from './src/ui/layout/fit.ts';
export { pageFor } from './src/ui/pages/page.ts';
export { isInPaste, splitKeys } from './src/ui/terminal/parse-keys.ts';
export { foldAll, foldOnto } from './src/core/progress/fold.ts';
export { scene } from './src/core/scene/scene.ts';
export { start } from './src/core/session/step.ts';
export { createSessionStore } from './src/core/session/store.ts';
`;

/** The core and the screens in one module, with the packages as the bundle has them: changed, and quick. */
export async function screensTool() {
  const file = path.join(cache, `screens-${randomUUID()}.mjs`);
  try {
    await build({
      stdin: { contents: ENTRY, resolveDir: root, sourcefile: 'screens-tool.ts' },
      outfile: file,
      define: { 'process.env.NODE_ENV': '"production"' },
      // Some packages of Ink's ask for parts of Node in the old way.
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
      plugins: [patches()],
      ...common(),
    });
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(file, { force: true });
  }
}
