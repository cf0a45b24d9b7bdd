import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readFile } from '../files/open-file.js';

/**
 * Writes a JSON file beside the old one with conf, looks whether all of it is there, and renames it. Throws the system's
 * error if it cannot be written; the old file then stays as it was.
 * @param file its name ends in ".json"
 * @param id part of the temporary file's name; no one else uses it
 */
export async function replaceWithConf(
  file: string,
  id: string,
  content: object,
  serialize: (content: object) => string,
): Promise<void> {
  const { dir, name } = path.parse(file);
  const fresh = path.join(dir, `${name}-${id}.json`);
  try {
    await write(dir, `${name}-${id}`, content, serialize);
    // On a full disk conf reports success and leaves an empty file.
    if (readFile(fresh).toString() !== serialize(content))
      throw Object.assign(new Error('written in part'), { code: 'ENOSPC' });
    renameSync(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}

/** Loads conf here because a start does not need it. */
async function write(
  folder: string,
  name: string,
  content: object,
  serialize: (content: object) => string,
): Promise<void> {
  const { default: Conf } = await import('conf');
  const conf = new Conf({
    cwd: folder,
    configName: name,
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
    serialize,
  });
  // Not `set`: it refuses a check with the id `__internal__`.
  conf.store = { ...content };
}
