import { type Document, isMap, isScalar, isSeq } from 'yaml';
import type { Path } from '../../core/course-files/course-file.js';

type CommentAfter = {
  readonly path: Path;
  readonly comment: string;
  /** Of the `#`. */
  readonly offset: number;
};

/** The comments that follow a value without quotation marks on its line. */
export const commentsAfter = ({ contents }: Document, text: string): CommentAfter[] =>
  text.includes('#') ? commentsIn(contents, [], text) : [];

function commentsIn(node: unknown, path: Path, text: string): CommentAfter[] {
  if (isSeq(node)) return node.items.flatMap((item, i) => commentsIn(item, [...path, i], text));
  if (isMap(node))
    return node.items.flatMap(({ key, value }) => commentsIn(value, [...path, String(key)], text));
  if (!isScalar(node) || node.type !== 'PLAIN' || node.comment === undefined) return [];
  const end = node.range?.[1] ?? 0;
  const [comment, before = ''] = /^([ \t]*)#.*/.exec(text.slice(end, end + LONGEST)) ?? [];
  return comment === undefined ? [] : [{ path, comment, offset: end + before.length }];
}

/** In characters. A message shows less. */
const LONGEST = 400;
