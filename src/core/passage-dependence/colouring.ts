/** For each node of a graph, its neighbours. Nodes are numbered from 0. */
export type Graph = readonly ReadonlySet<number>[];

/**
 * Colours a graph so that no two neighbours have one colour, with few colours: DSATUR (Brélaz 1979, New methods to color
 * the vertices of a graph, Communications of the ACM 22). The next node is always the one whose neighbours have most
 * different colours, then the one with most neighbours, then the one with the lowest rank.
 * @param ranks one for each node
 * @returns the colour of each node, from 0
 */
export function colouring(graph: Graph, ranks: readonly number[]): number[] {
  const places = placesOf(graph, ranks);
  const colours = new Map<number, number>();
  const near = graph.map(() => new Set<number>());
  // The nodes without a colour, by how many colours are near them. To look at all nodes each time takes quadratic time.
  const levels = [new Set([...graph.keys()].sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0)))];
  while (colours.size < graph.length) {
    const level = levels.findLast(({ size }) => size > 0) ?? new Set();
    const node = firstOf(level, places);
    const colour = lowestFree(near[node]);
    level.delete(node);
    colours.set(node, colour);
    for (const other of graph[node] ?? [])
      if (!colours.has(other) && !near[other]?.has(colour)) raise(other, levels, near[other]?.size);
    for (const other of graph[node] ?? []) near[other]?.add(colour);
  }
  return [...graph.keys()].map((node) => colours.get(node) ?? 0);
}

/** The place of each node if those with most neighbours come first, and then those with the lowest rank. */
function placesOf(graph: Graph, ranks: readonly number[]): number[] {
  const degree = (node: number): number => graph[node]?.size ?? 0;
  const rank = (node: number): number => ranks[node] ?? 0;
  const order = [...graph.keys()].sort((a, b) => degree(b) - degree(a) || rank(a) - rank(b));
  const places = new Array<number>(graph.length).fill(0);
  for (const [place, node] of order.entries()) places[node] = place;
  return places;
}

function firstOf(nodes: ReadonlySet<number>, places: readonly number[]): number {
  let first = -1;
  for (const node of nodes)
    if (first < 0 || (places[node] ?? 0) < (places[first] ?? 0)) first = node;
  return first;
}

/** Moves a node to the next level: it has one more colour near it. */
function raise(node: number, levels: Set<number>[], level = 0): void {
  levels[level]?.delete(node);
  levels[level + 1] ??= new Set();
  levels[level + 1]?.add(node);
}

function lowestFree(taken: ReadonlySet<number> | undefined): number {
  let colour = 0;
  while (taken?.has(colour)) colour++;
  return colour;
}

/**
 * Moves nodes to other colours so that the colours weigh about the same. Neighbours keep different colours.
 * @param count the number of colours; those that no node has yet are used, too
 */
export function levelled(
  colours: readonly number[],
  count: number,
  graph: Graph,
  weights: readonly number[],
): number[] {
  const moved = [...colours];
  const load = new Array<number>(count).fill(0);
  const put = (colour: number, weight: number): void => {
    load[colour] = (load[colour] ?? 0) + weight;
  };
  for (const [node, colour] of colours.entries()) put(colour, weights[node] ?? 0);
  const move = (node: number): boolean => {
    const [from, weight] = [moved[node] ?? 0, weights[node] ?? 0];
    const taken = new Set([...(graph[node] ?? [])].map((neighbour) => moved[neighbour] ?? 0));
    const to = lightest(load, taken);
    // Each move makes the sum of the squares of the loads smaller, so the moves come to an end.
    if (to === undefined || (load[from] ?? 0) - (load[to] ?? 0) <= weight) return false;
    put(from, -weight);
    put(to, weight);
    moved[node] = to;
    return true;
  };
  while ([...graph.keys()].filter(move).length > 0);
  return moved;
}

/** The colour with the smallest load among those that are not taken. */
function lightest(load: readonly number[], taken: ReadonlySet<number>): number | undefined {
  const free = [...load.keys()].filter((colour) => !taken.has(colour));
  const loadOf = (colour: number): number => load[colour] ?? 0;
  return free.length === 0
    ? undefined
    : free.reduce((best, colour) => (loadOf(colour) < loadOf(best) ? colour : best));
}
