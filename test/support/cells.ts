import xterm from '@xterm/headless';
import stringWidth from 'string-width';

/** The width of the terminal in these tests: narrow, so that rows often reach its edge. */
export const COLUMNS = 40;

/** Whether a row fits the terminal. Ink draws only rows that fit; a wider row would wrap. */
export const fits = (row: string): boolean => stringWidth(row) <= COLUMNS;

type Cell = readonly [text: string, foreground: number, bold: number, dim: number];

/** One for all texts, since a new one takes far longer than a short text. */
const terminal = new xterm.Terminal({ cols: COLUMNS, rows: 2, allowProposedApi: true });

/** The cells of an empty terminal's first row after writing the texts. */
export async function cellsAfter(...texts: readonly string[]): Promise<Cell[]> {
  terminal.reset();
  for (const text of texts)
    await new Promise<void>((resolve) => terminal.write(text, () => resolve()));
  const line = terminal.buffer.active.getLine(0);
  return Array.from({ length: COLUMNS }, (_, x) => {
    const cell = line?.getCell(x);
    const text = cell?.getChars() || ' ';
    return [text, cell?.getFgColor() ?? 0, cell?.isBold() ?? 0, cell?.isDim() ?? 0];
  });
}
