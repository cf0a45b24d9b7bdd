import { type AttributionMap, MAP_KINDS, type MapCell } from '../../core/course/attribution-map.js';

/** So many columns a map takes as a grid; narrower, it is a list. */
export const GRID_WIDTH = 72;

export const isGrid = (width: number): boolean => width >= GRID_WIDTH;

type Spot = { readonly cell: number; readonly row: number; readonly column: number };

/** Where each cell stands. */
function spots({ sides }: AttributionMap): Spot[] {
  const rows = sides.flatMap((side) => side.rows);
  const placed = rows.flatMap(({ cells }, row) =>
    cells.map((cell: MapCell) => ({ row, column: MAP_KINDS.indexOf(cell.kind) })),
  );
  return placed.map((spot, cell) => ({ cell, ...spot }));
}

/** The next cell in a row's reading order, round at both ends. */
export const sideways = ({ cells }: AttributionMap, from: number, by: 1 | -1): number =>
  cells.length === 0 ? from : (from + by + cells.length) % cells.length;

/** The nearest cell in the next row, up or down, that has any; where there is none, the one it came from. */
export function upOrDown(map: AttributionMap, from: number, by: 1 | -1): number {
  const all = spots(map);
  const start = all[from];
  if (!start) return from;
  const beyond = all.filter(({ row }) => (row - start.row) * by > 0);
  const next = by > 0 ? beyond[0]?.row : beyond.at(-1)?.row;
  const inRow = beyond.filter(({ row }) => row === next);
  const far = ({ column }: Spot): number => Math.abs(column - start.column);
  return [...inRow].sort((a, b) => far(a) - far(b))[0]?.cell ?? from;
}
