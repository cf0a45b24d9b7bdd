import { Text } from 'ink';
import type { ReactElement } from 'react';
import { MAKE_ROOM } from '../../core/window.js';

/** What a window that is too small shows. It draws nothing in a window of one row, because Ink must never fill one. */
export const MakeRoom = ({ rows }: { readonly rows: number }): ReactElement | null =>
  rows < 2 ? null : <Text wrap="truncate-end">{MAKE_ROOM}</Text>;
