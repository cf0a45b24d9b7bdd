import { Text } from 'ink';
import type { ReactElement } from 'react';
import { makeRoom, type Size } from '../../core/window.js';
import { wrapText } from '../layout/wrap.js';

/** What a window that is too small shows. It never fills the window, because Ink must not: in a window of one row
 * it draws nothing. */
export const MakeRoom = ({ columns, rows, instead, asks }: Props): ReactElement | null =>
  rows < 2 ? null : (
    // Wrapped for this window. When the window becomes narrower, Ink draws the old text once more, and must not wrap it.
    <Text wrap="truncate-end">
      {[...(asks === undefined ? [] : [asks]), ...makeRoom(instead)]
        .flatMap((text) => wrapText(text, columns))
        .slice(0, rows - 1)
        .join('\n')}
    </Text>
  );

type Props = Size & {
  readonly instead: string;
  /** What the next key confirms. */
  readonly asks?: string | undefined;
};
