// `node scripts/run-typescript.mjs FILE [args]` runs a TypeScript file of this project on any Node, without a loader.
import { pathToFileURL } from 'node:url';
import { bundledTypescript } from './bundle-typescript.mjs';
import { fromRoot } from './paths.mjs';

const [file, ...args] = process.argv.slice(2);
const { bundle, remove } = await bundledTypescript(file);
process.on('exit', remove);
process.setSourceMapsEnabled(true);
process.argv = [process.argv[0], fromRoot(file), ...args];
await import(pathToFileURL(bundle).href);
