import type { RoomEvent } from '../../../live-room/event.js';
import type { HostCommand } from '../../../live-room/host-command.js';
import type { LiveRoom } from '../../../live-room/live-room.js';
import type { Refused } from '../../../live-room/refusal.js';
import type { OwnAddress } from '../../../messages/live-room/network.js';
import type { HostView } from '../host-view.js';

/** A live room as its facilitator's screen and line mode use it. */
export type HostedRoom = {
  /** @param live the room at an earlier moment; now if absent */
  readonly view: (live?: LiveRoom) => HostView;
  /** Does it, and saves it. @returns why the room refused it */
  readonly command: (command: HostCommand) => Refused | undefined;
  /** @returns a function that ends the subscription */
  readonly onChange: (listener: () => void) => () => void;
  /** Calls back after each event that was saved. @returns a function that ends the subscription */
  readonly onEvent: (listener: (event: RoomEvent, room: LiveRoom) => void) => () => void;
  /** The clock of the room, in milliseconds since 1970. */
  readonly now: () => number;
  /** Says that the room was begun before, if it was. */
  readonly goesOn?: string;
  /** Whether its people are simulated. */
  readonly isPractice: boolean;
  readonly place: () => RoomPlace;
  /** The address from which a browser leads the room. Whoever has it leads, so a projector never shows it. */
  readonly remote: () => string;
  /** The addresses of this computer in networks, as they are now. */
  readonly addresses: () => readonly OwnAddress[];
  /** Puts the room on a network. @returns why that is not possible, as one line */
  readonly listenOn: (address: string) => Promise<string | undefined>;
  /** Where the journal and the results are. */
  readonly folder: string;
  /** Commands to type. */
  readonly commands: {
    readonly report: string;
    /** Goes on with the room. */
    readonly same: string;
    /** Does the exercise alone. */
    readonly alone: string;
    readonly handout: string;
  };
};

/** Where people join. */
export type RoomPlace = {
  readonly url: string;
  /** The address of this computer in it. */
  readonly address: string;
  /** Whether only this computer can open the address. */
  readonly isLocal: boolean;
  /** The command with which a terminal joins. */
  readonly join: string;
};
