/** Each node with the nodes that it points to. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/**
 * Groups of nodes that can all reach one another, by Tarjan's algorithm (SIAM Journal on Computing 1, 1972).
 * A node that points to itself is a group of one.
 */
export function circlesIn(graph: Graph): string[][] {
  const circles: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];

  function visit(node: string): number {
    order.set(node, order.size);
    let low = order.size - 1;
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (stack.includes(next)) low = Math.min(low, lowest.get(next) ?? order.get(next) ?? 0);
    }
    lowest.set(node, low);
    if (low === order.get(node)) circles.push(stack.splice(stack.indexOf(node)));
    return low;
  }

  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return circles
    .filter(([node = '', ...others]) => others.length > 0 || graph.get(node)?.includes(node))
    .map((circle) => circle.sort());
}
