import path from 'node:path';
import { isRecord } from '../../core/json-shape.js';
import { readFile } from './open-file.js';
import { isOutOfReach } from './ownership.js';

/**
 * The package that npx was asked to run, such as `./on-the-record-0.1.0.tgz`. npx writes it to the `package.json` of its
 * install folder. The program suggests it as a command, so a file that others could have written does not count: a
 * checkout in `/tmp/work/on-the-record` would otherwise read anyone's `/tmp/package.json`.
 * @param packageFolder the folder of this program's package
 * @returns undefined if npx did not write it
 */
export function npxPackage(packageFolder: string): string | undefined {
  try {
    const file = path.join(packageFolder, '..', '..', 'package.json');
    if (!isOutOfReach(file)) return undefined;
    const { _npx: npx } = JSON.parse(readFile(file).toString());
    const [requested] = isRecord(npx) && Array.isArray(npx.packages) ? npx.packages : [];
    return typeof requested === 'string' ? requested : undefined;
  } catch {
    return undefined;
  }
}
