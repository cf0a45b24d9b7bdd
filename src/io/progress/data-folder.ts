import { userInfo } from 'node:os';
import path from 'node:path';
import envPaths from 'env-paths';

/**
 * The folder that holds the progress in all courses: `option`, else ON_THE_RECORD_HOME, else the system's folder for
 * program data. An empty text counts as absent.
 * @param option the value of --data-dir
 * @returns an absolute path; the folder may not exist yet
 */
export function dataFolder(
  option: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const chosen = option || env.ON_THE_RECORD_HOME;
  return chosen ? path.resolve(chosen) : usualFolder();
}

/** With an empty HOME, env-paths gives a relative path, which would depend on the current folder. */
function usualFolder(): string {
  // Without the suffix: by default the name would end in "-nodejs".
  const { data } = envPaths('on-the-record', { suffix: '' });
  return path.isAbsolute(data) ? data : path.resolve(ownHome(), data);
}

/** The home folder from the system's list of users; empty if the user is not in that list. */
function ownHome(): string {
  try {
    return userInfo().homedir;
  } catch {
    return '';
  }
}
