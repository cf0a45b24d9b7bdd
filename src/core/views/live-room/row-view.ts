import type { Check } from '../../course/course.js';
import { memoize } from '../../memoize.js';
import type { RowVerdict, RowView } from './person-view.js';
import type { RowChoices } from './row-verdict.js';
import type { StopRow } from './shown-stop.js';

/** What one person sees of a row besides what everyone sees. */
export type SeenRow = {
  readonly chosen: string | undefined;
  readonly firstChosen: string | undefined;
  /** With the verdict on these choices. */
  readonly revealed: RowChoices | undefined;
};

export type RowViews = (row: StopRow, check: Check | undefined, seen: SeenRow) => RowView;

/** The same object for everybody who sees the same of a row: it is then made, and written as JSON, only once. */
export function rowViews(verdictOf: (check: Check, choices: RowChoices) => RowVerdict): RowViews {
  const viewsOf = memoize((_: StopRow) => new Map<string, RowView>());
  return (row, check, seen) => {
    const views = viewsOf(row);
    const { chosen, firstChosen, revealed } = seen;
    // The verdict depends on these choices, too.
    const key = `${chosen ?? ''}\n${firstChosen ?? ''}\n${revealed !== undefined}`;
    const known = views.get(key);
    if (known) return known;
    const view = {
      ...row,
      ...(chosen !== undefined && { chosen }),
      ...(firstChosen !== undefined && { firstChosen }),
      ...(revealed && check && { verdict: verdictOf(check, revealed) }),
    };
    views.set(key, view);
    return view;
  };
}
