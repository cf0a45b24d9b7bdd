const UTF_16 = { '\xff\xfe': 'utf-16le', '\xfe\xff': 'utf-16be' } as const;

/** The encoding that a byte order mark of UTF-16 names, as some editors on Windows write it; undefined without one. */
export function utf16Encoding(bytes: Buffer): string | undefined {
  const mark = bytes.toString('latin1', 0, 2);
  return Object.hasOwn(UTF_16, mark) ? UTF_16[mark as keyof typeof UTF_16] : undefined;
}

/** A text in UTF-8 or, with its byte order mark, UTF-16. The mark is left out. Replaces what is wrong by U+FFFD. */
export const decoded = (bytes: Buffer): string =>
  new TextDecoder(utf16Encoding(bytes)).decode(bytes);
