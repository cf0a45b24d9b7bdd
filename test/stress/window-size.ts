import fc from 'fast-check';

export type WindowSize = { readonly columns: number; readonly rows: number };

/** Windows from a single cell to more than a page needs. */
export const anySize: fc.Arbitrary<WindowSize> = fc.record({
  columns: fc.constantFrom(1, 2, 20, 39, 40, 41, 60, 80, 80, 200),
  rows: fc.constantFrom(1, 2, 5, 11, 12, 13, 17, 18, 24, 36, 37, 60),
});

/** Windows too small for a page. */
export const tooSmall: fc.Arbitrary<WindowSize> = fc.record({
  columns: fc.constantFrom(1, 2, 20, 39, 80),
  rows: fc.constantFrom(1, 2, 5, 11),
});
