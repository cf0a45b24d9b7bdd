import { homedir, userInfo } from 'node:os';
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

const NAME = 'on-the-record';

/** env-paths takes variables as they are, even if the folder would then depend on the current folder. */
function usualFolder(): string {
  // Without the suffix: by default the name would end in "-nodejs".
  const { data } = envPaths(NAME, { suffix: '' });
  if (path.isAbsolute(data)) return data;
  // The specification of XDG_DATA_HOME says to ignore a relative path. A relative or empty HOME is no home either.
  const isNamedBySystem = ['darwin', 'win32'].includes(process.platform);
  return path.resolve(ownHome(), isNamedBySystem ? data : path.join('.local', 'share', NAME));
}

/** HOME, else the home folder from the system's list of users; empty if the user is not in that list. */
function ownHome(): string {
  try {
    return path.isAbsolute(homedir()) ? homedir() : userInfo().homedir;
  } catch {
    return '';
  }
}
