import {
  DOOR_LOCKED,
  ON_PHONES,
  ONLY_HERE,
  orCommandText,
  PRACTICE,
  whereText,
} from '../../core/messages/live-room/host-screen.js';
import type { HostedRoom } from '../../core/views/live-room/host/hosted-room.js';
import { GAP, type Line, lineWidth } from '../layout/line.js';
import { wrapLines } from '../layout/wrap.js';
import { withLead } from '../layout/wrap-spans.js';
import { qrCode } from './qr-code.js';

type Shown = {
  readonly room: HostedRoom;
  readonly width: number;
  /** Whether the terminal can draw a QR code. */
  readonly hasBlocks: boolean;
};

/** How people come in, from the most that can be shown to the least. The page takes the first that fits. */
export function headsOf({ room, width, hasBlocks }: Shown): Line[][] {
  const { url, isLocal } = room.place();
  const code = isLocal || !hasBlocks ? [] : qrCode(url);
  const beside = besideCode(code, textLines(room, width - columnsOf(code)));
  const withCode = code.length === 0 || width < columnsOf(code) + LEAST_BESIDE ? [] : [beside];
  return [...withCode, textLines(room, width), shortLines(room, width)];
}

const GAP_WIDTH = 4;

/** In columns: an address fits. */
const LEAST_BESIDE = 34;

const columnsOf = (code: readonly Line[]): number =>
  Math.max(0, ...code.map(lineWidth)) + GAP_WIDTH;

/** The QR code at the left, the text beside its middle. */
function besideCode(code: readonly Line[], text: readonly Line[]): Line[] {
  const top = Math.max(0, Math.floor((code.length - text.length) / 2));
  return code.map((row, i) => ({
    spans: [
      ...row.spans,
      { text: ' '.repeat(GAP_WIDTH), tone: 'plain' },
      ...spansAt(text, i - top),
    ],
  }));
}

const spansAt = (text: readonly Line[], at: number): Line['spans'] => text[at]?.spans ?? [];

const textLines = (room: HostedRoom, width: number): Line[] => [
  ...wrapLines(ON_PHONES, width),
  ...wrapLines(room.place().url, width, 'strong'),
  ...wrapLines(orCommandText(room.place().join), width),
  ...notesOf(room, width),
];

function notesOf(room: HostedRoom, width: number): Line[] {
  const notes = [
    ...(room.place().isLocal ? [ONLY_HERE] : []),
    ...(room.view().isLocked ? [DOOR_LOCKED] : []),
    ...(room.isPractice ? [PRACTICE] : []),
  ];
  return notes.flatMap((text) => [GAP, ...wrapLines(text, width)]);
}

/** In a small window the page of the address has the rest. */
const shortLines = (room: HostedRoom, width: number): Line[] =>
  wrapLines(
    room.view().isLocked ? DOOR_LOCKED : whereText(room.place().url, room.view().code),
    width,
  ).flatMap((row) => withLead([], [{ ...row, dropAs: 'aside' }]));
