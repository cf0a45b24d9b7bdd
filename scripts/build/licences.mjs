import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fromRoot } from '../paths.mjs';

const LICENCE_FILE = /^(licen[cs]e|copying)(\.|-|$)/i;
/** What a package says about code that it has from others. */
const NOTICE_FILE = /^(notice|third-?party-?(notice|licen[cs]e)s?)(\.|-|$)/i;

/** The name, version, full licence and notices of every package that has a module in the bundle. */
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
  const licences = licenceFiles(folder, name, version);
  if (typeof license !== 'string' || licences.length === 0)
    throw new Error(`${name} ${version} comes without a licence: it cannot be shipped as it is`);
  const texts = [...licences, ...filesIn(folder, NOTICE_FILE)].map((file) => read(file).trim());
  return `${name} ${version}\n${license}\n\n${texts.join('\n\n')}\n`;
}

/** A package may forget its text; then ours stands in, for the one version it was looked up for. */
function licenceFiles(folder, name, version) {
  const own = filesIn(folder, LICENCE_FILE);
  if (own.length > 0) return own;
  const ours = `scripts/build/licences/${name.replace('/', '-')}-${version}.txt`;
  return existsSync(fromRoot(ours)) ? [ours] : [];
}

const filesIn = (folder, pattern) =>
  readdirSync(fromRoot(folder))
    .filter((name) => pattern.test(name))
    .map((name) => `${folder}/${name}`);

const read = (file) => readFileSync(fromRoot(file), 'utf8');
