import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../../src/io/progress/data-folder.js';

describe('the folder of progress', () => {
  it('is the folder of the option', () => {
    const option = path.resolve('/option');
    expect(dataFolder(option, { ON_THE_RECORD_HOME: path.resolve('/set') })).toBe(option);
  });

  it('is otherwise the folder that the environment names', () => {
    const set = path.resolve('/set');
    expect(dataFolder(undefined, { ON_THE_RECORD_HOME: set })).toBe(set);
    expect(dataFolder('', { ON_THE_RECORD_HOME: set })).toBe(set);
  });

  it('is otherwise in the usual place of the system, with the program’s name', () => {
    const folder = dataFolder(undefined, { ON_THE_RECORD_HOME: '' });
    expect(folder.split(path.sep)).toContain('on-the-record');
    expect(path.isAbsolute(folder)).toBe(true);
  });

  it('is always absolute', () => {
    expect(dataFolder('here', {})).toBe(path.resolve('here'));
  });
});
