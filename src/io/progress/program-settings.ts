import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { isRecord, parseJson } from '../../core/json-shape.js';
import { isOfProgram, type SettingTexts } from '../../core/settings.js';
import { codeOf } from '../files/disk-error.js';
import { makeFolder } from '../files/make-folder.js';
import { readFile } from '../files/open-file.js';
import { replaceWithConf } from './replace-with-conf.js';
import { type StorageWarning, unreadSettings, unsaved } from './warnings.js';

/** The settings of the whole program, in the data folder. Throws nothing; errors of the disk become warnings. */
export type ProgramSettings = {
  /** Read and set so far. A new object after each change. */
  readonly texts: () => SettingTexts;
  /** Counts at once, and is written a moment later. */
  readonly set: (key: string, value: string) => void;
  readonly warnings: () => readonly StorageWarning[];
  /** Waits until everything is written. Tries once more what could not be. */
  readonly close: () => Promise<void>;
};

export const settingsFile = (dataFolder: string): string => path.join(dataFolder, 'settings.json');

/** What is in the file: undefined if it is damaged or cannot be read. A later version may have put more there. */
export function contentOf(file: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = parseJson(readFile(file).toString());
    return isRecord(value) ? value : undefined;
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? {} : undefined;
  }
}

/** The settings of the program that are in the file. */
export const settingsIn = (content: Readonly<Record<string, unknown>> | undefined): SettingTexts =>
  Object.fromEntries(
    Object.entries(content ?? {}).filter(
      (entry): entry is [string, string] => isOfProgram(entry[0]) && typeof entry[1] === 'string',
    ),
  );

/** @param newId gives a unique id of letters, digits and hyphens */
export function openProgramSettings(dataFolder: string, newId: () => string): ProgramSettings {
  const file = settingsFile(dataFolder);
  const found = contentOf(file);
  let texts = settingsIn(found);
  let unwritten: SettingTexts = {};
  let failure: StorageWarning | undefined;
  let writing = Promise.resolve();
  const write = async (): Promise<void> => {
    const values = unwritten;
    if (Object.keys(values).length === 0) return;
    try {
      await writeSettings(file, values, newId());
      failure = undefined;
      if (unwritten === values) unwritten = {};
    } catch (error) {
      failure = unsaved(file, error);
    }
  };
  const writeNext = (): Promise<void> => {
    writing = writing.then(write);
    return writing;
  };
  return {
    texts: () => texts,
    set: (key, value) => {
      texts = { ...texts, [key]: value };
      unwritten = { ...unwritten, [key]: value };
      void writeNext();
    },
    warnings: () => [...(found ? [] : [unreadSettings(file)]), ...(failure ? [failure] : [])],
    close: writeNext,
  };
}

/** Keeps what another window has written in the meantime. */
async function writeSettings(file: string, values: SettingTexts, id: string): Promise<void> {
  const folder = path.dirname(file);
  makeFolder(folder, 0o700);
  accessSync(folder, constants.W_OK); // conf would try for a second
  const content = { ...contentOf(file), ...values };
  await replaceWithConf(file, id, content, (value) => `${JSON.stringify(value, null, 2)}\n`);
}
