/** 128 random bits in hexadecimal digits. `crypto.randomUUID` is not there for a page without https. */
export const randomHex = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
