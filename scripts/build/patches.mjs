// Applies patches/<package>+<version>.patch to a package while it is bundled. node_modules stays as installed.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { applyPatch, parsePatch } from 'diff';
import { fromRoot, root } from '../paths.mjs';

const FOLDER = fromRoot('patches');

/**
 * Patches packages. The build fails if a patch is for another version than the one installed, or no longer applies.
 * @returns {import('esbuild').Plugin}
 */
export function patches(folder = FOLDER) {
  const patched = filesToPatch(folder);
  return {
    name: 'patches',
    setup(build) {
      build.onStart(() => errorsFor(readdirSync(folder).flatMap(otherVersion)));
      build.onLoad({ filter: /[\\/]node_modules[\\/].*\.js$/ }, ({ path: place }) => {
        const change = patched.get(fromRootTo(place));
        return change && patchedFile(place, change);
      });
    },
  };
}

/**
 * Fails a build of the whole program that does not bundle a file that has a patch. It needs esbuild's metafile.
 * @returns {import('esbuild').Plugin}
 */
export function everyPatchIsUsed(folder = FOLDER) {
  return {
    name: 'patches',
    setup(build) {
      build.onEnd(({ metafile, errors }) => {
        if (errors.length > 0) return undefined;
        const unused = [...filesToPatch(folder)].filter(([file]) => !(file in metafile.inputs));
        return errorsFor(unused.map(([file, { name }]) => `${name}: ${file} is not bundled`));
      });
    },
  };
}

/** Files of packages by their paths from the root, each with the name of its patch file and what that changes in it. */
function filesToPatch(folder) {
  const changesIn = (name) =>
    parsePatch(readFileSync(path.join(folder, name), 'utf8')).map((change) => [
      change.newFileName.replace(/^b\//, ''),
      { name, change },
    ]);
  return new Map(readdirSync(folder).flatMap(changesIn));
}

function otherVersion(name) {
  const [, scope = '', id, wanted] = /^(@[^+]+\+)?([^+]+)\+(.+)\.patch$/.exec(name);
  const manifest = fromRoot('node_modules', scope.replace('+', '/'), id, 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  return version === wanted
    ? []
    : [`${name} is for version ${wanted}, but ${version} is installed`];
}

/** A file of a package with our patch, as in a build. */
export function patchedText(place, text) {
  const patch = filesToPatch(FOLDER).get(fromRootTo(place));
  return (patch && applyPatch(text, patch.change)) || text;
}

function patchedFile(place, { name, change }) {
  const contents = applyPatch(readFileSync(place, 'utf8'), change);
  if (contents !== false) return { contents };
  return errorsFor([`${name} does not apply to ${fromRootTo(place)}`]);
}

const fromRootTo = (place) => path.relative(root, place).replaceAll(path.sep, '/');

const errorsFor = (texts) => ({ errors: texts.map((text) => ({ text })) });
