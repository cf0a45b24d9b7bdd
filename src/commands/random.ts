/**
 * Cryptographically secure random bytes. The global `crypto` loads at its first use, so it does not slow down the first
 * screen.
 */
export const randomBytes = (count: number): number[] => [
  ...crypto.getRandomValues(new Uint8Array(count)),
];

/** Random bytes as hexadecimal digits, two for each byte. */
export const randomHex = (bytes: number): string =>
  randomBytes(bytes)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
