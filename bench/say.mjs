/** Prints a line on stderr, after the seconds since the bench started. */
export const say = (text) =>
  console.error(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${text}`);
