/**
 * The 32 characters of codes, each in five rows of five dots. A banner library would add a parser and complete fonts.
 */
const DOTS: Readonly<Record<string, string>> = {
  '0': ' ### /#   #/#   #/#   #/ ### ',
  '1': '  #  / ##  /  #  /  #  / ### ',
  '2': '#### /    #/ ### /#    /#####',
  '3': '#### /    #/ ### /    #/#### ',
  '4': '#   #/#   #/#####/    #/    #',
  '5': '#####/#    /#### /    #/#### ',
  '6': ' ####/#    /#### /#   #/ ### ',
  '7': '#####/    #/   # /  #  /  #  ',
  '8': ' ### /#   #/ ### /#   #/ ### ',
  '9': ' ### /#   #/ ####/    #/#### ',
  A: ' ### /#   #/#####/#   #/#   #',
  B: '#### /#   #/#### /#   #/#### ',
  C: ' ####/#    /#    /#    / ####',
  D: '#### /#   #/#   #/#   #/#### ',
  E: '#####/#    /#### /#    /#####',
  F: '#####/#    /#### /#    /#    ',
  G: ' ####/#    /#  ##/#   #/ ####',
  H: '#   #/#   #/#####/#   #/#   #',
  J: '    #/    #/    #/#   #/ ### ',
  K: '#   #/#  # /###  /#  # /#   #',
  M: '#   #/## ##/# # #/#   #/#   #',
  N: '#   #/##  #/# # #/#  ##/#   #',
  P: '#### /#   #/#### /#    /#    ',
  Q: ' ### /#   #/# # #/#  # / ## #',
  R: '#### /#   #/#### /#  # /#   #',
  S: ' ####/#    / ### /    #/#### ',
  T: '#####/  #  /  #  /  #  /  #  ',
  V: '#   #/#   #/#   #/ # # /  #  ',
  W: '#   #/#   #/# # #/## ##/#   #',
  X: '#   #/ # # /  #  / # # /#   #',
  Y: '#   #/ # # /  #  /  #  /  #  ',
  Z: '#####/   # /  #  / #   /#####',
};

const ROWS = [0, 1, 2, 3, 4];
const DOTS_PER_LETTER = 5;

/** Dots between two groups in a row, beside the one between two letters. */
const GAP = 2;

/** What large letters may take, in columns and rows. */
type Space = { readonly columns: number; readonly rows: number };

/**
 * A code in large letters that a room can read: its groups in as few rows as fit, five rows high. Dots are two columns
 * wide if they fit, else one.
 * @param code groups of characters, separated by dashes
 * @returns the rows; undefined if even narrow dots do not fit
 */
export function largeCode(code: string, space: Space): string[] | undefined {
  const groups = code.split('-');
  for (const scale of [2, 1]) {
    const lines = linesOf(groups, Math.floor(space.columns / scale));
    if (lines && (lines.length * (ROWS.length + 1) - 1 <= space.rows || scale === 1))
      return lines.flatMap((line, i) => [...(i > 0 ? [''] : []), ...largeRows(line, scale)]);
  }
  return undefined;
}

/** The width of groups in a row, in dots. */
const widthOf = (groups: readonly string[]): number =>
  groups.join('').length * (DOTS_PER_LETTER + 1) - 1 + (groups.length - 1) * GAP;

/** The groups in as few lines as fit into `width` dots, with about as many groups in each. */
function linesOf(groups: readonly string[], width: number): string[][] | undefined {
  for (let each = groups.length; each > 0; each = fewer(each, groups.length)) {
    const lines = Array.from({ length: Math.ceil(groups.length / each) }, (_, i) =>
      groups.slice(i * each, (i + 1) * each),
    );
    if (lines.every((line) => widthOf(line) <= width)) return lines;
  }
  return undefined;
}

/** How many groups each line has if there is one line more. */
const fewer = (each: number, of: number): number =>
  each === 1 ? 0 : Math.min(each - 1, Math.ceil(of / (Math.ceil(of / each) + 1)));

const largeRows = (groups: readonly string[], scale: number): string[] =>
  ROWS.map((row) =>
    groups
      .map((group) => [...group].map((letter) => rowOf(letter, row, scale)).join(' '.repeat(scale)))
      .join(' '.repeat((GAP + 1) * scale))
      .trimEnd(),
  );

const rowOf = (character: string, row: number, scale: number): string =>
  [...(DOTS[character]?.split('/')[row] ?? '')]
    .map((dot) => (dot === '#' ? '█' : ' ').repeat(scale))
    .join('');
