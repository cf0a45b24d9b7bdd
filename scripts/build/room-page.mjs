import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { fromRoot } from '../paths.mjs';

/** Browsers of about 2020. */
const TARGET = 'es2020';

/** The name of the page in dist. */
const NAME = 'room-page.html';

/** Writes the page of a live room into a folder: one HTML file with its script and style inside. */
export async function writeRoomPage(folder) {
  const [script, style] = await Promise.all([
    minified('src/page/main.ts'),
    minified('src/page/style.css'),
  ]);
  writeFileSync(path.join(folder, NAME), htmlOf(script, style));
}

const htmlOf = (script, style) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Join a room</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<main></main>
<noscript><p>This page needs JavaScript. The facilitator can give you the questions on paper.</p></noscript>
<script>${script}</script>
</body>
</html>
`;

async function minified(entry) {
  const { outputFiles } = await build({
    absWorkingDir: fromRoot('.'),
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: TARGET,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return outputFiles[0].text.trim();
}
