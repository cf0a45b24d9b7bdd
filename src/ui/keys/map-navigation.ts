import { type AttributionMap, MAP_KINDS, type MapCell } from '../../core/course/attribution-map.js';

/** Columns that the map needs as a grid. In a narrower window it is a list. */
export const GRID_WIDTH = 72;

export const isGrid = (width: number): boolean => width >= GRID_WIDTH;

type GridPosition = { readonly cell: number; readonly row: number; readonly column: number };

/** Each cell's row and column, in reading order. */
function positions({ sides }: AttributionMap): GridPosition[] {
  const rows = sides.flatMap((side) => side.rows);
  const placed = rows.flatMap(({ cells }, row) =>
    cells.map((cell: MapCell) => ({ row, column: MAP_KINDS.indexOf(cell.kind) })),
  );
  return placed.map((position, cell) => ({ cell, ...position }));
}

/** The next or previous cell in reading order. Wraps around at both ends. */
export const sideways = ({ cells }: AttributionMap, from: number, by: 1 | -1): number =>
  cells.length === 0 ? from : (from + by + cells.length) % cells.length;

/** The nearest cell in the next row, up or down, that has cells. `from` if there is no such row. */
export function upOrDown(map: AttributionMap, from: number, by: 1 | -1): number {
  const all = positions(map);
  const start = all[from];
  if (!start) return from;
  const beyond = all.filter(({ row }) => (row - start.row) * by > 0);
  const next = by > 0 ? beyond[0]?.row : beyond.at(-1)?.row;
  const inRow = beyond.filter(({ row }) => row === next);
  const distance = ({ column }: GridPosition): number => Math.abs(column - start.column);
  return [...inRow].sort((a, b) => distance(a) - distance(b))[0]?.cell ?? from;
}
