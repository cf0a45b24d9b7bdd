import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../../src/io/progress/data-folder.js';

describe('the folder of progress', () => {
  it('is the one given', () => {
    const given = path.resolve('/given');
    expect(dataFolder(given, { ON_THE_RECORD_HOME: path.resolve('/set') })).toBe(given);
  });

  it('is else the one the environment names', () => {
    const set = path.resolve('/set');
    expect(dataFolder(undefined, { ON_THE_RECORD_HOME: set })).toBe(set);
    expect(dataFolder('', { ON_THE_RECORD_HOME: set })).toBe(set);
  });

  it('is else in the system’s place, under the program’s plain name', () => {
    const folder = dataFolder(undefined, { ON_THE_RECORD_HOME: '' });
    expect(folder.split(path.sep)).toContain('on-the-record');
    expect(path.isAbsolute(folder)).toBe(true);
  });

  it('is absolute, whatever is given', () => {
    expect(dataFolder('here', {})).toBe(path.resolve('here'));
  });
});
