import { userInfo } from 'node:os';
import path from 'node:path';
import envPaths from 'env-paths';

/**
 * The folder of all courses' progress: the one given, else the environment's ON_THE_RECORD_HOME, else
 * the system's place for a program's data. An empty text counts as not given.
 * @returns an absolute path; the folder need not be there
 */
export function dataFolder(
  given: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const asked = given || env.ON_THE_RECORD_HOME;
  return asked ? path.resolve(asked) : usualFolder();
}

/** An environment whose HOME is empty would have it in whatever folder one stands in. */
function usualFolder(): string {
  // Without the suffix: by default the name would end in "-nodejs".
  const { data } = envPaths('on-the-record', { suffix: '' });
  return path.isAbsolute(data) ? data : path.resolve(ownHome(), data);
}

/** As the system's list of users has it; nothing for one who is not on it. */
function ownHome(): string {
  try {
    return userInfo().homedir;
  } catch {
    return '';
  }
}
