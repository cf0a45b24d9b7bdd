/** Named pieces of bytes. */
export type Parts = ReadonlyMap<string, Uint8Array>;

type Listed = readonly (readonly [name: string, length: number])[];

const NEWLINE = 0x0a;

/** The parts as the bytes of one file: a line that lists them, then one behind the other. */
export function joined(parts: Parts): Buffer {
  const listed: Listed = [...parts].map(([name, bytes]) => [name, bytes.length]);
  return Buffer.concat([Buffer.from(`${JSON.stringify(listed)}\n`), ...parts.values()]);
}

/** What was joined. Throws an Error where the bytes are not the whole of it. */
export function parted(bytes: Buffer): Parts {
  let at = bytes.indexOf(NEWLINE) + 1;
  const listed = JSON.parse(bytes.toString('utf8', 0, at)) as Listed;
  const parts = new Map<string, Uint8Array>();
  for (const [name, length] of listed) {
    parts.set(name, bytes.subarray(at, at + length));
    at += length;
  }
  if (at !== bytes.length) throw new Error('not the whole file');
  return parts;
}

/**
 * The same twice over. V8 takes the compiled code that it is given on trust: one wrong byte was seen to crash the
 * program, and to make it compute something else. Two copies that agree are whole, and comparing them takes a tenth of
 * the time of a checksum.
 */
export const twice = (bytes: Buffer): Buffer => Buffer.concat([bytes, bytes]);

/** One of the two copies. Throws an Error where they differ. */
export function once(bytes: Buffer): Buffer {
  const first = bytes.subarray(0, bytes.length / 2);
  if (!first.equals(bytes.subarray(first.length))) throw new Error('the copies differ');
  return first;
}
