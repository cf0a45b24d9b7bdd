import type { IBufferCell } from '@xterm/headless';
import { Terminal } from '../../test/support/terminal.js';
import { CODE_PAPER, type Ink, inkOf } from './palette.js';
import type { Run } from './svg.js';

/** A terminal that knows how its letters look. */
export class PictureTerminal extends Terminal {
  /** What is on screen. Blanks are in no run of their own. */
  looks(): Run[][] {
    const { rows, buffer } = this.screenModel;
    return Array.from({ length: rows }, (_, row) => {
      const line = buffer.active.getLine(row);
      const cells = Array.from({ length: line?.length ?? 0 }, (_, x) => line?.getCell(x));
      return runsOf(cells.filter((cell) => cell !== undefined));
    });
  }
}

function runsOf(cells: readonly IBufferCell[]): Run[] {
  const runs: Run[] = [];
  for (const [column, cell] of cells.entries()) {
    const [before, letter] = [runs.at(-1), runOf(cell, column)];
    if (letter === undefined) continue;
    if (before && canJoin(before, letter)) runs[runs.length - 1] = joined(before, letter);
    else runs.push(letter);
  }
  return runs;
}

/** @returns undefined for a blank that is in no QR code, and for the second half of a wide letter */
function runOf(cell: IBufferCell, column: number): Run | undefined {
  const text = cell.getChars();
  if (isOfCode(cell)) return { column, columns: 1, text: text || ' ', ink: 'code', isBold: false };
  if (text.trim() === '') return undefined;
  if (cell.isInverse() || !cell.isBgDefault())
    throw new Error(`the pictures have no background for ${text}`);
  return { column, columns: cell.getWidth(), text, ink: inkAt(cell), isBold: cell.isBold() !== 0 };
}

/** Only QR codes have a background. */
const isOfCode = (cell: IBufferCell): boolean =>
  cell.isBgPalette() && cell.getBgColor() === CODE_PAPER;

function inkAt(cell: IBufferCell): Ink {
  if (!cell.isFgDefault()) return inkOf(cell.getFgColor());
  return cell.isDim() ? 'quiet' : 'plain';
}

/** Words of one look belong together. More than one blank separates columns. */
const canJoin = (before: Run, next: Run): boolean =>
  before.ink === next.ink &&
  before.isBold === next.isBold &&
  next.column - before.column - before.columns <= 1;

function joined(before: Run, next: Run): Run {
  const gap = ' '.repeat(next.column - before.column - before.columns);
  const columns = next.column + next.columns - before.column;
  return { ...before, columns, text: `${before.text}${gap}${next.text}` };
}
