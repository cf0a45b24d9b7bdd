import { normalized } from './sanitize.js';

/** ASCII replacements of the same width, so that the line still fits. */
const STAND_INS: Readonly<Record<string, string>> = {
  '·': '-',
  '•': '*',
  '¶': 'P',
  '❯': '>',
  '❮': '<',
  '✓': '+',
  '✗': 'x',
  '▌': '|',
  '█': '#',
  '▒': '+',
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

/** The text for a terminal without UTF-8: symbols become ASCII, and letters lose their accents. */
export function asciiText(text: string): string {
  if (!NOT_ASCII.test(text)) return text;
  const replaced = [...text].map((character) => STAND_INS[character] ?? character).join('');
  return normalized(replaced, 'NFD').replace(/\p{Mn}/gu, '');
}

/**
 * Whether the locale's character set is UTF-8. The first of LC_ALL, LC_CTYPE and LANG that is set decides (POSIX). If none
 * is set, Windows and macOS terminals count as UTF-8.
 */
export function isUtf8(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
): boolean {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  if (locale === '') return platform === 'win32' || platform === 'darwin';
  return /utf-?8/i.test(locale);
}
