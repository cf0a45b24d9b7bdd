import { useInput, usePaste, useWindowSize } from 'ink';
import { type ReactElement, useEffect, useReducer, useRef } from 'react';
import { ASK_QUIT_SHORT } from '../../core/messages/live-room/host-screen.js';
import { doneIn } from '../../core/views/live-room/host/done-in.js';
import type { HostedRoom } from '../../core/views/live-room/host/hosted-room.js';
import { Glyphs } from '../components/glyphs.js';
import { MakeRoom } from '../components/make-room.js';
import { PageView } from '../components/page-view.js';
import { isTooSmall, slideWidth } from '../layout/window.js';
import { afterKeyInSmallWindow, afterRoomKey } from './after-key.js';
import { arrangedRoom } from './arranged.js';
import type { KeyEffect, RoomPosition } from './position.js';
import { withTyped } from './rename-field.js';

type Props = {
  readonly room: HostedRoom;
  readonly glyphs: (text: string) => string;
  readonly quit: () => void;
  /** Drops keys that were typed before the page changed: they were meant for the old page. */
  readonly dropTypedAhead: () => void;
};

/** The facilitator's screen of a live room. */
export function RoomScreen({ room, glyphs, quit, dropTypedAhead }: Props): ReactElement | null {
  const size = useWindowSize();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  // Keys can come faster than frames. Each key starts from the position after the previous key.
  const position = useRef<RoomPosition>(room.goesOn === undefined ? {} : { news: room.goesOn });
  useEffect(() => room.onChange(redraw), [room]);
  useTicks(room.view().clock !== undefined && room.view().phase !== 'ended', redraw);
  const window = { size, hasBlocks: glyphs('▀') === '▀' };
  const go = (to: RoomPosition): void => {
    position.current = to;
    redraw();
  };
  const take = ({ to, commands = [], listenOn, leaves }: KeyEffect): void => {
    if (leaves) quit();
    const notice = doneIn(room, commands);
    go(notice === undefined ? to : { ...to, notice });
    if (listenOn !== undefined)
      room.listenOn(listenOn).then((why) => go(withNotice(position.current, why)));
    if (commands.length > 0 || to.asks !== undefined) dropTypedAhead();
  };
  useInput((input, key) => {
    if (isTooSmall(size)) return take(afterKeyInSmallWindow(position.current, input, room.view()));
    const { page, layout } = arrangedRoom(position.current, room, window);
    const context = { view: room.view(), page: page.id, layout, addresses: room.addresses() };
    take(afterRoomKey(position.current, input, key, context));
  });
  // Only a field takes pasted text. On other pages it must not end a vote.
  usePaste((text) => {
    const { cover } = position.current;
    if (cover?.field) go(withTyped(position.current, cover.field, text));
  });
  if (isTooSmall(size)) {
    const asks = position.current.asks === 'quit' ? ASK_QUIT_SHORT : undefined;
    return <MakeRoom {...size} instead="--plain" asks={asks} />;
  }
  const { page, layout } = arrangedRoom(position.current, room, window);
  const highlight = position.current.cover?.at ?? 0;
  return (
    <Glyphs value={glyphs}>
      <PageView
        page={page}
        layout={layout}
        width={slideWidth(size)}
        highlight={Math.min(highlight, Math.max(0, page.items.length - 1))}
        glides={false}
      />
    </Glyphs>
  );
}

const withNotice = ({ notice: _, ...at }: RoomPosition, notice?: string): RoomPosition =>
  notice === undefined ? at : { ...at, notice };

const SECOND = 1_000;

/** Calls back each second, for a countdown. */
function useTicks(ticks: boolean, callBack: () => void): void {
  useEffect(() => {
    if (!ticks) return;
    const timer = setInterval(callBack, SECOND);
    return () => clearInterval(timer);
  }, [ticks, callBack]);
}
