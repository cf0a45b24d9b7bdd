/**
 * The signs of a code in five rows of five dots: the few that codes are made of. A library of banners brings a parser
 * and fonts of its own, for 32 small pictures.
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

/** Columns that so many signs take, with dots `scale` columns wide. */
const widthOf = (signs: number, scale: number): number =>
  (signs * (DOTS_PER_LETTER + 1) - 1) * scale;

/**
 * A code to be read from afar, a group of signs to a block of five rows: with wide dots where they fit, else with
 * narrow ones.
 * @param shown groups of signs with dashes between
 * @returns nothing where not even narrow dots fit into `width` columns
 */
export function largeCode(shown: string, width: number): string[] | undefined {
  const groups = shown.split('-');
  const longest = Math.max(...groups.map((group) => group.length));
  const scale = [2, 1].find((one) => widthOf(longest, one) <= width);
  if (scale === undefined) return undefined;
  return groups.flatMap((group, i) => [...(i > 0 ? [''] : []), ...largeRows(group, scale)]);
}

const largeRows = (group: string, scale: number): string[] =>
  ROWS.map((row) =>
    [...group]
      .map((sign) => rowOf(sign, row, scale))
      .join(' '.repeat(scale))
      .trimEnd(),
  );

const rowOf = (sign: string, row: number, scale: number): string =>
  [...(DOTS[sign]?.split('/')[row] ?? '')]
    .map((dot) => (dot === '#' ? '█' : ' ').repeat(scale))
    .join('');
