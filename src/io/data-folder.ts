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
  // Without the suffix: by default the name would end in "-nodejs".
  return path.resolve(
    given || env.ON_THE_RECORD_HOME || envPaths('on-the-record', { suffix: '' }).data,
  );
}
