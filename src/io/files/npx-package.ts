import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isRecord } from '../../core/json-shape.js';

/**
 * What npx was given to run, such as `./on-the-record-0.1.0.tgz`: it notes it in the folder that it installs in.
 * @param packageFolder the one that this program runs from
 * @returns nothing where it does not say
 */
export function npxPackage(packageFolder: string): string | undefined {
  try {
    const file = path.join(packageFolder, '..', '..', 'package.json');
    const { _npx: noted } = JSON.parse(readFileSync(file, 'utf8'));
    const [given] = isRecord(noted) && Array.isArray(noted.packages) ? noted.packages : [];
    return typeof given === 'string' ? given : undefined;
  } catch {
    return undefined;
  }
}
