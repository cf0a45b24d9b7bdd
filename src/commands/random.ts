/**
 * Bytes by chance, as good as for secrets. Node's own crypto is loaded with the first of them: the first screen needs
 * none.
 */
export const randomBytes = (count: number): number[] => [
  ...crypto.getRandomValues(new Uint8Array(count)),
];

/** The same as hexadecimal digits, two a byte. */
export const randomHex = (bytes: number): string =>
  randomBytes(bytes)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
