import {
  ASK_END,
  ASK_QUIT,
  askRemove,
  PERSON_GONE,
} from '../../core/messages/live-room/host-screen.js';
import type { HostedRoom } from '../../core/views/live-room/host/hosted-room.js';
import { labelIn } from '../../core/views/live-room/host/person-label.js';
import { type Layout, layOut } from '../layout/fit.js';
import type { Line } from '../layout/line.js';
import type { Page } from '../layout/page.js';
import { slideWidth } from '../layout/window.js';
import { hangLines } from '../layout/wrap.js';
import { type CoverPlace, coverPage } from './cover-page.js';
import { headsOf } from './head-lines.js';
import type { RoomPosition } from './position.js';
import { roomPage } from './room-page.js';

type Arranged = { readonly page: Page; readonly layout: Layout };

/** The page in view, in its window. */
export function arrangedRoom(
  at: RoomPosition,
  room: HostedRoom,
  window: Pick<CoverPlace, 'size' | 'hasBlocks'>,
): Arranged {
  const { size, hasBlocks } = window;
  const width = slideWidth(size);
  const notice = noticeOf(at, room, width);
  const laidOut = (page: Page): Arranged => ({
    page,
    layout: layOut(page, size, viewOf(at, page), notice),
  });
  if (at.cover) return laidOut(coverPage(room, at.cover, { ...window, width }));
  if (room.view().phase === 'ended') return laidOut(roomPage(room, [], width));
  const heads = headsOf({ room, width, hasBlocks });
  const pages = heads.map((head) => laidOut(roomPage(room, head, width)));
  const last = pages.at(-1) ?? laidOut(roomPage(room, [], width));
  return pages.find(isComplete) ?? last;
}

const isComplete = ({ page, layout }: Arranged): boolean =>
  layout.lastOffset === 0 && layout.before.length === page.before.length;

/** A page that differs from the one that was scrolled opens at its top. */
function viewOf({ cover, scroll }: RoomPosition, { id }: Page): Parameters<typeof layOut>[2] {
  const row = scroll?.page === id ? scroll.row : undefined;
  const top = cover?.page === 'address' && cover.at === 0 ? 0 : undefined;
  return { highlight: cover?.at ?? 0, scroll: row ?? top };
}

function noticeOf({ asks, notice, news }: RoomPosition, room: HostedRoom, width: number): Line[] {
  const text = asks === undefined ? (notice ?? room.view().warning) : askText(asks, room);
  return [
    ...(text === undefined ? [] : hangLines({ text: '! ', tone: 'bad' }, text, width)),
    ...(news === undefined ? [] : hangLines({ text: '• ', tone: 'accent' }, news, width)),
  ];
}

function askText(asks: NonNullable<RoomPosition['asks']>, room: HostedRoom): string {
  if (asks === 'end') return ASK_END;
  if (asks === 'quit') return ASK_QUIT;
  const label = labelIn(room.view(), asks.remove);
  return label === undefined ? PERSON_GONE : askRemove(label);
}
