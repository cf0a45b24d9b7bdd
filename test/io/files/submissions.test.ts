import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../../src/io/files/submissions.js';
import { asSavedOnWindows } from '../../support/saved-on-windows.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

describe('a submission', () => {
  const newFolder = temporaryFolders();

  test.each(Object.entries(asSavedOnWindows))('is read if it is saved as %s', (_, encode) => {
    const file = path.join(newFolder(), 'codes.txt');
    writeFileSync(file, encode('Zoë: 00Z0-Q5TM\n李: 00Z0'));
    expect(
      String(textOf(file, 1000, { one: 'a list', asked: 'a list of codes' })).replaceAll('\r', ''),
    ).toBe('Zoë: 00Z0-Q5TM\n李: 00Z0');
  });
});
