import type { RoomEvent } from '../../core/live-room/event.js';
import type { LiveRoom } from '../../core/live-room/live-room.js';
import type { Clock } from '../../core/messages/exercise.js';
import {
  allAnsweredText,
  atTime,
  closedText,
  eventText,
  INPUT_ENDED,
  noAddressText,
  TOO_MUCH_UNKNOWN,
  TYPE_HELP,
} from '../../core/messages/live-room/host-lines.js';
import { notDoneText, PRACTICE, roomTitle } from '../../core/messages/live-room/host-screen.js';
import { asciiText } from '../../core/text/ascii.js';
import type { HostedRoom } from '../../core/views/live-room/host/hosted-room.js';
import { type Block, layOut } from '../block.js';
import type { LineStreams } from '../line-streams.js';
import {
  addressBlocks,
  endBlock,
  helpBlock,
  nextRow,
  peopleBlock,
  stopBlocks,
  textBlocks,
  whereBlock,
} from './room-blocks.js';
import { type Typed, typedCommand } from './typed-command.js';

export type RoomLines = {
  readonly room: HostedRoom;
  readonly streams: LineStreams;
  readonly clock: () => Clock;
  /** In columns. */
  readonly width: () => number;
  /** Whether only ASCII can be printed. */
  readonly ascii: boolean;
};

/** After this many lines in a row that mean nothing, the input is a mistake. */
const MOST_UNKNOWN = 100;

/**
 * Prints what happens in a room, and does what is typed. Resolves once the facilitator quits or nobody reads the output,
 * or when the input and the room have both ended. The end of the input alone does not end a room.
 */
export async function runRoomLines(lines: RoomLines): Promise<void> {
  const print = printer(lines);
  const { room, streams } = lines;
  const ended = eventsPrinted(lines, print);
  print([
    [
      roomTitle(room.view().code, room.isPractice),
      ...(room.isPractice ? [PRACTICE] : []),
      ...(room.goesOn === undefined ? [] : [room.goesOn]),
    ],
    whereBlock(room.place()),
    [...(room.view().phase === 'lobby' ? [room.view().message] : []), nextRow(room.view()), TYPE_HELP],
  ]);
  if (room.view().phase !== 'lobby') print(stopBlocks(room.view()));
  const how = await readCommands(lines, print);
  if (how === 'quit' || streams.output.isClosed()) return ended.stop();
  if (room.view().phase !== 'ended') print([[INPUT_ENDED]]);
  await ended.done;
  ended.stop();
}

type Print = (blocks: readonly Block[]) => void;

/** Lines are written one after the other, at the pace of their reader. */
function printer({ streams: { output }, width, ascii }: RoomLines): Print {
  let last = Promise.resolve();
  return (blocks) => {
    const text = `${layOut(blocks, width())}\n`;
    last = last.then(() => output.write(ascii ? asciiText(text) : text));
  };
}

type Ended = { readonly done: Promise<void>; readonly stop: () => void };

/** Prints each event. `done` resolves once the room has ended. */
function eventsPrinted({ room, clock }: RoomLines, print: Print): Ended {
  let stop = (): void => {};
  let told = '';
  const done = new Promise<void>((resolve) => {
    const onEvent = (event: RoomEvent, live: LiveRoom): void => {
      const text = lineFor(event, live, room);
      const place = `${live.at}/${room.view().stop?.round}`;
      const isNews = event.k !== 'answer' || told !== place;
      if (event.k === 'answer' && text !== undefined) told = place;
      if (text !== undefined && isNews) print([[atTime(event.t, clock(), text)]]);
      const after = isNews ? blocksAfter(event, room) : [];
      if (after.length > 0) print(after);
      if (event.k === 'end') resolve();
    };
    stop = room.onEvent(onEvent);
    if (room.view().phase === 'ended') resolve();
  });
  return { done, stop };
}

function lineFor(event: RoomEvent, live: LiveRoom, room: HostedRoom): string | undefined {
  const { answered, inside, phase } = room.view();
  if (event.k === 'close') return closedText(answered, inside);
  if (event.k === 'answer')
    return phase === 'open' && answered === inside ? allAnsweredText(inside) : undefined;
  return eventText(event, live);
}

/** What everyone is at now, and what can be typed next. */
function blocksAfter({ k }: RoomEvent, room: HostedRoom): Block[] {
  const view = room.view();
  if (k === 'end') return [endBlock(room)];
  if (k === 'go' || k === 'reveal') return [...stopBlocks(view), [nextRow(view)]];
  if (k === 'close' && view.stop?.round === 2) return [...stopBlocks(view), [nextRow(view)]];
  return k === 'close' || k === 'talk' || k === 'open' ? [[view.message, nextRow(view)]] : [];
}

async function readCommands(lines: RoomLines, print: Print): Promise<'quit' | 'end-of-input'> {
  const { room, streams } = lines;
  let unknown = 0;
  for (let next = await streams.lines.next(); !next.done; next = await streams.lines.next()) {
    const typed = typedCommand(next.value, room.view());
    if (typed.do === 'quit') return 'quit';
    unknown = typed.do === 'refused' && typed.isUnknown ? unknown + 1 : 0;
    await answer(typed, room, print);
    if (unknown < MOST_UNKNOWN) continue;
    print([[TOO_MUCH_UNKNOWN]]);
    break;
  }
  return 'end-of-input';
}

async function answer(typed: Typed, room: HostedRoom, print: Print): Promise<void> {
  switch (typed.do) {
    case 'room':
      for (const command of typed.commands) {
        const refused = room.command(command);
        if (refused) return print([[notDoneText(refused, command.do)]]);
      }
      return;
    case 'address':
      return print(await addressed(typed.which, room));
    case 'people':
      return print([peopleBlock(room.view())]);
    case 'question':
      return print([...stopBlocks(room.view()), [nextRow(room.view())]]);
    case 'text':
      return print(textBlocks(room.view()));
    case 'help':
      return print([helpBlock]);
    case 'refused':
      return print([[typed.why]]);
  }
}

/** @param which a number of the list, an address, or nothing */
async function addressed(which: string, room: HostedRoom): Promise<Block[]> {
  if (which === '') return addressBlocks(room);
  const all = room.addresses();
  const chosen = all[Number(which) - 1] ?? all.find(({ address }) => address === which);
  if (!chosen) return [[noAddressText(which)]];
  const why = await room.listenOn(chosen.address);
  return why === undefined ? [whereBlock(room.place())] : [[why]];
}
