import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readTextFile, writeTextFile } from '../../../src/io/files/text-file.js';

describe.skipIf(!existsSync('/dev/zero'))('a device', () => {
  test('is not read, since it may never end', () => {
    expect(() => readTextFile('/dev/zero', 1000)).toThrow('/dev/zero is a device or a pipe');
  });

  test('is not written', () => {
    expect(() => writeTextFile('/dev/full', 'text', () => true)).toThrow('is a device or a pipe');
  });
});
