import { Text } from 'ink';
import type { ReactElement } from 'react';
import { MAKE_ROOM, type Size } from '../../core/window.js';
import { wrapText } from '../layout/wrap.js';

/** What a window that is too small shows. It never fills the window, because Ink must not: in a window of one row
 * it draws nothing. */
export const MakeRoom = ({ columns, rows }: Size): ReactElement | null =>
  rows < 2 ? null : (
    <Text>
      {MAKE_ROOM.flatMap((text) => wrapText(text, columns))
        .slice(0, rows - 1)
        .join('\n')}
    </Text>
  );
