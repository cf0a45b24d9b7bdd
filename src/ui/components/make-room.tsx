import { Text } from 'ink';
import type { ReactElement } from 'react';
import { MAKE_ROOM } from '../../core/window.js';

/** What a window that is too small shows. It never fills the window, because Ink must not: in a window of one row
 * it draws nothing. */
export const MakeRoom = ({ rows }: { readonly rows: number }): ReactElement | null =>
  rows < 2 ? null : <Text wrap="truncate-end">{MAKE_ROOM.slice(0, rows - 1).join('\n')}</Text>;
