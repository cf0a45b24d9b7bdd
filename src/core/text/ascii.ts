/** Stand-ins of the same width, so that a line set with the one fits with the other. */
const STAND_INS: Readonly<Record<string, string>> = {
  '·': '-',
  '•': '*',
  '¶': 'P',
  '❯': '>',
  '✓': '+',
  '✗': 'x',
  '▌': '|',
  '█': '#',
  '░': '.',
  '━': '=',
  '─': '-',
  '↑': '^',
  '↓': 'v',
  '←': '<',
  '→': '>',
  '▲': '^',
  '▼': 'v',
  '…': '~',
  '–': '-',
  '—': '-',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
};

const NOT_ASCII = /[^\0-\x7f]/;

/** The text for a terminal whose locale is not UTF-8: our marks as ASCII, letters without their accents. */
export function asciiText(text: string): string {
  if (!NOT_ASCII.test(text)) return text;
  const marked = [...text].map((character) => STAND_INS[character] ?? character).join('');
  return marked.normalize('NFD').replace(/\p{Mn}/gu, '');
}

/**
 * Whether the locale's character set is UTF-8, by the order of POSIX: LC_ALL, LC_CTYPE, LANG.
 * Windows and macOS terminals are taken as UTF-8 where nothing is set.
 */
export function isUtf8(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
): boolean {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  if (locale === '') return platform === 'win32' || platform === 'darwin';
  return /utf-?8/i.test(locale);
}
