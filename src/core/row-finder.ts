/**
 * Finds the row of an id. It is mostly asked for one after the other, in the order of a course, which is mostly the
 * order of the rows: so the row behind the latest is tried first, and the others are listed when that fails.
 * @param ids each once
 */
export function rowFinder(ids: readonly string[]): (id: string) => number | undefined {
  let rows: ReadonlyMap<string, number> | undefined;
  let next = 0;
  return (id) => {
    if (ids[next] !== id) {
      rows ??= new Map(ids.map((one, row) => [one, row]));
      const row = rows.get(id);
      if (row === undefined) return undefined;
      next = row;
    }
    const found = next;
    next = (found + 1) % ids.length;
    return found;
  };
}
