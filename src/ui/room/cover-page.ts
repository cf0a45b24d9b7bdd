import { ROOM_KEYS, ROOM_KEYS_TITLE } from '../../core/messages/live-room/host-keys.js';
import {
  ADDRESS_TITLE,
  NOBODY_IN,
  newNameText,
  ON_PHONES,
  orCommandText,
  PEOPLE_TITLE,
  PERSON_GONE,
  personStateText,
  TEXT_TITLE,
} from '../../core/messages/live-room/host-screen.js';
import {
  addressChoiceText,
  CHOOSE_NETWORK,
  cannotOpenTexts,
  NO_CODE_HERE,
  NO_NETWORK,
  TEST_WITH_A_PHONE,
  TOO_LOW_FOR_CODE,
  UNENCRYPTED,
} from '../../core/messages/live-room/network.js';
import type { HostedRoom } from '../../core/views/live-room/host/hosted-room.js';
import { labelIn, labelOf } from '../../core/views/live-room/host/person-label.js';
import type { Size } from '../../core/window.js';
import { GAP, type Line, line, lineWidth, POINTER_WIDTH } from '../layout/line.js';
import type { Page, PageItem } from '../layout/page.js';
import { hangLines, padTo, wrapLines } from '../layout/wrap.js';
import {
  MOVE_ON_ADDRESSES,
  NAME_DONE,
  PAGE_DOWN,
  PERSON_KEYS,
  ROOM_CLOSE,
  ROOM_SCROLL,
  USE_ADDRESS,
} from './footer.js';
import type { RoomCover } from './position.js';
import { qrCode } from './qr-code.js';
import { passageLines } from './stop-lines.js';

export type CoverPlace = {
  readonly size: Size;
  readonly width: number;
  readonly hasBlocks: boolean;
};

/** What covers the room until it is closed. */
export function coverPage(room: HostedRoom, cover: RoomCover, place: CoverPlace): Page {
  switch (cover.page) {
    case 'help':
      return helpPage(place.width);
    case 'text':
      return textPage(room, place.width);
    case 'people':
      return cover.field
        ? fieldPage(room, cover.field, place.width)
        : peoplePage(room, place.width);
    case 'address':
      return addressPage(room, place);
  }
}

const page = (id: string, title: string, rest: Partial<Page>): Page => ({
  ...{ id, title, where: '', whereShort: '', before: [], items: [], after: [] },
  fillsWindow: true,
  footer: [ROOM_SCROLL, ROOM_CLOSE],
  ...rest,
});

const KEY_COLUMN = 11;

const helpPage = (width: number): Page =>
  page('help', ROOM_KEYS_TITLE, {
    before: ROOM_KEYS.flatMap(([keys, does]) =>
      hangLines({ text: padTo(keys, KEY_COLUMN), tone: 'strong' }, does, width),
    ),
  });

const textPage = (room: HostedRoom, width: number): Page =>
  page('text', TEXT_TITLE, { before: passageLines(room.view().stop?.passages ?? [], width) });

/** If the person was removed from another place, there is no field. */
function fieldPage(
  room: HostedRoom,
  { id, typed }: NonNullable<RoomCover['field']>,
  width: number,
): Page {
  const label = labelIn(room.view(), id);
  if (label === undefined)
    return page('gone', PEOPLE_TITLE, {
      before: wrapLines(PERSON_GONE, width),
      footer: [ROOM_CLOSE],
    });
  return page('field', PEOPLE_TITLE, {
    before: [
      ...wrapLines(newNameText(label), width),
      GAP,
      ...hangLines({ text: '❯ ', tone: 'accent' }, `${typed}_`, width, 'strong'),
    ],
    footer: [NAME_DONE, ROOM_CLOSE],
  });
}

function peoplePage(room: HostedRoom, width: number): Page {
  const { people } = room.view();
  if (people.length === 0) return page('people', PEOPLE_TITLE, { before: [line(NOBODY_IN)] });
  const items = people.map((person): PageItem => {
    const text = `${labelOf(person)} · ${personStateText(person)}`.replace(/ · $/, '');
    return { id: person.id, lines: wrapLines(text, width - POINTER_WIDTH) };
  });
  return page('people', PEOPLE_TITLE, { items, footer: [...PERSON_KEYS, ROOM_CLOSE] });
}

function addressPage(room: HostedRoom, { size, width, hasBlocks }: CoverPlace): Page {
  const addresses = room.addresses();
  const { url, address, isLocal, join } = room.place();
  const items = addresses.map(
    (one, i): PageItem => ({
      id: one.address,
      lines: wrapLines(`${i + 1}  ${addressChoiceText(one, address)}`, width - POINTER_WIDTH),
    }),
  );
  return page('address', ADDRESS_TITLE, {
    before: [
      ...(isLocal
        ? []
        : [...codeLines(url, { size, width, hasBlocks }), ...wrapLines(ON_PHONES, width)]),
      ...(isLocal
        ? []
        : [...wrapLines(url, width, 'strong'), ...wrapLines(orCommandText(join), width), GAP]),
      ...wrapLines(addresses.length === 0 ? NO_NETWORK : CHOOSE_NETWORK, width),
      GAP,
    ],
    items,
    after: [GAP, ...adviceLines(room, width)],
    footer: [
      ...(addresses.length > 1 ? [MOVE_ON_ADDRESSES] : []),
      ...(addresses.length > 0 ? [USE_ADDRESS] : []),
      ...[addresses.length > 1 ? PAGE_DOWN : ROOM_SCROLL, ROOM_CLOSE],
    ],
    opensAtTop: true,
  });
}

/** Half the code is of no use: it must be in view completely. */
function codeLines(url: string, { size, width, hasBlocks }: CoverPlace): Line[] {
  if (!hasBlocks) return [...wrapLines(NO_CODE_HERE, width), GAP];
  const code = qrCode(url);
  const fits = code.length + AROUND <= size.rows && code.every((row) => lineWidth(row) <= width);
  return fits ? [...code, GAP] : [...wrapLines(TOO_LOW_FOR_CODE, width), GAP];
}

/** Rows for the title, the gaps and the footer. */
const AROUND = 5;

const adviceLines = ({ commands }: HostedRoom, width: number): Line[] =>
  [UNENCRYPTED, TEST_WITH_A_PHONE, ...cannotOpenTexts(commands)].flatMap((text, i) => [
    ...(i > 0 ? [GAP] : []),
    ...wrapLines(text, width),
  ]);
