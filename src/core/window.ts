/** The window, in columns and rows. */
export type Size = { readonly columns: number; readonly rows: number };

/** The smallest window in which every screen can be read. */
export const LEAST_WINDOW: Size = { columns: 40, rows: 12 };

/** The window of a terminal that does not report one. */
const USUAL_WINDOW: Size = { columns: 80, rows: 24 };

/**
 * What a smaller window shows, a line each: the first is the most important.
 * @param instead what to do if the window cannot be larger
 */
export const makeRoom = (instead: string): readonly string[] => [
  `Enlarge to ${LEAST_WINDOW.columns}x${LEAST_WINDOW.rows} or more`,
  `q quit, then use ${instead}`,
];

type Reported = { readonly [Side in keyof Size]?: number | undefined };
type Env = Readonly<Record<string, string | undefined>>;

/** A serial line reports a window of 0 by 0. Then COLUMNS and LINES count (POSIX), or else 80 by 24. */
export const windowSize = ({ columns, rows }: Reported, env: Env): Size => ({
  columns: [columns, Number(env.COLUMNS)].find(isLength) ?? USUAL_WINDOW.columns,
  rows: [rows, Number(env.LINES)].find(isLength) ?? USUAL_WINDOW.rows,
});

/** Whether a terminal says how wide and how high its window is. */
export const isSizeReported = ({ columns, rows }: Reported): boolean =>
  isLength(columns) && isLength(rows);

const isLength = (length: number | undefined): length is number =>
  Number.isInteger(length) && Number(length) > 0;
