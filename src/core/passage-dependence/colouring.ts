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
  const colours: (number | undefined)[] = graph.map(() => undefined);
  const near = graph.map(() => new Set<number>());
  const order = [...graph.keys()].sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
  for (let left = order; left.length > 0; ) {
    const node = mostConstrained(left, graph, near);
    const colour = lowestFree(near[node]);
    colours[node] = colour;
    for (const neighbour of graph[node] ?? []) near[neighbour]?.add(colour);
    left = left.filter((other) => other !== node);
  }
  return colours.map((colour) => colour ?? 0);
}

/** The first of the nodes that no other exceeds in colours near it or, if these are equal, in neighbours. */
function mostConstrained(
  nodes: readonly number[],
  graph: Graph,
  near: readonly ReadonlySet<number>[],
): number {
  const seen = (node: number): number => near[node]?.size ?? 0;
  const degree = (node: number): number => graph[node]?.size ?? 0;
  const exceeds = (a: number, b: number): boolean =>
    seen(a) > seen(b) || (seen(a) === seen(b) && degree(a) > degree(b));
  return nodes.reduce((best, node) => (exceeds(node, best) ? node : best));
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
