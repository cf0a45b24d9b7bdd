import type { RoomEvent } from '../../src/core/live-room/event.js';
import type { LiveRoom } from '../../src/core/live-room/live-room.js';
import type { HostedRoom } from '../../src/core/views/live-room/host/hosted-room.js';
import type { LiveGame } from './live-room.js';

export type HostedGame = HostedRoom & {
  /** Calls back as a room does, with what has happened in the game since the last time. */
  readonly tell: () => void;
  /** The addresses that it was asked to listen on. */
  readonly asked: string[];
};

/** A live room in memory as its facilitator's screen and line mode use it, on a network after `listenOn`. */
export function hostedGame(game: LiveGame, given: Partial<HostedRoom> = {}): HostedGame {
  const listeners = new Set<(event: RoomEvent, room: LiveRoom) => void>();
  const changeListeners = new Set<() => void>();
  const asked: string[] = [];
  let told = game.journal.length;
  const tell = (): void => {
    const fresh = game.journal.slice(told);
    told = game.journal.length;
    for (const event of fresh) for (const listener of listeners) listener(event, game.room());
    for (const listener of changeListeners) listener();
  };
  const address = (): string => asked.at(-1) ?? '127.0.0.1';
  const url = (): string => `http://${address()}:4321/7k2m`;
  return {
    ...{ tell, asked, now: game.now, isPractice: false, folder: 'room-2026-11-29' },
    view: () => game.hostView(...game.room().members.keys()),
    command: (command) => {
      const refused = game.host(command);
      tell();
      return refused === undefined ? undefined : { refused };
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onChange: (listener) => {
      changeListeners.add(listener);
      return () => changeListeners.delete(listener);
    },
    place: () => ({
      ...{ url: url(), address: address(), isLocal: asked.length === 0 },
      join: `on-the-record workshop join TUESDAY --room ${url()}`,
    }),
    remote: () => `${url()}#t=0123`,
    addresses: () => [
      { address: '192.0.2.7', name: 'wlan0' },
      { address: '198.51.100.4', name: 'eth0' },
    ],
    listenOn: async (address) => {
      asked.push(address);
      return undefined;
    },
    commands: {
      report: 'on-the-record workshop report room-2026-11-29',
      same: 'on-the-record workshop room --dir room-2026-11-29',
      alone: 'on-the-record workshop join TUESDAY',
      handout: 'on-the-record workshop handout --code TUESDAY',
    },
    ...given,
  };
}
