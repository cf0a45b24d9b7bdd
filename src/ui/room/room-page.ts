import stringWidth from 'string-width';
import {
  clockText,
  countdownText,
  countsText,
  endTexts,
  handedInCountText,
  insideText,
  NOBODY_IN,
  namesText,
  personStateText,
  roomTitle,
  shortCountsText,
  shortRoomTitle,
} from '../../core/messages/live-room/host-screen.js';
import { presenceIn } from '../../core/views/live-room/host/connected.js';
import type { HostedRoom } from '../../core/views/live-room/host/hosted-room.js';
import { labelOf } from '../../core/views/live-room/host/person-label.js';
import type { HostView } from '../../core/views/live-room/host-view.js';
import { GAP, type Line } from '../layout/line.js';
import type { Page } from '../layout/page.js';
import { hangLines, wrapLines } from '../layout/wrap.js';
import { roomFooter } from './footer.js';
import { stopLines } from './stop-lines.js';

/** The page of the room. @param head how people come in */
export function roomPage(room: HostedRoom, head: readonly Line[], width: number): Page {
  const view = room.view();
  const where = whereOf(room);
  return {
    id: pageId(view),
    title: titleOf(room, width - stringWidth(where.whereShort) - 2),
    ...where,
    before: [...(head.length > 0 ? [...head, headGap(head)] : []), ...bodyLines(room, view, width)],
    ...{ items: [], after: [] },
    fillsWindow: true,
    footer: roomFooter(view, room.place().isLocal, room.now()),
  };
}

/** A code that is cut is of no use: a narrow window shows it on the page of the address. */
function titleOf(room: HostedRoom, width: number): string {
  const title = roomTitle(room.view().code, room.isPractice);
  return stringWidth(title) <= width ? title : shortRoomTitle(room.isPractice);
}

/** The same as long as the page is about the same. */
const pageId = ({ phase, stop }: HostView): string => `${phase} ${stop?.label} ${stop?.round}`;

/** Without the head, nothing is above the question. */
const headGap = (head: readonly Line[]): Line =>
  head[0]?.dropAs === 'aside' ? { spans: [], dropAs: 'aside' } : GAP;

function whereOf(room: HostedRoom): Pick<Page, 'where' | 'whereShort'> {
  const { inside, answered, phase, clock } = room.view();
  const left = clock && phase !== 'ended' ? clock.end - room.now() : undefined;
  const isAsked = phase !== 'lobby' && phase !== 'ended' && phase !== 'own';
  const presence = presenceIn(room.view());
  const counts = isAsked ? countsText(presence, answered) : insideText(presence);
  const short = isAsked ? shortCountsText(inside, answered) : insideText(presence);
  return {
    where: left === undefined ? counts : `${counts} · ${countdownText(left)}`,
    whereShort: left === undefined ? short : `${short} · ${clockText(left)}`,
  };
}

function bodyLines(room: HostedRoom, view: HostView, width: number): Line[] {
  if (view.phase === 'ended') return endLines(room, view, width);
  if (view.phase === 'lobby') return lobbyLines(view, width);
  return view.stop ? stopLines(view, view.stop, width) : ownLines(view, width);
}

const lobbyLines = ({ message, people }: HostView, width: number): Line[] => [
  ...wrapLines(message, width, 'strong'),
  GAP,
  ...wrapLines(people.length === 0 ? NOBODY_IN : namesText(people.map(labelOf)), width),
];

/** Everyone is at a question of their own: who is how far. */
const ownLines = ({ message, people }: HostView, width: number): Line[] => [
  ...wrapLines(message, width, 'strong'),
  ...wrapLines(
    handedInCountText(people.filter((one) => one.hasHandedIn).length, people.length),
    width,
  ),
  GAP,
  ...people.flatMap((person) =>
    hangLines(
      { text: '• ', tone: 'accent' },
      `${labelOf(person)}: ${personStateText(person)}`,
      width,
    ),
  ),
];

const endLines = (
  { folder, commands }: HostedRoom,
  { inside }: HostView,
  width: number,
): Line[] => [
  ...endTexts(inside, folder).flatMap((text, i) =>
    wrapLines(text, width, i === 0 ? 'strong' : 'plain'),
  ),
  ...wrapLines(commands.report, width, 'strong'),
];
