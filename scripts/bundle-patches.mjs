// Every place where the bundle differs from the packages it is made of, and why. The build fails
// as soon as a package no longer holds what is replaced here, so no patch goes stale unseen.

/** Modules that are never used, and cost start-up time or break it. */
const STUBS = [
  {
    // Ink imports it dynamically, only when DEV=true; left external, it is missing at the learner's.
    module: 'react-devtools-core',
    importedBy: 'ink',
    contents: 'export default { initialize() {}, connectToDevTools() {} };',
  },
  {
    // conf imports the JSON Schema validator even when it is given no schema: some 50 ms.
    module: 'ajv/dist/2020.js',
    importedBy: 'conf',
    contents: `export class Ajv2020 { constructor() { throw new Error('conf is built without schemas'); } }`,
  },
  {
    module: 'ajv-formats',
    importedBy: 'conf',
    contents: 'export default {};',
  },
  {
    // conf compares versions for migrations, which it is never given: some 16 kB of the package.
    module: 'semver',
    importedBy: 'conf',
    contents: 'export default {};',
  },
];

const NAMESPACE = 'stub';

export const stubs = {
  name: 'stubs',
  setup(build) {
    const find = (module) => STUBS.find((stub) => stub.module === module);
    build.onResolve({ filter: /./ }, ({ path }) =>
      find(path) ? { path, namespace: NAMESPACE } : undefined,
    );
    build.onLoad({ filter: /./, namespace: NAMESPACE }, ({ path }) => ({
      contents: find(path).contents,
    }));
  },
};

/** Throws where a bundled package no longer imports what is stubbed. */
export function checkStubs({ inputs }) {
  const files = Object.keys(inputs);
  const isBundled = (name) => files.some((file) => file.startsWith(`node_modules/${name}/`));
  const unused = STUBS.find(
    ({ module, importedBy }) => isBundled(importedBy) && !files.includes(`${NAMESPACE}:${module}`),
  );
  if (unused)
    throw new Error(
      `${unused.importedBy} no longer imports ${unused.module}: mend scripts/bundle-patches.mjs`,
    );
}
