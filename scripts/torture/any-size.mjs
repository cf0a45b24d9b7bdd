/** Sizes that a window may have, from none to speak of to more than a page takes. */
export const anySize = (mine) => ({
  columns: mine.pick([1, 2, 20, 39, 40, 41, 60, 80, 80, 200]),
  rows: mine.pick([1, 2, 5, 11, 12, 13, 17, 18, 24, 36, 37, 60]),
});

/** Too small for a page. */
export const tooSmall = (mine) => ({
  columns: mine.pick([1, 2, 20, 39, 80]),
  rows: mine.pick([1, 2, 5, 11]),
});
