// Builds dist/ as a draft beside it and puts it in place at the end: a build that fails leaves the
// last good one as it was.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache } from '../paths.mjs';
import { closeUmask } from '../umask.mjs';
import { bundleProgram } from './bundle.mjs';
import { fill } from './fill.mjs';
import { isBuilt, STAMP_FILE, stampOfBuild, stampOfSources } from './stamp.mjs';
import { makeDraft, publish, remove } from './swap-folder.mjs';

closeUmask();
const stamp = stampOfSources(); // taken first: what changes during the build is built next time
const wasBuilt = isBuilt();
const draft = makeDraft();
try {
  if (!(await make(draft))) process.exitCode = 1;
  else if (!isOvertaken()) publish(draft);
} catch (error) {
  if (!error.errors) console.error(error); // esbuild has shown its own
  process.exitCode = 1;
} finally {
  remove(draft);
}

/** Another start built the same meanwhile: its dist stays, since it may be loading files from it. */
function isOvertaken() {
  return !wasBuilt && stampOfBuild() === stamp;
}

/** @returns whether the courses have no problems */
async function make(folder) {
  const { metafile, problems } = await fill(folder, bundleProgram);
  for (const problem of problems) console.error(problem);
  writeFileSync(path.join(folder, STAMP_FILE), stamp);
  mkdirSync(cache, { recursive: true });
  writeFileSync(path.join(cache, 'metafile.json'), JSON.stringify(metafile));
  return problems.length === 0;
}
