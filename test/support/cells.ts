import xterm from '@xterm/headless';
import stringWidth from 'string-width';

/** As wide as the terminal of these tests is: narrow, so that rows often fill it to its edge. */
export const COLUMNS = 40;

/** Whether a row is no wider than the terminal: Ink draws no other, and a wider one would wrap. */
export const fits = (row: string): boolean => stringWidth(row) <= COLUMNS;

type Cell = readonly [text: string, foreground: number, bold: number, dim: number];

/** The first row of a terminal, cell by cell, after the texts were written to it. */
export async function cellsAfter(...texts: readonly string[]): Promise<Cell[]> {
  const terminal = new xterm.Terminal({ cols: COLUMNS, rows: 2, allowProposedApi: true });
  for (const text of texts)
    await new Promise<void>((resolve) => terminal.write(text, () => resolve()));
  const line = terminal.buffer.active.getLine(0);
  return Array.from({ length: COLUMNS }, (_, x) => {
    const cell = line?.getCell(x);
    const text = cell?.getChars() || ' ';
    return [text, cell?.getFgColor() ?? 0, cell?.isBold() ?? 0, cell?.isDim() ?? 0];
  });
}
