import { momentText } from '../../../core/messages/exercise.js';
import { goesOnText } from '../../../core/messages/live-room/host-screen.js';
import { shownCode } from '../../../core/room/room-code.js';
import { plainText } from '../../../core/text/sanitize.js';
import type { HostedRoom } from '../../../core/views/live-room/host/hosted-room.js';
import type { HostView } from '../../../core/views/live-room/host-view.js';
import type { Environment, Options } from '../../environment.js';
import { commandToType } from '../../hint/command-to-type.js';
import { clockNow } from '../room-options.js';
import { LOOPBACK } from './computer-addresses.js';
import type { FoundRoom } from './found-room.js';
import { USUAL_PORT } from './room-command-options.js';
import { shownFolder } from './room-folder.js';
import type { RoomHost } from './room-host.js';
import type { RoomServer } from './serve.js';
import { whyNotServed } from './served.js';

/** A room with its server, where its files are, and who is in it. */
type Hosting = {
  readonly host: RoomHost;
  readonly server: RoomServer;
  /** Where it is served. */
  readonly address: string;
  readonly folder: string;
  /** Of a room that goes on. */
  readonly found: FoundRoom | undefined;
  /** How many people are simulated. */
  readonly count: number;
  readonly now: () => number;
};

/** The room as its screen and line mode use it. */
export function hostedRoom(
  hosting: Hosting,
  options: Options,
  environment: Environment,
): HostedRoom {
  const { host, server, folder, found, count } = hosting;
  let address = hosting.address;
  const code = shownCode(host.rules.room.code);
  const type = (words: readonly string[], of: Options = options): string =>
    commandToType(['workshop', ...words], of, environment);
  // Other people's computers have other folders.
  const shared: Options = options.course === undefined ? {} : { course: options.course };
  return {
    ...{ onChange: host.onChange, onEvent: host.onEvent, now: hosting.now },
    view: cachedView(host),
    command: host.command,
    isPractice: count > 0,
    ...(found && { goesOn: goesOnText(momentText(openedAt(found), clockNow())) }),
    place: () => {
      const { url } = server;
      return {
        url,
        address,
        isLocal: address === LOOPBACK,
        join: type(['join', code, '--room', url], shared),
      };
    },
    remote: () => `${server.url}#t=${host.hostToken}`,
    addresses: () => server.addresses,
    listenOn: async (next) => {
      try {
        await server.listenOn(next);
        address = next;
        host.servedAt({ address, port: server.port });
        return undefined;
      } catch (error) {
        return whyNotServed(error, next, server.port);
      }
    },
    folder: plainText(shownFolder(folder)),
    commands: {
      report: type(['report', shownFolder(folder)]),
      get same() {
        return type([
          'room',
          '--dir',
          shownFolder(folder),
          ...placeOptions(address, server, count),
        ]);
      },
      alone: type(['join', code], shared),
      handout: type(['handout', '--code', code]),
    },
  };
}

const openedAt = ({ events: [first] }: FoundRoom): number => first?.t ?? 0;

/** Phones come back to the same address. */
const placeOptions = (address: string, { port }: RoomServer, count: number): string[] => [
  ...(address === LOOPBACK ? [] : ['--address', address]),
  ...(port === USUAL_PORT ? [] : ['--port', String(port)]),
  ...(count > 0 ? ['--demo', String(count)] : []),
];

/** A frame asks for the view several times, and it takes the longer the more people are in. */
function cachedView(host: RoomHost): HostedRoom['view'] {
  let view: HostView | undefined;
  const forget = (): void => {
    view = undefined;
  };
  host.onEvent(forget);
  host.onChange(forget);
  return (live) => {
    if (live) return host.view(live);
    view ??= host.view();
    return view;
  };
}
