import type { HostCommand } from '../../core/live-room/host-command.js';
import type { OwnAddress } from '../../core/messages/live-room/network.js';
import type { HostView } from '../../core/views/live-room/host-view.js';
import type { Layout } from '../layout/fit.js';

/** Where the facilitator is on the screen of a live room. What the room does is in its HostView. */
export type RoomPosition = {
  /** The first row in view of a page, from 0. Another page begins at its top. */
  readonly scroll?: { readonly page: string; readonly row: number };
  /** What covers the room until it is closed. */
  readonly cover?: RoomCover;
  /** What the next key confirms. */
  readonly asks?: 'end' | 'quit' | { readonly remove: string };
  /** What the room refused, until the next key. */
  readonly notice?: string;
  /** What is good to know and is no problem, until the next key. */
  readonly news?: string;
};

export type CoverPage = 'help' | 'people' | 'address' | 'text';

export type RoomCover = {
  readonly page: CoverPage;
  /** The index of the highlighted person or address. */
  readonly at: number;
  /** The new name of a person, while somebody types it. */
  readonly field?: { readonly id: string; readonly typed: string };
};

/** What the keys work on. */
export type RoomInView = {
  readonly view: HostView;
  /** The page in view, and its layout. */
  readonly page: string;
  readonly layout: Layout;
  readonly addresses: readonly OwnAddress[];
};

/** What a key does. */
export type KeyEffect = {
  readonly to: RoomPosition;
  readonly commands?: readonly HostCommand[];
  readonly listenOn?: string;
  readonly leaves?: true;
};
