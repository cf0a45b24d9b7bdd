import { type Document, isNode, isPair, isScalar, visit } from 'yaml';

type FoundAnchor = {
  readonly name: string;
  readonly field?: string;
  readonly rest?: string;
  /** Of the `&`. */
  readonly offset: number;
};

/** The anchors (`&name`) of a file. See `Anchor`. */
export function anchorsIn(document: Document, text: string): FoundAnchor[] {
  const found: FoundAnchor[] = [];
  if (!text.includes('&')) return found;
  visit(document, (key, node, ancestors) => {
    if (!isNode(node) || !('anchor' in node) || !node.anchor) return;
    const pair = ancestors.at(-1);
    found.push({
      name: node.anchor,
      ...(key === 'value' && isPair(pair) && { field: String(pair.key) }),
      ...(key !== 'key' && isScalar(node) && { rest: String(node.value ?? '') }),
      offset: text.lastIndexOf(`&${node.anchor}`, node.range?.[0]),
    });
  });
  return found;
}
