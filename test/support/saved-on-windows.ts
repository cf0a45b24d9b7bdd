const MARK = '\ufeff';

/** The bytes of a text as editors on Windows may save it. */
export const asSavedOnWindows: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8 with a byte order mark': (text) => Buffer.from(MARK + text),
  'UTF-16': (text) => Buffer.from(MARK + text, 'utf16le'),
  'big-endian UTF-16': (text) => Buffer.from(MARK + text, 'utf16le').swap16(),
  'lines that end with CR LF': (text) => Buffer.from(MARK + text.replaceAll('\n', '\r\n')),
};
