// npm's `prepare`: builds a checkout that a git url was cloned into. `npx .` runs it too, before
// anything is installed; then the start installs and builds, and a failure here would stop it.
import { existsSync } from 'node:fs';
import { isBuilt } from './build/stamp.mjs';
import { fromRoot } from './paths.mjs';

if (existsSync(fromRoot('node_modules', 'esbuild')) && !isBuilt())
  await import('./build/build.mjs');
