import { homedir, userInfo } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { dataFolder } from '../../../src/io/progress/data-folder.js';

describe('the folder of progress', () => {
  afterEach(() => vi.unstubAllEnvs());

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

  describe.skipIf(['darwin', 'win32'].includes(process.platform))('without an option', () => {
    const inHome = (home: string): string => path.join(home, '.local', 'share', 'on-the-record');

    it('is in XDG_DATA_HOME', () => {
      vi.stubEnv('XDG_DATA_HOME', '/elsewhere');
      expect(dataFolder(undefined, {})).toBe('/elsewhere/on-the-record');
    });

    it.each(['elsewhere', './elsewhere', '..', '~/elsewhere', ' /elsewhere'])(
      'is in the home folder if XDG_DATA_HOME is the relative path %j',
      (relative) => {
        vi.stubEnv('XDG_DATA_HOME', relative);
        expect(dataFolder(undefined, {})).toBe(inHome(homedir()));
        vi.stubEnv('HOME', '/another/home');
        expect(dataFolder(undefined, {})).toBe(inHome('/another/home'));
      },
    );

    it("is in the home folder of the system's list of users if HOME is empty or relative", () => {
      vi.stubEnv('XDG_DATA_HOME', 'elsewhere');
      for (const home of ['', 'here']) {
        vi.stubEnv('HOME', home);
        expect(dataFolder(undefined, {})).toBe(inHome(userInfo().homedir));
      }
    });
  });
});
