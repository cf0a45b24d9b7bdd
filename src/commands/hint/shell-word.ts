const PLAIN = /^[\w@%+=:,./-]+$/;
const PLAIN_ON_WINDOWS = /^[\w@+=:,.\\/-]+$/;

/** Quotes a word, if necessary, so that the system's shell passes it on as one unchanged argument. */
export function shellWord(word: string, platform: string): string {
  if (platform === 'win32') return PLAIN_ON_WINDOWS.test(word) ? word : `"${word}"`;
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
