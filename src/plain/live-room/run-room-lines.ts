import type { RoomEvent } from '../../core/live-room/event.js';
import type { LiveRoom } from '../../core/live-room/live-room.js';
import type { Clock } from '../../core/messages/exercise.js';
import {
  allAnsweredText,
  atTime,
  closedNowText,
  closedText,
  eventText,
  INPUT_ENDED,
  noAddressText,
  TOO_MUCH_UNKNOWN,
  TYPE_HELP,
} from '../../core/messages/live-room/host-lines.js';
import {
  FOR_ANOTHER_ROOM,
  PRACTICE,
  roomTitle,
} from '../../core/messages/live-room/host-screen.js';
import { asciiText } from '../../core/text/ascii.js';
import { haveAllAnswered, presenceIn } from '../../core/views/live-room/host/connected.js';
import { doneIn } from '../../core/views/live-room/host/done-in.js';
import type { HostedRoom } from '../../core/views/live-room/host/hosted-room.js';
import type { HostView } from '../../core/views/live-room/host-view.js';
import { type Block, layOut } from '../block.js';
import type { LineStreams } from '../line-streams.js';
import {
  addressBlocks,
  endBlock,
  helpBlock,
  peopleBlock,
  stopBlocks,
  textBlocks,
  typeRows,
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
  const quiet = warningsPrinted(room, print);
  print([
    [
      roomTitle(room.view().code, room.isPractice),
      ...(room.isPractice ? [PRACTICE] : []),
      ...(room.goesOn === undefined ? [] : [room.goesOn, FOR_ANOTHER_ROOM]),
    ],
    whereBlock(room.place()),
    [
      ...(room.view().phase === 'lobby' ? [room.view().message] : []),
      ...typeRows(room.view()),
      TYPE_HELP,
    ],
  ]);
  if (room.view().phase !== 'lobby') print(stopBlocks(room.view()));
  const how = await readCommands(lines, print);
  const isLeft = how === 'quit' || streams.output.isClosed();
  if (!isLeft && room.view().phase !== 'ended') print([[INPUT_ENDED]]);
  if (!isLeft) await ended.done;
  ended.stop();
  quiet();
}

type Print = (blocks: readonly Block[]) => void;

/** Lines are written in turn, at the pace of their reader. */
function printer({ streams: { output }, width, ascii }: RoomLines): Print {
  let last = Promise.resolve();
  return (blocks) => {
    const text = `${layOut(blocks, width())}\n`;
    last = last.then(() => output.write(ascii ? asciiText(text) : text));
  };
}

/** Prints each new warning, such as a full disk. @returns how to stop */
function warningsPrinted(room: HostedRoom, print: Print): () => void {
  let last: string | undefined;
  const look = (): void => {
    const { warning } = room.view();
    if (warning !== undefined && warning !== last) print([[warning]]);
    last = warning;
  };
  look();
  return room.onChange(look);
}

type RoomEnd = { readonly done: Promise<void>; readonly stop: () => void };

/** Prints each event. `done` resolves once the room has ended. */
function eventsPrinted({ room, clock }: RoomLines, print: Print): RoomEnd {
  const say = (t: number, text: string | undefined): void => {
    if (text !== undefined) print([[atTime(t, clock(), text)]]);
  };
  const allAnswered = allAnsweredTexts(room);
  const stopLooking = room.onChange(() => say(room.now(), allAnswered()));
  let stopListening = (): void => {};
  const done = new Promise<void>((resolve) => {
    stopListening = room.onEvent((event, live) => {
      if (event.k === 'answer') return; // a view for each answer would take more time than the answers
      say(event.t, textOf(event, live, room));
      const after = blocksAfter(event, room);
      if (after.length > 0) print(after);
      if (event.k === 'end') resolve();
    });
    if (room.view().phase === 'ended') resolve();
  });
  const stop = (): void => {
    stopLooking();
    stopListening();
  };
  return { done, stop };
}

/** Says once in each vote that everyone who is connected has answered. */
function allAnsweredTexts(room: HostedRoom): () => string | undefined {
  let told = '';
  return () => {
    const view = room.view();
    const { phase, stop } = view;
    const vote = `${stop?.label}/${stop?.round}`;
    if (phase !== 'open' || told === vote || !haveAllAnswered(view)) return undefined;
    told = vote;
    return allAnsweredText(presenceIn(view));
  };
}

/** @param live the room after the event, but before what happened at the same moment */
function textOf(event: RoomEvent, live: LiveRoom, room: HostedRoom): string | undefined {
  if (event.k === 'close') return closedTextOf(room.view(live), room.view());
  return event.k === 'talk' || event.k === 'open' ? room.view().message : eventText(event, live);
}

/** A vote can close because everyone goes on, or because the room ends: then nothing can be done about it now. */
const closedTextOf = (closed: HostView, now: HostView): string =>
  now.phase === 'closed'
    ? closedNowText(closed.answered, closed.inside, now.message)
    : closedText(closed.answered, closed.inside);

/** What everyone is at now, and what can be typed next. */
function blocksAfter({ k }: RoomEvent, room: HostedRoom): Block[] {
  if (k === 'join') return [];
  if (k === 'end') return [endBlock(room)];
  const view = room.view();
  if (k === 'begin' && view.phase === 'own') return [[view.message, ...typeRows(view)]];
  const showsCounts = k === 'close' && view.phase === 'closed' && view.stop?.round === 2;
  if (k === 'go' || k === 'reveal' || showsCounts) return [...stopBlocks(view), typeRows(view)];
  const isVote = k === 'talk' || k === 'open' || (k === 'close' && view.phase === 'closed');
  return isVote ? [typeRows(view)] : [];
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
    case 'room': {
      const why = doneIn(room, typed.commands);
      return why === undefined ? undefined : print([[why]]);
    }
    case 'address':
      return print(await addressed(typed.which, room));
    case 'people':
      return print([peopleBlock(room.view())]);
    case 'question':
      return print([...stopBlocks(room.view()), [...typeRows(room.view())]]);
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
