// What a rule of `check` says about itself is for the author's page and for tests. The program does without it.
import { readFileSync } from 'node:fs';

const RULES = /src\/core\/lint\/rules\/.*\.ts$/;

/** A field of the object that a file exports, as the formatter writes it. */
const DOCUMENTATION =
  /^ {2}(?:(?:source|about):(?=\s*[`'"])|fails: \{|passes: \{)[\s\S]*?(?=^ {2}\w+[:,(]|^\};?$)/gm;

/**
 * Leaves the sources and the examples of rules out of the bundle.
 * @returns {import('esbuild').Plugin}
 */
export const withoutRuleDocs = () => ({
  name: 'rule-docs',
  setup(build) {
    build.onLoad({ filter: RULES }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(DOCUMENTATION, ''),
      loader: 'ts',
    }));
  },
});
