/** Cells must not contain line breaks. */
export const markdownTable = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string => [head, head.map(() => '---'), ...rows].map(rowText).join('\n');

const rowText = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
