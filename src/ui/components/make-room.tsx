import { Text } from 'ink';
import type { ReactElement } from 'react';
import { makeRoom } from '../../core/window.js';

/** What a window that is too small shows. It never fills the window, because Ink must not: in a window of one row
 * it draws nothing. */
export const MakeRoom = ({ rows, instead }: Props): ReactElement | null =>
  rows < 2 ? null : (
    <Text wrap="truncate-end">
      {makeRoom(instead)
        .slice(0, rows - 1)
        .join('\n')}
    </Text>
  );

type Props = { readonly rows: number; readonly instead: string };
