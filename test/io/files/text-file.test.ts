import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportText, isExport, readExport } from '../../../src/core/log/export-file.js';
import { readTextFile, writeTextFile } from '../../../src/io/files/text-file.js';
import { asSavedOnWindows } from '../../support/saved-on-windows.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

describe.each(Object.entries(asSavedOnWindows))('an export saved as %s', (_, encode) => {
  const newFolder = temporaryFolders();
  const saved = (): string => {
    const file = path.join(newFolder(), 'export.json');
    writeFileSync(
      file,
      encode(
        exportText('swing-bridge', [{ k: 'set', key: 'ascii', value: 'on', id: 'Zoë', t: 1 }]),
      ),
    );
    return file;
  };

  test('is read', () => {
    const text = readTextFile(saved(), 1000);
    expect(readExport(text, 'swing-bridge')).toEqual({
      entries: [{ k: 'set', key: 'ascii', value: 'on', id: 'Zoë', t: 1 }],
    });
  });

  test('is replaced by a new export', () => {
    const file = saved();
    writeTextFile(file, 'new', (existing) => isExport(existing, 'swing-bridge'));
    expect(readFileSync(file, 'utf8')).toBe('new');
  });
});

describe.skipIf(!existsSync('/dev/zero'))('a device', () => {
  test('is not read, since it may never end', () => {
    expect(() => readTextFile('/dev/zero', 1000)).toThrow('/dev/zero is a device or a pipe');
  });

  test('is not written', () => {
    expect(() => writeTextFile('/dev/full', 'text', () => true)).toThrow('is a device or a pipe');
  });
});
