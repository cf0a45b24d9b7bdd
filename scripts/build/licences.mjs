import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fromRoot } from '../paths.mjs';

const LICENCE_FILE = /^(licen[cs]e|copying)(\.|-|$)/i;

/** The name, version and full licence of every package that has a module in the bundle. */
export function licencesOf(metafile) {
  const packages = new Set(Object.keys(metafile.inputs).map(packageFolder));
  packages.delete(undefined);
  const texts = new Set([...packages].sort().map(licenceOf)); // a set: the same version may lie in two places
  return [...texts].join(`\n${'-'.repeat(80)}\n\n`);
}

/** `node_modules/a/node_modules/@b/c/index.js` belongs to `node_modules/a/node_modules/@b/c`. */
function packageFolder(file) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(read(`${folder}/package.json`));
  const file = licenceFile(folder, name, version);
  if (typeof license !== 'string' || file === undefined)
    throw new Error(`${name} ${version} comes without a licence: it cannot be shipped as it is`);
  return `${name} ${version}\n${license}\n\n${read(file).trim()}\n`;
}

/** A package may forget its text; then ours stands in, for the one version it was looked up for. */
function licenceFile(folder, name, version) {
  const own = readdirSync(fromRoot(folder)).find((entry) => LICENCE_FILE.test(entry));
  if (own !== undefined) return `${folder}/${own}`;
  const ours = `scripts/build/licences/${name.replace('/', '-')}-${version}.txt`;
  return existsSync(fromRoot(ours)) ? ours : undefined;
}

const read = (file) => readFileSync(fromRoot(file), 'utf8');
