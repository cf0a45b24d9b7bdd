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

/** The width of `length` characters in columns, with dots `scale` columns wide. */
const widthOf = (length: number, scale: number): number =>
  (length * (DOTS_PER_LETTER + 1) - 1) * scale;

/**
 * A code in large letters that a room can read: five rows for each group of characters. Dots are two columns wide if
 * they fit, else one.
 * @param code groups of characters, separated by dashes
 * @param width in columns
 * @returns the rows; undefined if even narrow dots do not fit
 */
export function largeCode(code: string, width: number): string[] | undefined {
  const groups = code.split('-');
  const longest = Math.max(...groups.map((group) => group.length));
  const scale = [2, 1].find((columns) => widthOf(longest, columns) <= width);
  if (scale === undefined) return undefined;
  return groups.flatMap((group, i) => [...(i > 0 ? [''] : []), ...largeRows(group, scale)]);
}

const largeRows = (group: string, scale: number): string[] =>
  ROWS.map((row) =>
    [...group]
      .map((character) => rowOf(character, row, scale))
      .join(' '.repeat(scale))
      .trimEnd(),
  );

const rowOf = (character: string, row: number, scale: number): string =>
  [...(DOTS[character]?.split('/')[row] ?? '')]
    .map((dot) => (dot === '#' ? '█' : ' ').repeat(scale))
    .join('');
