import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeOf } from '../../../src/io/files/disk-error.js';
import { readFile } from '../../../src/io/files/open-file.js';
import { OBSTACLES } from '../../support/obstacles.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const temporaryFolder = temporaryFolders();

const codeOfReading = (file: string): string => {
  try {
    return `read ${readFile(file).length} bytes`;
  } catch (error) {
    return codeOf(error);
  }
};

test('a file is read', () => {
  const file = path.join(temporaryFolder(), 'file');
  writeFileSync(file, 'text');
  expect(readFile(file).toString()).toBe('text');
});

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  test.each([
    ['a folder', 'EISDIR'],
    ['a pipe', 'ENXIO'],
    ['a socket', 'ENXIO'],
    ['a device without end', 'ENXIO'],
    ['a full device', 'ENXIO'],
    ['a link to nothing', 'ENOENT'],
    ['a link to itself', 'ELOOP'],
  ] as const)('is refused at once: %s', async (name, code) => {
    const place = path.join(temporaryFolder(), 'file');
    const end = await OBSTACLES[name](place);
    try {
      expect(codeOfReading(place)).toBe(code);
    } finally {
      end?.();
    }
  });
});
